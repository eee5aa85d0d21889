import { describe, expect, it } from 'vitest';
import type { Site } from './site.ts';
import { settled, visit } from './visit.ts';

/** Walks through the plan reader. */
export function readerWalks(site: Site): void {
  describe('the plan reader', () => {
    it('prints every character of the body once, in order', async () => {
      const { product, document } = await site();
      const { page, context } = await visit(product, '/plan');
      const shown = await page.locator('.clause-lines').allTextContents();
      const bare = (text: string) => text.replace(/\s/g, '');
      expect(bare(shown.join(''))).toBe(bare(document.text.slice(...document.body)));
      await context.close();
    });

    it('opens a deep link at its clause, and the text does not move when the pane changes', async () => {
      const { product, clause, agency } = await site();
      const { page, context } = await visit(product, `/plan/${clause}`);
      const text = page.locator(`[id="c-${clause}"] .clause-lines`);
      const before = await text.boundingBox();
      expect(before?.y).toBeGreaterThan(0);
      expect(before?.y).toBeLessThan(400);
      expect(await page.locator('.pane-bodies').first().textContent()).toContain(agency);
      await page.keyboard.press('Escape');
      await page.waitForURL('**/plan');
      expect(await text.boundingBox()).toEqual(before);
      await context.close();
    });

    it('steps with j and k, goes back, and shows the keys', async () => {
      const { product, document } = await site();
      const ids = document.clauses.map((part) => part.id);
      const { page, context } = await visit(product, `/plan/${ids[3]}`);
      await page.keyboard.press('j');
      await page.waitForURL(`**/plan/${ids[4]}`);
      await page.keyboard.press('j');
      await page.waitForURL(`**/plan/${ids[5]}`);
      await page.keyboard.press('k');
      await page.waitForURL(`**/plan/${ids[4]}`);
      await page.goBack();
      await page.waitForURL(`**/plan/${ids[5]}`);
      expect(await page.locator('.clause.selected').getAttribute('data-clause')).toBe(ids[5]);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await context.close();
    });

    it('walks the outline with arrows and opens a clause with Enter', async () => {
      const { product } = await site();
      const { page, context } = await visit(product, '/plan');
      await page.locator('.outline a').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const target = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${target}`);
      expect(await page.locator('.outline [aria-current]').count()).toBe(1);
      await context.close();
    });

    it('finds words in the text, with hits in context and marked', async () => {
      const { product, agency } = await site();
      const { page, context } = await visit(product, '/plan');
      await page.keyboard.press('/');
      await page.keyboard.type(agency);
      await page.locator('.find-hits li').first().waitFor();
      expect(new URL(page.url()).searchParams.get('find')).toBe(agency);
      // A hit may be drawn in two pieces, where a verb or a link begins inside it.
      const marked = (await page.locator('.plan-text mark').allTextContents()).join('');
      const total = marked.length / agency.length;
      expect(marked).toBe(agency.repeat(total));
      expect(await page.locator('.find-summary').textContent()).toContain(`${total}处`);
      await page.locator('.find-hits a').nth(1).click();
      await page.locator('.pane-body').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.outline').waitFor();
      await context.close();
    });

    it('copies the citation and says so', async () => {
      const { product, clause, document } = await site();
      const { page, context } = await visit(product, `/plan/${clause}`);
      await page.keyboard.press('c');
      await page.locator('.cite-status.shown').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(`《${document.plan.title.zh}》（${document.plan.number}）`);
      expect(copied).toContain(`${product.base}/plan/${clause}`);
      await context.close();
    });

    it('remembers a layer switched off', async () => {
      const { product, clause } = await site();
      const { page, context } = await visit(product, `/plan/${clause}`);
      await page.getByLabel('规划事项', { exact: true }).uncheck();
      await page.reload();
      await settled(page);
      const line = await page
        .locator('.plan-text .promise')
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationLine);
      expect(line).toBe('none');
      await context.close();
    });

    it('prints the text and nothing else', async () => {
      const { product, clause } = await site();
      const { page, context } = await visit(product, `/plan/${clause}`);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 640, height: 900 });
      for (const gone of [
        '.reader-side',
        '.reader-pane',
        '.layer-bar',
        '.site-menu',
        '.clause-number',
      ])
        expect(await page.locator(gone).first().isVisible()).toBe(false);
      expect(await page.locator('.plan-head h1').isVisible()).toBe(true);
      await context.close();
    });

    it('raises the pane on a phone', async () => {
      const { product, clause } = await site();
      const { page, context } = await visit(product, `/plan/${clause}`, { width: 390 });
      expect(await page.locator('.pane-body').isVisible()).toBe(false);
      await page.getByRole('button', { name: '展开' }).click();
      expect(await page.locator('.pane-body').isVisible()).toBe(true);
      await page.getByRole('button', { name: /大纲与查找/ }).click();
      expect(await page.locator('.outline').isVisible()).toBe(true);
      await context.close();
    });
  });
}
