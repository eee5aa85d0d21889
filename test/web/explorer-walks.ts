import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FigureStory, Series, StatisticsCatalog } from '../../src/api/statistics.ts';
import type { Product } from './product.ts';
import type { Site } from './site.ts';
import { overflows, settled, visit } from './visit.ts';

/** Walks through the data explorer. */
export function explorerWalks(site: Site): void {
  describe('the data explorer', () => {
    it('opens on every member of the main group, with a finding for its title', async () => {
      const { product } = await site();
      const { catalog } = await facts(product);
      const members = catalog.groups.find(({ id }) => id === catalog.main)?.count;
      const { page, context } = await visit(product, '/statistics');
      await page.locator('.explorer-table').waitFor();
      expect(await page.locator('.explorer-table tbody tr').count()).toBe(members);
      expect(await page.locator('h1').textContent()).toMatch(new RegExp(`^${members}个.*：.+\\d`));
      await context.close();
    });

    it('has the whole state in its address', async () => {
      const { product } = await site();
      const { catalog, province, whole } = await facts(product);
      const { page, context } = await visit(product, `/statistics?i=${whole}`);
      await page.getByRole('button', { name: /^地域/ }).click();
      await page.getByLabel('范围').selectOption(province);
      await page.getByRole('button', { name: '只看这一组' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '增速' }).click();
      await page.getByRole('button', { name: '逐年' }).click();
      await page.getByLabel('次序').selectOption('pinyin');
      await page.waitForFunction(() => location.search.includes('sort=pinyin'));
      const address = new URL(page.url());
      expect(Object.fromEntries(address.searchParams)).toEqual({
        i: whole,
        t: `${catalog.main}@${province}/*`,
        per: 'growth',
        cols: 'each',
        sort: 'pinyin',
      });
      await page.locator('.explorer-content:not(.waiting)').waitFor();
      const before = await shown(page);
      await page.goto(address.href);
      await settled(page);
      await page.locator('.explorer-table').waitFor();
      expect(await shown(page)).toEqual(before);
      expect(await page.getByRole('button', { name: '增速' }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      await page.getByRole('button', { name: '恢复默认' }).click();
      await page.waitForFunction(() => location.search === '');
      await context.close();
    });

    it('orders by any column, most first, least first, and along the frontier again', async () => {
      const { product } = await site();
      const { path } = await facts(product);
      const { page, context } = await visit(product, path);
      const head = page.locator('.explorer-table .periods button').first();
      const first = async () =>
        (await page.locator('.explorer-table tbody td[data-cell$=":0"]').allTextContents())
          .map((text) => Number(text.replaceAll(',', '')))
          .filter((value) => !Number.isNaN(value));
      const frontier = await first();
      await head.click();
      await page.waitForFunction(() => location.search.includes('sort=-'));
      expect(await first()).toEqual(frontier.toSorted((a, b) => b - a));
      expect(await page.locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending');
      await head.click();
      await page.locator('[aria-sort="ascending"]').waitFor();
      expect(await first()).toEqual(frontier.toSorted((a, b) => a - b));
      await head.click();
      await page.locator('[aria-sort]').waitFor({ state: 'detached' });
      expect(await first()).toEqual(frontier);
      await context.close();
    });

    it('is walked with arrows; Enter opens the story with source and clause, Esc closes it', async () => {
      const { product } = await site();
      const { path } = await facts(product);
      const { page, context } = await visit(product, path);
      await page.locator('.explorer-table td[tabindex="0"]').focus();
      const tops = await page.locator('.explorer-table .summary').count();
      for (let step = 0; step < tops; step += 1) await page.keyboard.press('ArrowDown');
      const cell = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
      expect(await cell()).toBe(`${tops}:0`);
      await page.keyboard.press('Enter');
      await page.locator('.story-facts').waitFor();
      const at = new URL(page.url()).searchParams.get('at')?.split('!') ?? [];
      const story = await answer<FigureStory>(
        product,
        `/api/statistics/story?${new URLSearchParams({ t: at[0] ?? '', i: at[1] ?? '', p: at[2] ?? '' })}`,
      );
      const words = await page.getByRole('dialog', { name: '看来历' }).textContent();
      expect(words).toContain(story.revisions[0]?.source);
      expect(words).toContain(story.clauses[0]?.heading);
      expect(words).toContain(`第${story.revisions[0]?.number}次发布`);
      await page.keyboard.press('Escape');
      await page.locator('.story').waitFor({ state: 'detached' });
      expect(await cell()).toBe(`${tops}:0`);
      await context.close();
    });

    it('tells of a total first the members that have figures, and all on demand', async () => {
      const { product } = await site();
      const { catalog, partial } = await facts(product);
      const at = `${catalog.main}!${partial.id}!${partial.period}`;
      const query = new URLSearchParams({ i: partial.id, p: partial.period, at });
      const { page, context } = await visit(product, `/statistics?${query}`);
      const operands = page.locator('.story-operands li');
      await operands.first().waitFor();
      const known = await operands.locator('.num').allTextContents();
      expect(known.every((text) => /\d/.test(text))).toBe(true);
      await page.locator('.story-more').click();
      const members = catalog.groups.find(({ id }) => id === catalog.main)?.count ?? 0;
      expect(await operands.count()).toBe(members);
      await context.close();
    });

    it('opens a story from its address', async () => {
      const { product } = await site();
      const { path } = await facts(product);
      const { page, context } = await visit(product, path);
      await page.locator('.explorer-table tbody td[data-cell]').first().click();
      await page.locator('.story-facts').waitFor();
      const title = await page.locator('.story h2').textContent();
      await page.reload();
      await page.locator('.story-facts').waitFor();
      expect(await page.locator('.story h2').textContent()).toBe(title);
      await context.close();
    });

    it('says the coverage of what stands on top, and gives no partial sum', async () => {
      const { product } = await site();
      const { catalog, partial } = await facts(product);
      const query = new URLSearchParams({ i: partial.id, p: partial.period });
      const { page, context } = await visit(product, `/statistics?${query}`);
      const series = await answer<Series>(
        product,
        `/api/statistics/series?${new URLSearchParams({ t: catalog.main, i: partial.id, p: partial.period })}`,
      );
      const { coverage, value } = series.figures[0]?.[0]?.[0] ?? {};
      expect(value).toBeNull();
      const top = await page.locator('.explorer-table .summary td.num').first().textContent();
      expect(top).toBe(`—${coverage?.present}/${coverage?.expected}`);
      await context.close();
    });

    it('links to files of what is shown, as of the publication that is shown', async () => {
      const { product } = await site();
      const { catalog, province, partial } = await facts(product);
      const t = `${catalog.main}@${province}/*`;
      const { page, context } = await visit(
        product,
        `/statistics?t=${t}&i=${partial.id}&per=growth`,
      );
      for (const name of ['CSV', 'XLSX', 'JSON-stat', '数据包']) {
        const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
        const asked = new URL(href ?? '', product.base).searchParams;
        expect(asked.get('asOf')).toBe(String(catalog.instant.number));
        expect(asked.get('i')).toBe(`${partial.id}~growth`);
        expect((await fetch(new URL(href ?? '', product.base))).status).toBe(200);
      }
      await context.close();
    });

    it('draws lines and bars of the same figures', async () => {
      const { product } = await site();
      const { path } = await facts(product);
      const { page, problems, context } = await visit(product, path);
      const places = await page.locator('.explorer-table tbody tr').count();
      await page.getByRole('button', { name: '条', exact: true }).click();
      await page.locator('.chart svg').first().waitFor();
      expect(await page.locator('.chart').first().locator('[data-bar]').count()).toBe(places);
      await page.getByRole('button', { name: '线', exact: true }).click();
      await page.locator('.chart [data-line]').first().waitFor({ state: 'attached' });
      expect(await page.locator('.chart').first().locator('[data-line]').count()).toBe(places);
      await page
        .getByRole('button', { name: /^不再突出/ })
        .first()
        .click();
      await page.waitForFunction(() => location.search.includes('hl='));
      expect(problems).toEqual([]);
      await context.close();
    });

    it('says what to do where nothing is chosen, and what is wrong with an address', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/statistics?i=none');
      await page.getByText('没有选定指标或地区').waitFor();
      await page.goto(`${product.base}/statistics?t=nowhere`);
      const alert = page.getByRole('alert');
      await alert.getByRole('heading', { name: '没有这个地区' }).waitFor();
      await alert.getByRole('link').click();
      await page.locator('.explorer-table').waitFor();
      await context.close();
    });

    it('is a list on a phone, with the indicators in a dialog', async () => {
      const { product } = await site();
      const { path } = await facts(product);
      const { page, context } = await visit(product, path, { width: 390 });
      await page.locator('.explorer-list li').first().waitFor();
      expect(await page.locator('.explorer-table').count()).toBe(0);
      await page.getByRole('button', { name: /^指标\d+项$/ }).click();
      await page.getByRole('dialog', { name: '指标' }).getByRole('checkbox').first().check();
      await page.getByRole('button', { name: '完成' }).click();
      await page.waitForFunction(() => location.search.includes('i='));
      await page.locator('.list-figures button').last().click();
      await page.locator('.story-facts').waitFor();
      expect(await overflows(page)).toBe(false);
      await context.close();
    });
  });
}

/** What the walks lean on: the catalog, a province with members, a series that not every member has. */
async function facts(product: Product) {
  const catalog = await answer<StatisticsCatalog>(product, '/api/statistics');
  const members = catalog.territories.filter(({ groups }) => groups.includes(catalog.main));
  const province = members.at(-1)?.province;
  const count = catalog.groups.find(({ id }) => id === catalog.main)?.count ?? 0;
  const partial = catalog.indicators.find(
    ({ amongMembers, aggregation, territories }) =>
      amongMembers && aggregation?.kind === 'sum' && territories > 1 && territories < count,
  );
  const period = partial?.periods.at(-1)?.period;
  const whole = catalog.indicators.find(
    ({ amongMembers, aggregation, territories }) =>
      amongMembers && aggregation?.kind === 'sum' && territories === count,
  );
  if (!province || !partial || !period || !whole) throw new Error('The plan has no statistics');
  const query = new URLSearchParams({ t: `${catalog.main}@${province}/*`, i: whole.id });
  return {
    catalog,
    province,
    whole: whole.id,
    partial: { id: partial.id, period },
    path: `/statistics?${query}`,
  };
}

async function answer<Answer>(product: Product, path: string): Promise<Answer> {
  return (await (await fetch(product.base + path)).json()) as Answer;
}

async function shown(page: Page): Promise<readonly string[]> {
  await page.locator('.explorer-content:not(.waiting) .explorer-table').waitFor();
  return page.locator('.explorer-table tbody th').allTextContents();
}
