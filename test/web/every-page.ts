import { describe, expect, it } from 'vitest';
import type { Site } from './site.ts';
import { overflows, violations, visit } from './visit.ts';

const pages = [
  '/plan',
  '/plan/{clause}',
  '/responsibilities',
  '/agencies',
  '/agencies/{agency}',
  '/commitments',
  '/statistics?t={members}',
  '/statistics?t={members}&view=lines&per=growth',
  '/statistics?t={members}&view=bars',
  '/ribbon',
  '/territories/{place}',
  '/indicators',
  '/indicators/{indicator}',
  '/search?q={agency}',
  '/about',
  '/sign-in',
];

/** The page of a clause is the reader again; a table of the statistics has thousands of cells alike. */
const sampled = /^\/(?:plan\/|statistics)/;

/** What holds on every page, in both languages, on a desk and on a phone. */
export function everyPage(site: Site): void {
  describe.each(pages)('%s', (pattern) => {
    // Windows wait for one another less than a reader does: several are open at once.
    it.concurrent.each([
      ['zh', 1440],
      ['en', 1440],
      ['zh', 390],
      ['en', 390],
    ] as const)('loads in %s at %i px, quietly and accessibly', async (lang, width) => {
      const { product, clause, agency, members, place, indicator } = await site();
      const path = pattern
        .replace('{members}', members)
        .replace('{place}', place)
        .replace('{indicator}', indicator)
        .replace('{clause}', clause)
        .replace('{agency}', encodeURIComponent(agency));
      const { page, problems, context } = await visit(product, path, { lang, width });
      expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
      expect(await page.locator('main h1').count()).toBe(1);
      expect(await overflows(page)).toBe(false);
      const whole = lang === 'zh' && width === 1440 && !sampled.test(pattern);
      expect(await violations(page, whole ? 'whole' : 'sample')).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
    });
  });

  it('keeps the contrast in the dark', async () => {
    const { product, clause } = await site();
    const { page, context } = await visit(product, `/plan/${clause}`, { dark: true });
    expect(await violations(page, 'sample')).toEqual([]);
    await context.close();
  });

  it.each(['/plan/9.9.9', '/agencies/没有这个部门', '/nowhere'])(
    'says that %s leads nowhere and how to go on',
    async (path) => {
      const { product } = await site();
      const { page, context } = await visit(product, path);
      await page.getByRole('link', { name: '返回规划' }).click();
      await page.waitForURL('**/plan');
      await context.close();
    },
  );

  it('shows the head and empty rows before any script, and where the plan can be had', async () => {
    const { product } = await site();
    const context = await product.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${product.base}/responsibilities`);
    expect(await page.locator('.site-header .brand').isVisible()).toBe(true);
    expect(await page.locator('.loading-row').count()).toBeGreaterThan(5);
    const link = page.locator('noscript a').first();
    expect(await link.getAttribute('href')).toBe('/api/plan/document');
    await context.close();
  });

  it('offers another try when the server does not answer', async () => {
    const { product } = await site();
    const { page, context } = await visit(product, '/about');
    await page.route('**/api/plan/agencies', (route) => route.abort());
    await page.getByRole('link', { name: '部门', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.unroute('**/api/plan/agencies');
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('.agency-table').waitFor();
    await context.close();
  });

  it('changes the language and remembers it', async () => {
    const { product } = await site();
    const { page, context } = await visit(product, '/plan');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Responsibilities' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Responsibilities' }).waitFor();
    expect(await page.locator('.plan-head h1').getAttribute('lang')).toBe('zh-CN');
    await context.close();
  });

  it('paints the theme that was chosen and remembers it', async () => {
    const { product } = await site();
    const { page, context } = await visit(product, '/about');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByLabel('外观').selectOption('dark');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.waitForSelector('main h1');
    expect(await ground()).toBe(dark);
    await context.close();
  });
}
