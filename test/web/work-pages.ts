import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/account.ts';
import type { Site } from './site.ts';
import { contextOf, joinStore } from './story-people.ts';
import { overflows, settled, violations } from './visit.ts';

/** Each page of collection, and in which role at which body it is looked at. */
const pages: readonly (readonly [string, Role, string])[] = [
  ['/account', 'reviewer', '451400'],
  ['/accounts', 'security-administrator', ''],
  ['/audit', 'auditor', ''],
  ['/collect', 'reporter', '451481'],
  ['/collect/{id}', 'reporter', '451481'],
  ['/review', 'reviewer', '451400'],
  ['/review/{id}', 'reporter', '451481'],
  ['/rounds', 'coordinator', '000000'],
  ['/rounds/{round}', 'coordinator', '000000'],
  ['/releases', 'publisher', '000000'],
  ['/forms', 'reporter', '451481'],
  ['/import', 'publisher', '000000'],
];

/** What holds on the pages of collection: whoever is there, in both languages and themes. */
export function workPagesHold(site: Site): void {
  describe.each(pages)('%s as %s', (pattern, role, body) => {
    test.each([
      { lang: 'zh', width: 1440, dark: false },
      { lang: 'en', width: 1024, dark: false },
      { lang: 'en', width: 390, dark: true },
    ] as const)('loads in $lang at $width px, quietly and accessibly', async (seen) => {
      const { product } = await site();
      const store = await joinStore(product.data);
      try {
        const ids = await sql<{ id: number; round: number }>`select s.id, s.round
          from xingbian.submission s where s.body = '451481' order by s.id limit 1`.execute(
          store.owner,
        );
        const path = pattern
          .replace('{id}', String(ids.rows[0]?.id))
          .replace('{round}', String(ids.rows[0]?.round));
        const given = { base: product.base, store, name: '阿依古丽·买买提江', role, body } as const;
        const login = `pages-${role}`;
        expect(await look(product.browser, { ...given, login }, path, seen)).toEqual([]);
      } finally {
        await store.close();
      }
    });
  });
}

async function look(
  browser: Browser,
  who: Parameters<typeof contextOf>[1],
  path: string,
  seen: { lang: 'zh' | 'en'; width: number; dark: boolean },
): Promise<string[]> {
  const context = await contextOf(browser, who);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.setViewportSize({ width: seen.width, height: 900 });
  await page.emulateMedia({ colorScheme: seen.dark ? 'dark' : 'light' });
  await page.goto(`${who.base}${path}${seen.lang === 'en' ? '?lang=en' : ''}`);
  await settled(page);
  if (await overflows(page)) problems.push('scrolls sideways');
  if ((await page.locator('main h1').count()) !== 1) problems.push('not one heading');
  problems.push(...(await violations(page, 'whole')));
  await context.close();
  return problems;
}
