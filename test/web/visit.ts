import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import type { Product } from './product.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export interface VisitOptions {
  readonly width?: number;
  readonly lang?: 'zh' | 'en';
  readonly dark?: boolean;
}

/** A page that keeps what went wrong on it: console errors, exceptions, policy violations. */
export interface Visit {
  readonly page: Page;
  readonly problems: string[];
  readonly context: BrowserContext;
}

/** Opens an address in a window of its own and waits until its answers have arrived. */
export async function visit(
  product: Product,
  path: string,
  options: VisitOptions = {},
): Promise<Visit> {
  const { width = 1440, lang = 'zh', dark = false } = options;
  const context = await product.browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme: dark ? 'dark' : 'light',
    isMobile: width < 500,
    hasTouch: width < 500,
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  // Shorter than a test may take, so that a failure names the step that hung.
  context.setDefaultTimeout(12_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const address = new URL(path, product.base);
  if (lang === 'en') address.searchParams.set('lang', 'en');
  await page.goto(address.href);
  await settled(page);
  return { page, problems, context };
}

/** Waits until the page shows a heading and nothing is loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => !document.querySelector('.loading'));
}

/** Rows that are all drawn alike: past the first dozens, axe would only say the same again. */
const repeated = [
  '.clause:nth-of-type(n+40)',
  '.ledger-row:nth-child(n+9)',
  '.matrix tbody:nth-of-type(n+3)',
  '.matrix-entry:nth-child(n+5)',
  '.explorer-table tbody tr:nth-child(n+5)',
  '.explorer-list li:nth-child(n+5)',
  '.rail section:nth-of-type(n+3)',
  '.chart:nth-of-type(n+2)',
];

/** Returns what axe finds wrong, one line each: on the whole page, or on a sample of its rows. */
export async function violations(page: Page, extent: 'whole' | 'sample'): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    async (exclude) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations: found } = await axe.run(
        { include: [['html']], exclude: exclude.map((rows) => [rows]) },
        { resultTypes: ['violations'] },
      );
      return found.map(
        ({ id, nodes }) =>
          `${id} ×${nodes.length}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.html}`,
      );
    },
    extent === 'sample' ? repeated : [],
  );
}

/** Returns whether the page can be scrolled sideways: nothing may stick out. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
