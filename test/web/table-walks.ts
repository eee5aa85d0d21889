import { describe, expect, it } from 'vitest';
import type { AgencyPage } from '../../src/api/plan.ts';
import type { StatisticsCatalog } from '../../src/api/statistics.ts';
import type { Site } from './site.ts';
import { settled, visit } from './visit.ts';

/** Walks through the matrix, the ledger and the search. */
export function tableWalks(site: Site): void {
  describe('the responsibility matrix', () => {
    it('has totals that match its cells', async () => {
      const { product, matrix } = await site();
      const { page, context } = await visit(product, '/responsibilities');
      const sums = async (cells: string) =>
        (await page.locator(cells).allTextContents()).reduce((sum, cell) => sum + Number(cell), 0);
      expect(await page.locator('.matrix td .shape').count()).toBe(matrix.cells);
      expect(await sums('.matrix tbody .sum')).toBe(matrix.cells);
      expect(await sums('.matrix thead .count')).toBe(matrix.cells);
      expect(await page.locator('.matrix .grand').textContent()).toBe(String(matrix.cells));
      expect(await page.locator('.matrix tbody tr').count()).toBe(matrix.rows.length);
      expect(await page.locator('h1').textContent()).toContain(String(matrix.cells));
      await context.close();
    });

    it('is walked with arrows: Space pins the agency, Enter opens the clause', async () => {
      const { product, matrix } = await site();
      const { page, context } = await visit(product, '/responsibilities?sort=printed');
      await page.locator('.matrix [tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      const cell = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
      expect(await cell()).toBe('1:1');
      await page.keyboard.press('Space');
      const pinned = () => new URL(page.url()).searchParams.get('agency');
      expect(pinned()).toBe(matrix.agencies[1]?.name);
      expect(await cell()).toBe('1:1');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/plan/${matrix.rows[1]?.clause.id}`);
      await page.goBack();
      await settled(page);
      expect(pinned()).toBe(matrix.agencies[1]?.name);
      await context.close();
    });

    it('keeps filters in the address and counts what is left', async () => {
      const { product, matrix, agency } = await site();
      const { page, context } = await visit(product, '/responsibilities');
      await page.getByLabel('筛选部门或条款').fill(agency);
      await page.waitForFunction(() => location.search.includes('q='));
      const naming = matrix.rows.filter((row) => row.agencies.includes(agency)).length;
      expect(Number(await page.locator('.matrix .grand').textContent())).toBeGreaterThanOrEqual(
        naming,
      );
      await page.reload();
      await settled(page);
      expect(await page.getByLabel('筛选部门或条款').inputValue()).toBe(agency);
      await page.getByRole('button', { name: '清除筛选' }).click();
      await page.waitForFunction(() => location.search === '');
      await context.close();
    });

    it.each(['?kind=policy', '?q={agency}'])('stays close together with %s', async (query) => {
      const { product, agency } = await site();
      const path = `/responsibilities${query.replace('{agency}', encodeURIComponent(agency))}`;
      const { page, context } = await visit(product, path);
      const heights = await page
        .locator('.matrix tbody tr:not(.area-above)')
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(1);
      const gap = await page.evaluate(() => {
        const label = document.querySelector('.matrix-item a > span:last-child');
        const cell = document.querySelector('.matrix tbody td[data-cell]');
        const right = label?.getBoundingClientRect().right ?? 0;
        return (cell?.getBoundingClientRect().left ?? Number.POSITIVE_INFINITY) - right;
      });
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThan(40);
      await page.emulateMedia({ media: 'print' });
      const cell = await page.locator('.matrix tbody td[data-cell]').first().boundingBox();
      expect(cell?.width).toBeLessThan(40);
      await context.close();
    });

    it('says how many agencies stand on the right, and keeps the heads in sight', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/responsibilities', { width: 1024 });
      await page.getByRole('button', { name: /右侧还有\d+个部门/ }).waitFor();
      const scroller = page.locator('.matrix-scroll');
      expect(await scroller.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
      await page.locator('.matrix tbody tr').nth(40).scrollIntoViewIfNeeded();
      await page.waitForFunction(() => scrollY > 400);
      const head = page.locator('.matrix thead .column').first();
      await expect.poll(async () => (await head.boundingBox())?.y).toBeGreaterThanOrEqual(-1);
      await scroller.evaluate((box) => box.scrollTo(box.scrollWidth, 0));
      await page.locator('.matrix-more button').waitFor({ state: 'detached' });
      await context.close();
    });

    it('orders by likeness the same way each time', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/responsibilities?sort=similar');
      const heads = () => page.locator('.matrix .vertical').allTextContents();
      const first = await heads();
      await page.reload();
      await settled(page);
      expect(await heads()).toEqual(first);
      await context.close();
    });

    it('is a list on a phone, by item or by agency', async () => {
      const { product, matrix } = await site();
      const { page, context } = await visit(product, '/responsibilities?view=grid', { width: 390 });
      expect(await page.locator('.matrix').count()).toBe(0);
      expect(await page.locator('.matrix-entry').count()).toBe(matrix.rows.length);
      await page.getByRole('button', { name: '按部门' }).click();
      expect(await page.locator('.matrix-agency').count()).toBe(matrix.agencies.length);
      await context.close();
    });

    it('fits one A3 sheet in print', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/responsibilities');
      const bytes = await page.pdf({ preferCSSPageSize: true });
      expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await context.close();
    });

    it.each(['CSV', 'XLSX'])('hands over its %s', async (name) => {
      const { product } = await site();
      const { page, context } = await visit(product, '/responsibilities');
      const arriving = page.waitForEvent('download');
      await page.getByRole('link', { name, exact: true }).click();
      expect((await arriving).suggestedFilename()).toMatch(new RegExp(`\\.${name}$`, 'i'));
      await context.close();
    });
  });

  describe('the ledger', () => {
    it('filters by the cross-table, whose counts add up', async () => {
      const { product, ledger } = await site();
      const { page, context } = await visit(product, '/commitments');
      const total = page.locator('.cross-table tfoot tr > :last-child');
      expect(await total.textContent()).toBe(String(ledger.commitments.length));
      expect(await page.locator('.ledger-row').count()).toBe(ledger.commitments.length);
      const graded = ledger.commitments.filter((entry) => entry.grade === 'study').length;
      await page.locator('.cross-table tbody tr').first().locator('td').last().click();
      await page.waitForFunction(() => location.search === '?grade=study');
      expect(await page.locator('.ledger-row').count()).toBe(graded);
      expect(await page.locator('.project-group li').count()).toBe(ledger.namedProjects.length);
      expect(await page.locator('.duty-row').count()).toBe(ledger.duties.length);
      await context.close();
    });

    it('comes back from a filter by Back, and says that its files hold everything', async () => {
      const { product, ledger } = await site();
      const { page, context } = await visit(product, '/commitments');
      await page.locator('.cross-table tbody tr').first().locator('td').last().click();
      await page.waitForFunction(() => location.search === '?grade=study');
      const all = ledger.commitments.length;
      await page.getByRole('link', { name: `CSV（全部${all}项）` }).waitFor();
      await page.goBack();
      await page.waitForFunction(() => location.search === '');
      expect(await page.locator('.ledger-row').count()).toBe(all);
      await context.close();
    });

    it.each(['zh', 'en'] as const)('shows the whole cross-table on a phone in %s', async (lang) => {
      const { product } = await site();
      const { page, context } = await visit(product, '/commitments', { lang, width: 390 });
      const beyond = await page
        .locator('.cross-scroll')
        .evaluate((box) => box.scrollWidth - box.clientWidth);
      expect(beyond).toBe(0);
      await context.close();
    });

    it('says of every commitment what would count, or why it cannot be evaluated', async () => {
      const { product, ledger } = await site();
      const { page, context } = await visit(product, '/commitments?verdict=unevaluable');
      const not = ledger.commitments.filter((entry) => !entry.evaluability.evaluable).length;
      expect(await page.locator('.evaluability.not .reason').count()).toBe(not);
      await context.close();
    });
  });

  describe('the page of an agency', () => {
    it('adds what is asked of all departments', async () => {
      const { product, agency } = await site();
      const answer = await fetch(`${product.base}/api/plan/agencies/${encodeURIComponent(agency)}`);
      const { duties, commonDuties } = (await answer.json()) as AgencyPage;
      const { page, context } = await visit(product, `/agencies/${encodeURIComponent(agency)}`);
      expect(await page.locator('.agency-duties li').count()).toBe(
        duties.length + commonDuties.length,
      );
      const heading = page.getByRole('heading', { name: '对各有关部门的共同要求' });
      expect(await heading.count()).toBe(commonDuties.length > 0 ? 1 : 0);
      await context.close();
    });
  });

  describe('the search', () => {
    it('is reached with / from any page and shows hits in context', async () => {
      const { product, agency } = await site();
      const { page, context } = await visit(product, '/agencies');
      await page.keyboard.press('/');
      await page.keyboard.type(agency);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=*');
      await page.locator('.search-hits mark').first().waitFor();
      await page.locator('.search-agencies a').first().click();
      await page.waitForURL('**/agencies/*');
      expect(await page.locator('h1').textContent()).toContain(agency);
      await context.close();
    });

    it('finds places by name or code, and indicators in either language', async () => {
      const { product } = await site();
      const answer = await fetch(`${product.base}/api/statistics`);
      const { territories, indicators } = (await answer.json()) as StatisticsCatalog;
      const county = territories.find(({ kind, order }) => kind === 'county' && order !== null);
      const [indicator] = indicators;
      if (!county || !indicator) return;
      const { page, context } = await visit(product, `/search?q=${county.shortName}`);
      const found = page.locator('.search-names');
      await found.getByRole('link', { name: county.name, exact: true }).click();
      await page.waitForURL(`**/territories/${county.id}`);
      await page.goto(`${product.base}/search?q=${county.id}`);
      await found.getByRole('link', { name: county.name, exact: true }).waitFor();
      await page.goto(`${product.base}/search?q=${encodeURIComponent(indicator.name.en)}`);
      await found.getByRole('link', { name: indicator.name.zh, exact: true }).click();
      await page.waitForURL(`**/indicators/${indicator.id}`);
      await context.close();
    });

    it('says what to do when nothing is sought and when nothing is found', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/search');
      expect(await page.locator('.page-head p').textContent()).not.toBe('');
      await page.goto(`${product.base}/search?q=zzzz`);
      await settled(page);
      expect(await page.locator('h1').textContent()).toContain('zzzz');
      await context.close();
    });
  });
}
