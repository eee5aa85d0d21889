import { describe, expect, it } from 'vitest';
import type { StatisticsCatalog } from '../../src/api/statistics.ts';
import type { IndicatorPage, TerritoryPage } from '../../src/api/statistics-pages.ts';
import type { Product } from './product.ts';
import type { Site } from './site.ts';
import { overflows, settled, violations, visit } from './visit.ts';

/** Walks over the pages of places and of indicators. */
export function territoryWalks(site: Site): void {
  describe('the page of a place', () => {
    it('says who it is and shows its figures, those of the base', async () => {
      const { product } = await site();
      const { rich } = await facts(product);
      const { page, context } = await visit(product, `/territories/${rich.territory.id}`);
      expect(await page.locator('h1').textContent()).toBe(rich.territory.name);
      const sheet = await page.locator('.sheet').innerText();
      expect(sheet).toContain(rich.above[0]?.place.name);
      expect(sheet).toContain(`第${rich.frontier?.order}位`);
      expect(sheet).toContain(rich.instant.number);
      const ranked = rich.figures.find(({ position }) => position?.rank != null);
      const name = rich.indicators.find(({ id }) => id === ranked?.indicator)?.name.zh ?? '';
      const row = page.locator('.level-table tbody tr', { hasText: name }).first();
      expect(await row.locator('td').last().textContent()).toBe(String(ranked?.position?.rank));
      await context.close();
    });

    it('lists every figure in doubt and everything that is missing', async () => {
      const { product } = await site();
      const { rich } = await facts(product);
      const { page, context } = await visit(product, `/territories/${rich.territory.id}`);
      const doubts = page.locator('.sheet-part', { hasText: '待核实的数' }).locator('li');
      expect(await doubts.count()).toBe(rich.doubts.length);
      expect(await page.locator('.all-gaps tbody tr').count()).toBe(rich.gaps.length);
      expect(await page.locator('.figure.doubtful').count()).toBeGreaterThan(0);
      await context.close();
    });

    it('opens the story of a figure with the keyboard, and gives the focus back', async () => {
      const { product } = await site();
      const { rich } = await facts(product);
      const { page, context } = await visit(product, `/territories/${rich.territory.id}`);
      const figure = page.locator('.level-table .now .figure').first();
      await figure.focus();
      await page.keyboard.press('Enter');
      const story = page.locator('.story');
      await story.locator('.story-facts').waitFor();
      expect(await story.innerText()).toContain(rich.territory.name);
      await page.keyboard.press('Escape');
      await story.waitFor({ state: 'detached' });
      expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
      await context.close();
    });

    it('has a way on where no place has the code', async () => {
      const { product } = await site();
      const { rich } = await facts(product);
      const { page, context } = await visit(product, '/territories/xyz');
      const alert = page.getByRole('alert');
      expect(await alert.locator('h1').textContent()).toContain('xyz');
      expect(await alert.textContent()).not.toContain('/api/');
      await alert.getByRole('link', { name: '全部地区名单' }).click();
      await page.waitForURL((url) => !url.pathname.endsWith('xyz'));
      await page.goto(`${product.base}/territories/xyz`);
      await alert.getByRole('searchbox').fill(rich.territory.name);
      await alert.getByRole('button').click();
      await page.getByRole('link', { name: rich.territory.name, exact: true }).click();
      await page.waitForURL(`**/territories/${rich.territory.id}`);
      await context.close();
    });

    it('says of a province that its table is of the counties in it', async () => {
      const { product } = await site();
      const { rich } = await facts(product);
      const province = rich.above.find(({ place }) => place.kind === 'province')?.place.id;
      const { page, context } = await visit(product, `/territories/${province}`);
      const table = page.locator('.sheet-part', { has: page.locator('.level-table') });
      expect(await table.locator('h2').textContent()).toContain(`境内${rich.main.name.zh}`);
      await context.close();
    });

    it('fills the paper with figures in doubt', async () => {
      const { product } = await site();
      const { rich } = await facts(product);
      const { page, context } = await visit(product, `/territories/${rich.territory.id}`);
      const doubts = page.locator('.sheet-part', { hasText: '待核实的数' }).locator('li');
      const onPaper = async () =>
        (await doubts.count()) - (await doubts.and(page.locator('.beyond')).count());
      const before = await onPaper();
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await onPaper()).toBeGreaterThan(before);
      await context.close();
    });

    it('walks along the frontier', async () => {
      const { product } = await site();
      const { poor } = await facts(product);
      const { page, context } = await visit(product, `/territories/${poor.territory.id}`);
      expect(await page.getByText('上一县').count()).toBe(0);
      const next = poor.frontier?.next?.name ?? '';
      await page.getByRole('link', { name: next, exact: true }).click();
      await page.waitForFunction(
        (name) => document.querySelector('h1')?.textContent === name,
        next,
      );
      expect(await page.getByText('上一县').count()).toBe(1);
      await context.close();
    });

    it('takes together, on demand, what was one before', async () => {
      const { product } = await site();
      const { split } = await facts(product);
      if (!split) return;
      const { page, context } = await visit(product, `/territories/${split.territory.id}`);
      expect(await page.locator('.mark-changed').count()).toBeGreaterThan(0);
      await page.getByRole('link', { name: '看合并可比口径' }).click();
      await page.waitForURL('**basis=merged');
      await page.getByText('本页按合并可比口径').waitFor();
      expect(await page.locator('.mark-changed').count()).toBe(0);
      await page.getByRole('link', { name: '回到上报口径' }).click();
      await page.waitForURL((url) => url.search === '');
      await context.close();
    });

    it('downloads its figures, and cites them with the publication they are of', async () => {
      const { product } = await site();
      const { rich } = await facts(product);
      const { page, context } = await visit(product, `/territories/${rich.territory.id}`);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载 CSV' }).click(),
      ]);
      expect(await file.failure()).toBeNull();
      await page.getByRole('button', { name: '复制引用' }).click();
      const status = page.locator('.cite-status', { hasText: rich.territory.name });
      const cited = await status.textContent();
      expect(cited).toContain(`asOf=${rich.instant.number}`);
      await context.close();
    });

    it.each(['zh', 'en'] as const)(
      'is one sheet of A4, much data or little, in %s',
      async (lang) => {
        const { product } = await site();
        const { rich, poor } = await facts(product);
        for (const one of [rich, poor]) {
          const { page, context } = await visit(product, `/territories/${one.territory.id}`, {
            lang,
          });
          const sheets = await page.pdf({ preferCSSPageSize: true });
          expect(pagesOf(sheets), one.territory.name).toBe(1);
          expect(sizeOf(sheets)).toEqual([595, 842]);
          await context.close();
        }
      },
    );

    it('is readable in the dark and on a phone, whatever the kind of place', async () => {
      const { product } = await site();
      const { others, rich } = await facts(product);
      for (const id of [...others, rich.territory.id]) {
        const { page, problems, context } = await visit(product, `/territories/${id}`, {
          ...{ dark: true, width: 390 },
        });
        expect(await overflows(page), id).toBe(false);
        expect(await violations(page, 'sample'), id).toEqual([]);
        expect(problems).toEqual([]);
        await context.close();
      }
    });
  });

  describe('the page of an indicator', () => {
    it('ranks the members of a period that can be chosen', async () => {
      const { product } = await site();
      const { indicator } = await facts(product);
      const { page, context } = await visit(product, `/indicators/${indicator.indicator.id}`);
      const known = indicator.ranking.filter(({ figure }) => figure?.value != null);
      expect(await page.locator('.ranking tbody tr').count()).toBe(known.length);
      expect(await page.locator('.coverage-list li').count()).toBe(indicator.coverage.length);
      const other = indicator.periods.find((period) => period !== indicator.period) ?? '';
      await page.locator('.coverage-list').getByRole('link', { name: other }).click();
      await page.waitForURL(`**p=${other}`);
      await settled(page);
      await page.locator('.ranking caption', { hasText: other }).waitFor({ state: 'attached' });
      await context.close();
    });

    it('leads from the list to a place and to a clause', async () => {
      const { product } = await site();
      const { indicator } = await facts(product);
      const { page, context } = await visit(product, '/indicators');
      const name = indicator.indicator.name.zh;
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForFunction(
        (text) => document.querySelector('h1')?.textContent === text,
        name,
      );
      await page.locator('.ranking tbody th a').first().click();
      await page.waitForURL('**/territories/*');
      await page.goBack();
      await page.locator('.promise-list a').first().click();
      await page.waitForURL('**/plan/*');
      await context.close();
    });

    it('says of a proposed one that nobody collects it yet', async () => {
      const { product } = await site();
      const { proposed } = await facts(product);
      if (!proposed) return;
      const { page, context } = await visit(product, `/indicators/${proposed}`);
      expect(await page.locator('.page-head').innerText()).toContain('从未采集');
      expect(await page.locator('.ranking').count()).toBe(0);
      await context.close();
    });
  });
}

interface Facts {
  /** Of the last province on the frontier, the place with most doubts. */
  readonly rich: TerritoryPage;
  /** The first place on the frontier. */
  readonly poor: TerritoryPage;
  readonly split: TerritoryPage | null;
  /** One place of each other kind. */
  readonly others: readonly string[];
  /** With several periods. */
  readonly indicator: IndicatorPage;
  readonly proposed: string | null;
}

let known: Promise<Facts> | null = null;

function facts(product: Product): Promise<Facts> {
  known ??= readFacts(product);
  return known;
}

async function readFacts(product: Product): Promise<Facts> {
  const answer = async <Answer>(path: string) =>
    (await (await fetch(`${product.base}/api/statistics${path}`)).json()) as Answer;
  const catalog = await answer<StatisticsCatalog>('');
  const order = catalog.frontier.toSorted((a, b) => a.order - b.order);
  const entries = new Map(catalog.territories.map((entry) => [entry.id, entry]));
  const last = entries.get(order.at(-1)?.territory ?? '')?.province;
  const place = (id: string) => answer<TerritoryPage>(`/territories/${id}`);
  const near = order.filter(({ territory }) => entries.get(territory)?.province === last);
  const pages = await Promise.all(near.map(({ territory }) => place(territory)));
  const [rich] = pages.toSorted((a, b) => b.doubts.length - a.doubts.length);
  const changes = order.map(({ territory }) => territory);
  const split = (await Promise.all(changes.slice(30, 45).map(place))).find(
    ({ territory, events, figures }) =>
      events.some(({ from }) => from.id === territory.id) &&
      figures.some(({ own }) => own.filter((figure) => figure?.value != null).length > 1),
  );
  const several = catalog.indicators.find(
    ({ amongMembers, periods, clauses }) =>
      amongMembers && periods.length > 1 && clauses.length > 0,
  );
  if (!rich || !several) throw new Error('The plan has no statistics to walk over');
  const kinds = new Map(catalog.territories.map(({ kind, id }) => [kind, id]));
  kinds.delete('county');
  return {
    rich,
    poor: await place(order[0]?.territory ?? ''),
    split: split ?? null,
    others: [...kinds.values()],
    indicator: await answer<IndicatorPage>(`/indicators/${several.id}`),
    proposed: catalog.indicators.find(({ standing }) => standing === 'proposed')?.id ?? null,
  };
}

/** How many pages a PDF has. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

/** The size of its first page in points, whole ones. */
function sizeOf(pdf: Buffer): readonly number[] {
  const [, width, height] =
    /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1')) ?? [];
  return [Number(width), Number(height)].map(Math.round);
}
