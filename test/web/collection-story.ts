import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Sheet } from '../../src/api/collection.ts';
import { checkCells } from '../../src/collection/check-cells.ts';
import { checkedSheet } from '../../src/collection/entry.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Site } from './site.ts';
import { contextOf, joinStore } from './story-people.ts';

const county = '451423';
const returned = ['01', '05'];

/**
 * A figure on its way: a county fills 40 lines by keyboard alone with the network gone half-way and
 * hands in; the prefecture returns two cells; the county corrects; prefecture and province accept; the
 * coordinators publish; the explorer shows the figure and its story.
 */
export function collectionStory(site: Site): void {
  test('a figure from the county’s keyboard to the explorer', { timeout: 180_000 }, async () => {
    const { product } = await site();
    const { base, browser, data } = product;
    const store = await joinStore(data);
    try {
      const person = (name: string, role: Parameters<typeof contextOf>[1]['role'], body: string) =>
        contextOf(browser, { base, store, name, role, body });
      const coordinator = await person('协调员', 'coordinator', '000000');
      const desk = await person('龙州填报员', 'reporter', county);
      const prefecture = await person('崇左审核员', 'reviewer', '451400');
      const province = await person('广西审定员', 'approver', '450000');
      const publisher = await person('公布员', 'publisher', '000000');

      await openRound(await coordinator.newPage(), base);
      const id = await submissionOf(store);
      const page = await desk.newPage();
      await fillByKeyboard(page, base, id);
      await explain(page, base, id);
      await handIn(page);

      await returnTwo(await prefecture.newPage(), base, id);
      await correctTwo(page, base, id);
      await handIn(page);

      await acceptOn(await prefecture.newPage(), base, id);
      await acceptOn(await province.newPage(), base, id);
      await publishAll(await publisher.newPage(), base);
      await readStory(page, base);
      for (const one of [coordinator, desk, prefecture, province, publisher]) await one.close();
    } finally {
      await store.close();
    }
  });
}

async function openRound(page: Page, base: string): Promise<void> {
  const sent = await page.request.post(`${base}/api/collection/rounds/open`, {
    data: { form: 'county-yearly', period: '2025', due: '2999-12-31' },
    headers: { 'x-xingbian': 'test' },
  });
  expect(sent.status()).toBe(200);
  await page.goto(`${base}/rounds`);
  await page
    .getByRole('link', { name: /边境县基本情况年报/ })
    .first()
    .waitFor();
}

async function submissionOf(store: Store): Promise<number> {
  const { rows } = await sql<{ id: number }>`select s.id from xingbian.submission s
    join xingbian.round r on r.id = s.round where s.body = ${county} and r.period = 202500`.execute(
    store.owner,
  );
  return rows[0]?.id ?? 0;
}

/** Figures nobody has to explain: a little more than the year before; 10 where nothing is known. */
function figuresFor(sheet: Sheet): string[] {
  const before = new Map<string, number>();
  for (const one of [...sheet.history, ...sheet.before])
    if (one.value !== null) before.set(one.indicator, Number(one.value));
  const asked = sheet.sections.flatMap((part) => part.fields).filter((field) => !field.derived);
  const figures = new Map(
    asked.map((field) => {
      const last = before.get(field.indicator);
      const grown = last === undefined ? (field.max === 1 ? 1 : 10) : last * 1.03;
      return [field.indicator, Number(grown.toFixed(Math.min(field.digits, 2)))];
    }),
  );
  for (const rule of sheet.form.rules)
    if (rule.kind === 'sum')
      figures.set(
        rule.whole,
        Number(rule.parts.reduce((sum, part) => sum + (figures.get(part) ?? 0), 0).toFixed(2)),
      );
  for (const rule of sheet.form.rules)
    if (rule.kind === 'ratio' && !before.has(rule.of)) {
      const middle = ((rule.min ?? 0) + (rule.max ?? (rule.min ?? 0) * 2)) / 2;
      figures.set(rule.of, Math.round((figures.get(rule.by) ?? 0) * middle));
    }
  return asked.map((field) => String(figures.get(field.indicator)));
}

async function sheetOf(page: Page, base: string, id: number): Promise<Sheet> {
  return await (await page.request.get(`${base}/api/collection/submissions/${id}`)).json();
}

async function fillByKeyboard(page: Page, base: string, id: number): Promise<void> {
  await page.goto(`${base}/collect/${id}`);
  await page.getByRole('grid').waitFor();
  const figures = figuresFor(await sheetOf(page, base, id));
  expect(figures.length).toBe(40);
  await page.getByRole('grid').getByRole('textbox').first().focus();
  for (const [at, figure] of figures.entries()) {
    if (at === 20) await page.context().setOffline(true);
    await page.keyboard.type(figure);
    await page.keyboard.press('Enter');
  }
  // Without a network: all of it is on this device, also after the page was loaded anew.
  await page
    .getByText(/存在本机/)
    .first()
    .waitFor();
  await page.waitForTimeout(1_000);
  await page.reload();
  await page.getByRole('grid').waitFor();
  await page.context().setOffline(false);
  await expect
    .poll(async () => (await sheetOf(page, base, id)).cells.length, { timeout: 30_000 })
    .toBe(40);
  const saved = await sheetOf(page, base, id);
  const asked = saved.sections.flatMap((part) => part.fields).filter((field) => !field.derived);
  const values = new Map(saved.cells.map((cell) => [cell.indicator, cell.value]));
  expect(asked.map((field) => Number(values.get(field.indicator)))).toEqual(figures.map(Number));
  expect(saved.cells.every((cell) => cell.revision === 1)).toBe(true);
}

/** Answers every question the cells ask, without a mouse: F8 goes there, Alt+N opens the note. */
async function explain(page: Page, base: string, id: number): Promise<void> {
  const sheet = await sheetOf(page, base, id);
  const asked = checkCells(checkedSheet(sheet)).filter((item) => item.severity === 'warning');
  expect(asked.length).toBeGreaterThan(0);
  for (const _ of asked) {
    await page.keyboard.press('F8');
    await page.keyboard.press('Alt+n');
    await page.locator('textarea:focus, input.note:focus, td.said :focus').waitFor();
    await page.keyboard.type('经核对属实，按年报填');
    await page.keyboard.press('Enter');
  }
}

async function handIn(page: Page): Promise<void> {
  await page
    .getByText(/已全部上报/)
    .first()
    .waitFor({ timeout: 30_000 });
  const submit = page.getByRole('button', { name: '提交', exact: true }).first();
  // Until the last cell has arrived the button says what is missing instead.
  await expect.poll(() => submit.getAttribute('aria-disabled'), { timeout: 20_000 }).toBe('false');
  await submit.focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/已提交/)
    .first()
    .waitFor({ timeout: 10_000 });
}

/** Without a mouse: j goes down the cells, r opens the reason, Enter ends it, a goes to the acts. */
async function returnTwo(page: Page, base: string, id: number): Promise<void> {
  await page.goto(`${base}/review/${id}`);
  const asked = (await sheetOf(page, base, id)).sections
    .flatMap((part) => part.fields)
    .filter((field) => !field.derived);
  await page.locator('.review-table [data-row]').first().waitFor();
  for (const field of asked.slice(0, 1 + asked.findIndex(({ line }) => line === returned.at(-1)))) {
    await page.keyboard.press('j');
    if (!returned.includes(field.line)) continue;
    await page.keyboard.press('r');
    await page.keyboard.type('与部门数不符');
    await page.keyboard.press('Enter');
  }
  // Reasons outlive the page until they are sent.
  await page.reload();
  await expect.poll(() => page.locator('.reason-box input').count()).toBe(returned.length);
  await page.keyboard.press('a');
  expect(await focusedText(page)).toBe('退回2格');
  await page.keyboard.press('Enter');
  await page
    .getByText(/已退回填报单位/)
    .first()
    .waitFor();
  await page.reload();
  await page.locator('.review-table').first().waitFor();
  expect(await page.locator('.reason-box').count()).toBe(0);
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

async function correctTwo(page: Page, base: string, id: number): Promise<void> {
  await page.goto(`${base}/collect/${id}`);
  await page.getByText('与部门数不符').first().waitFor();
  const sheet = await sheetOf(page, base, id);
  for (const remark of sheet.remarks) {
    const field = sheet.sections
      .flatMap((part) => part.fields)
      .find((one) => one.indicator === remark.indicator);
    const cell = sheet.cells.find((one) => one.indicator === remark.indicator);
    const row = page.locator('tr', {
      has: page.locator('td.line', { hasText: field?.line ?? '' }),
    });
    await row.getByRole('textbox').first().focus();
    await page.keyboard.type(String(Number(cell?.value) + 1));
    await page.keyboard.press('Enter');
  }
}

async function acceptOn(page: Page, base: string, id: number): Promise<void> {
  await page.goto(`${base}/review/${id}`);
  await page.getByRole('button', { name: '通过', exact: true }).waitFor();
  await page.keyboard.press('a');
  expect(await focusedText(page)).toBe('通过');
  await page.keyboard.press('Enter');
  await page
    .getByText(/已通过。/)
    .first()
    .waitFor();
}

/** Without a mouse: j and x choose, Enter in a field tries and publishes nothing, a goes to the acts. */
async function publishAll(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/releases`);
  await page.locator('.round-choice [data-row]').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('已选1张').waitFor();
  await page.getByLabel('名称').focus();
  await page.keyboard.type('2025年县级年报');
  await page.keyboard.press('Enter');
  const publish = page.getByRole('button', { name: '公布1张' });
  await expect.poll(() => publish.isEnabled()).toBe(true);
  // From a field letters are typed: the acts come after it.
  for (let step = 0; step < 12 && (await focusedText(page)) !== '公布1张'; step += 1)
    await page.keyboard.press('Tab');
  expect(await focusedText(page)).toBe('公布1张');
  await page.keyboard.press('Enter');
  await page.getByText(/已公布，为统计信息库第/).waitFor();
}

async function readStory(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/statistics?t=${county}&i=gdp&p=2025&at=${county}!gdp!2025`);
  await page.locator('.explorer-table td[tabindex="0"]').focus();
  // Totals stay on top; the county comes below them.
  const totals = await page.locator('.explorer-table .summary').count();
  for (let step = 0; step < totals; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.story-facts').waitFor();
  const story = await page.locator('.story').textContent();
  expect(story).toContain('龙州县填报，崇左市审核，广西壮族自治区审定');
}
