import { periodText } from '../../src/domain/period.ts';
import { type BenchSize, countyCodes, indicatorIds, townshipCodes } from './definition.ts';

/** A made-up figure. */
export interface MadeUpFigure {
  readonly territory: string;
  readonly indicator: string;
  readonly period: number;
  readonly value: string;
}

/** Twenty years; with quarters, a hundred periods. */
export const benchYears = { first: 2001, last: 2020 };

/**
 * Yields figures of every place × indicator × year, and quarter where the size says so, in the order
 * of a yearbook: by place, then indicator, then period. Each series goes its own way, steadily and
 * with some noise, so that little in it looks wrong. The same every time, but that of `revised`
 * figures one is a per mille higher; none of zero.
 */
export function* madeUpFigures(size: BenchSize, revised = 0): Generator<MadeUpFigure> {
  const random = seeded(2016);
  const periods = [...benchPeriods(size.quarters)];
  let count = 0;
  for (const territory of [...countyCodes(size), ...townshipCodes(size)])
    for (const indicator of indicatorIds(size)) {
      const level = 50 * 10 ** (random() * 4);
      const growth = 1.01 + random() * 0.08;
      for (const period of periods) {
        const years = Math.floor(period / 100) - benchYears.first + (period % 100 ? 0.5 : 0);
        const trend = level * growth ** years * (period % 100 ? 0.25 : 1);
        const figure = trend * (0.98 + random() * 0.04);
        count += 1;
        const higher = revised > 0 && count % revised === 0 ? 1.001 : 1;
        yield { territory, indicator, period, value: (figure * higher).toFixed(2) };
      }
    }
}

/** Yields the years, and the quarters of each where they are asked for. */
export function* benchPeriods(quarters: boolean): Generator<number> {
  for (let year = benchYears.first; year <= benchYears.last; year++) {
    yield year * 100;
    if (quarters) for (const quarter of [41, 42, 43, 44]) yield year * 100 + quarter;
  }
}

/** Where the made-up figures say they are from. */
export const benchSource = '基准测试用的虚构数字，不是统计资料';

const header = 'territory,name,indicator,period,breakdown,value,absence,unit,status,source,note\n';

/** Yields a CSV file in long form, as the product writes it. */
export function* csvOf(rows: Iterable<MadeUpFigure>): Generator<string> {
  let text = header;
  for (const { territory, indicator, period, value } of rows) {
    text += `${territory},地${territory},${indicator},${periodText(period)},,${value},,万元,final,${benchSource},\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Mulberry32: numbers in [0, 1) that are the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
