import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Series, StatisticsCatalog } from '../../src/api/statistics.ts';
import type { Product } from './product.ts';
import type { Site } from './site.ts';
import { overflows, settled, violations, visit } from './visit.ts';

/** Walks along the border ribbon. */
export function ribbonWalks(site: Site): void {
  describe('the border ribbon', () => {
    it('draws a column a place, equal and in the order of the frontier', async () => {
      const { product } = await site();
      const { order } = await facts(product);
      const { page, context } = await visit(product, '/ribbon');
      const slider = page.getByRole('slider');
      expect(await slider.getAttribute('aria-valuemax')).toBe(String(order.length));
      expect(await page.locator('h1').textContent()).toMatch(/\d+ 个/);
      await page.locator('.ribbon-details summary').click();
      await page.locator('.ribbon-table tbody tr').first().waitFor();
      expect(await page.locator('.ribbon-table tbody tr').count()).toBe(order.length);
      const first = page.locator('.ribbon-table tbody tr').first();
      expect(await first.locator('th').textContent()).toBe(order[0]?.name);
      await context.close();
    });

    it('reads all tracks at once under the pointer, the figures being those of the base', async () => {
      const { product } = await site();
      const { order, share } = await facts(product);
      const { page, context } = await visit(product, '/ribbon');
      const picture = page.locator('.ribbon-figure svg');
      const box = await picture.boundingBox();
      if (!box) throw new Error('no picture');
      const tracks = await page.locator('.ribbon-reading dt').count();
      expect(tracks).toBeGreaterThan(3);
      for (const part of [0.2, 0.5, 0.85]) {
        await page.mouse.move(box.x + box.width * part, box.y + box.height * 0.3);
        const name = await page.locator('.ribbon-here a').textContent();
        const place = order.find((item) => item.name === name);
        const figure = share.get(place?.territory ?? '');
        expect(await page.locator('.ribbon-reading dd').first().textContent()).toContain(
          figure === undefined || figure === null ? '无数据' : `${figure.toFixed(1)}%`,
        );
        expect(await page.locator('.ribbon-reading dd').count()).toBe(tracks);
      }
      await context.close();
    });

    it('is walked with arrows from end to end, and Enter opens the place', async () => {
      const { product } = await site();
      const { order } = await facts(product);
      const { page, context } = await visit(product, '/ribbon');
      const slider = page.getByRole('slider');
      const here = () => page.locator('.ribbon-here a').textContent();
      await slider.focus();
      await page.keyboard.press('Home');
      expect(await here()).toBe(order[0]?.name);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await here()).toBe(order[2]?.name);
      await page.keyboard.press('ArrowLeft');
      expect(await here()).toBe(order[1]?.name);
      expect(await slider.getAttribute('aria-valuetext')).toContain(order[1]?.name);
      await page.keyboard.press('End');
      expect(await here()).toBe(order.at(-1)?.name);
      expect(new URL(page.url()).searchParams.get('at')).toBe(order.at(-1)?.territory);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/territories/${order.at(-1)?.territory}`);
      await context.close();
    });

    it('keeps place, stretch, indicator and tracks in the address, and comes back to them', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/ribbon');
      await page.getByLabel('范围').selectOption({ index: 3 });
      await page.waitForFunction(() => location.search.includes('stretch='));
      await page.getByLabel('更多指标').selectOption({ index: 1 });
      await page.waitForFunction(() => location.search.includes('i='));
      await settled(page);
      await page
        .getByRole('button', { name: /^移去轨道/ })
        .first()
        .click();
      await page.waitForFunction(() => location.search.includes('tracks='));
      await settled(page);
      await page.getByRole('slider').focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => location.search.includes('at='));
      const said = await shown(page);
      await page.reload();
      await settled(page);
      expect(await shown(page)).toEqual(said);
      await context.close();
    });

    it('shows the stretch that is dragged over, and all again on Escape', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/ribbon');
      const box = await page.locator('.ribbon-figure svg').boundingBox();
      if (!box) throw new Error('no picture');
      const y = box.y + box.height * 0.3;
      await page.mouse.move(box.x + box.width * 0.4, y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 });
      await page.mouse.up();
      await page.waitForFunction(() => location.search.includes('stretch='));
      const [from = 0, to = 0] = (new URL(page.url()).searchParams.get('stretch') ?? '')
        .split('-')
        .map(Number);
      expect(to - from).toBeGreaterThan(8);
      expect(to - from).toBeLessThan(25);
      await page.getByRole('slider').focus();
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !location.search.includes('stretch='));
      await context.close();
    });

    it('opens the place that is clicked', async () => {
      const { product } = await site();
      const { order } = await facts(product);
      const { page, context } = await visit(product, '/ribbon');
      const box = await page.locator('.ribbon-figure svg').boundingBox();
      if (!box) throw new Error('no picture');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.3);
      const name = await page.locator('.ribbon-here a').textContent();
      const place = order.find((item) => item.name === name);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.3);
      await page.waitForURL(`**/territories/${place?.territory}`);
      await context.close();
    });

    it.each([
      ['PNG', 'png'],
      ['SVG', 'svg'],
      ['数据 CSV', 'csv'],
    ])('hands over its %s', async (button, extension) => {
      const { product } = await site();
      const { order } = await facts(product);
      const { page, problems, context } = await visit(product, '/ribbon');
      const arriving = page.waitForEvent('download');
      await page.getByRole('button', { name: button, exact: true }).click();
      const file = await arriving;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^border-ribbon-.*\\.${extension}$`));
      const bytes = await readFile(await file.path());
      if (extension === 'png') {
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        expect(bytes.readUInt32BE(16)).toBeGreaterThan(2_000);
      } else {
        const text = bytes.toString('utf8');
        for (const { name } of order) if (extension === 'csv') expect(text).toContain(name);
        expect(text).toMatch(/第 ?\d+ ?次发布/);
        expect(text).not.toContain('var(--');
      }
      expect(problems).toEqual([]);
      await context.close();
    });

    it('stands upright on a phone, where a tap reads', async () => {
      const { product } = await site();
      const { order } = await facts(product);
      const { page, context } = await visit(product, '/ribbon', { width: 390 });
      const box = await page.locator('.ribbon-figure svg.upright').boundingBox();
      expect(box?.height).toBeGreaterThan(order.length * 20);
      expect(await overflows(page)).toBe(false);
      await page.locator('.ribbon-figure svg').tap({ position: { x: 100, y: 45 } });
      expect(await page.locator('.ribbon-here a').textContent()).toBe(order[0]?.name);
      await context.close();
    });

    it.each(['level-rise', 'dumbbell', 'diverging'])('can be drawn as %s', async (form) => {
      const { product } = await site();
      const { page, problems, context } = await visit(product, '/ribbon');
      const menu = page.getByLabel('画法');
      await menu.selectOption(form);
      await settled(page);
      expect(await menu.inputValue()).toBe(form);
      expect(await page.locator('h1').textContent()).toMatch(/\d/);
      expect(problems).toEqual([]);
      await context.close();
    });

    it('keeps the contrast in the dark and at 1024 px', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/ribbon', { dark: true, width: 1024 });
      expect(await overflows(page)).toBe(false);
      expect(await violations(page, 'whole')).toEqual([]);
      await context.close();
    });

    it('fits one A3 sheet in print', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/ribbon');
      const bytes = await page.pdf({ preferCSSPageSize: true });
      expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await context.close();
    });
  });
}

/** The frontier in order, and the last figures of the indicator the ribbon begins with. */
async function facts(product: Product) {
  const answer = async (path: string) => (await fetch(product.base + path)).json();
  const catalog = (await answer('/api/statistics')) as StatisticsCatalog;
  const names = new Map(catalog.territories.map(({ id, name }) => [id, name]));
  const order = catalog.frontier
    .toSorted((a, b) => a.order - b.order)
    .map(({ territory }) => ({ territory, name: names.get(territory) ?? '' }));
  const begins = catalog.indicators.find(
    (item) => item.unit === '%' && item.direction === 'up' && item.periods.length === 2,
  );
  const period = begins?.periods.at(-1)?.period;
  const series = (await answer(
    `/api/statistics/series?t=${catalog.main}/*&i=${begins?.id}&p=${period}`,
  )) as Series;
  const share = new Map(
    series.places.map(({ territory }, row) => [territory, series.figures[row]?.[0]?.[0]?.value]),
  );
  return { order, share };
}

/** What the page says that its address should bring back. */
async function shown(page: Page) {
  return {
    title: await page.locator('h1').textContent(),
    here: await page.locator('.ribbon-here').textContent(),
    tracks: await page.locator('.ribbon-tracks li').allTextContents(),
    stretch: await page.getByLabel('范围').inputValue(),
    reading: await page.locator('.ribbon-reading dl').textContent(),
  };
}
