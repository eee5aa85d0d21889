import { sql } from 'kysely';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Sheet } from '../../src/api/collection.ts';
import type { Site } from './site.ts';
import { contextOf, joinStore } from './story-people.ts';

const body = '450000';
const headers = { 'x-xingbian': 'test' };

/**
 * Two who fill the same form: what one typed without a network arrives when the other has handed in.
 * It is kept for its author, who puts it into the form once that is withdrawn; signing out erases
 * what waits.
 */
export function deskWalks(site: Site): void {
  test('what came too late is kept, and signing out erases the queue', {
    timeout: 120_000,
  }, async () => {
    const { product } = await site();
    const { base, browser, data } = product;
    const store = await joinStore(data);
    try {
      const given = { base, store, role: 'reporter', body } as const;
      const author = await contextOf(browser, { ...given, name: '甲', login: 'desk-author' });
      const other = await contextOf(browser, { ...given, name: '乙', login: 'desk-other' });
      const coordinator = await contextOf(browser, {
        ...given,
        name: '协调员',
        role: 'coordinator',
        body: '000000',
        login: 'desk-coordinator',
      });
      const opened = await coordinator.request.post(`${base}/api/collection/rounds/open`, {
        data: { form: 'province-yearly', period: '2025', due: '2999-12-31' },
        headers,
      });
      expect(opened.status()).toBe(200);
      const { rows } = await sql<{ id: number }>`select s.id from xingbian.submission s
        join xingbian.round r on r.id = s.round
        where s.body = ${body} and r.form = 'province-yearly'`.execute(store.owner);
      const address = `${base}/api/collection/submissions/${rows[0]?.id}`;
      const page = await author.newPage();
      await author.grantPermissions(['clipboard-read', 'clipboard-write']);

      await typeOffline(page, `${base}/collect/${rows[0]?.id}`);
      await openWithout(page, base);
      await handInAll(other, address);
      await author.setOffline(false);
      await page.goto(`${base}/collect/${rows[0]?.id}`);
      const kept = page.locator('.kept');
      await kept.getByText('12').first().waitFor();
      await kept.getByRole('button', { name: '复制' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('12');

      const second = await other.newPage();
      await second.goto(`${base}/collect/${rows[0]?.id}`);
      await second.getByRole('button', { name: '撤回' }).click();
      await second
        .getByText(/已撤回/)
        .first()
        .waitFor();
      await page.reload();
      await kept.getByRole('button', { name: '填入本表' }).click();
      await expect.poll(() => valuesOf(author, address)).toContain('12');
      await expect.poll(() => kept.count()).toBe(0);

      await signOutWithWaiting(page, base);
      for (const one of [author, other, coordinator]) await one.close();
    } finally {
      await store.close();
    }
  });
}

/** Types a figure into the second line without a network; it stays on this device. */
async function typeOffline(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('grid').waitFor();
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  await page.waitForTimeout(1_500);
  await page.context().setOffline(true);
  await page.getByRole('grid').getByRole('textbox').nth(1).focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page
    .getByText(/存在本机/)
    .first()
    .waitFor();
}

/** The list of tasks opens without a network too, and leads to the form that is kept. */
async function openWithout(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/collect`);
  await page.getByRole('heading', { name: /没有网络/ }).waitFor();
  await page.locator('.task-table a').first().click();
  await page.getByRole('grid').waitFor();
}

/** Fills every cell with a reason for no figure, and submits, as a colleague at another desk. */
async function handInAll(context: BrowserContext, address: string): Promise<void> {
  const sheet: Sheet = await (await context.request.get(address)).json();
  const asked = sheet.sections.flatMap((part) => part.fields).filter((field) => !field.derived);
  const cells = asked.map(({ indicator }, at) => ({
    key: `colleague-${at}-${indicator}`.slice(0, 60),
    indicator,
    value: null,
    absence: 'missing',
    note: null,
    base: 0,
  }));
  const data = { version: sheet.version, cells };
  expect((await context.request.post(`${address}/cells`, { data, headers })).status()).toBe(200);
  const sent = await context.request.post(`${address}/submit`, { data: {}, headers });
  expect(sent.status()).toBe(200);
  const after: Sheet = await (await context.request.get(address)).json();
  expect(after.entry.state).toBe('submitted');
}

async function valuesOf(context: BrowserContext, address: string): Promise<(string | null)[]> {
  const sheet: Sheet = await (await context.request.get(address)).json();
  return sheet.cells.map(({ value }) => value);
}

async function signOutWithWaiting(page: Page, base: string): Promise<void> {
  await page.route('**/cells', (route) => route.abort());
  await page.getByRole('grid').getByRole('textbox').nth(2).focus();
  await page.keyboard.type('34');
  await page.keyboard.press('Enter');
  await page.getByText(/本机/).first().waitFor();
  await page.evaluate(() => sessionStorage.setItem('xingbian.reasons.0.1', '{}'));
  await page.goto(`${base}/account`);
  const asked = new Promise<string>((resolve) =>
    page.once('dialog', (dialog) => {
      resolve(dialog.message());
      void dialog.accept();
    }),
  );
  await page.getByRole('button', { name: '退出' }).click();
  expect(await asked).toContain('1格');
  await page.waitForURL('**/sign-in**');
  expect(await page.evaluate(keptHere)).toEqual({ saves: 0, sheets: 0 });
}

/** Runs in the page: how much the store of this browser holds. */
async function keptHere(): Promise<Record<string, number>> {
  const request = indexedDB.open('xingbian-filling');
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const count = (name: string) =>
    new Promise<number>((resolve) => {
      const counted = database.transaction(name).objectStore(name).count();
      counted.onsuccess = () => resolve(counted.result);
    });
  return { saves: await count('saves'), sheets: await count('sheets') };
}
