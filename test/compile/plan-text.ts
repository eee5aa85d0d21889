import { readFileSync } from 'node:fs';

/** The official text of the plan that ships with the product, with its lines restored. */
export const planText = readFileSync(
  new URL('../../plans/xingbian-2016-2020/text.txt', import.meta.url),
  'utf8',
);

/**
 * Returns the text as copies of it circulate: every line break is gone but those around a box
 * title and before the items of a box, so that headings run straight into their bodies.
 */
export function runOn(text: string): string {
  let inBox = false;
  let joined = '';
  for (const line of text.split('\n')) {
    const box = /^专栏\d+/.test(line);
    inBox = box || (inBox && /^（\d+）/.test(line));
    joined += box ? `\n\n${line}\n` : inBox ? `\n${line}` : line;
  }
  return joined;
}

/** Returns a generator of whole numbers below `limit`, the same for the same seed. */
export function seededNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
