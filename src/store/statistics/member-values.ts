import type { Basis } from '../../domain/figure.ts';
import type { PeriodNumber } from '../../domain/period.ts';
import type { Row } from '../../statistics/place-token.ts';
import type { Definition } from './definition.ts';
import type { Reading } from './instant.ts';
import { readFigures } from './read-figures.ts';

/** Values of places in one order, by indicator and period. */
export type ValuesOf = (indicator: string, period: PeriodNumber) => readonly (number | null)[];

/** An indicator in a period. */
export interface Asked {
  readonly indicator: string;
  readonly period: PeriodNumber;
}

/**
 * Resolves to the values all of `rows` have. What a publication says never changes, so they are
 * remembered by its number: the pages of a hundred places show each place among the same others.
 */
export async function readMemberValues(
  reading: Reading,
  rows: readonly Row[],
  asked: readonly Asked[],
  basis: Basis,
): Promise<ValuesOf> {
  const kept = keptFor(reading.definition);
  const keyOf = ({ indicator, period }: Asked) =>
    `${reading.number} ${basis} ${indicator} ${period}`;
  const missing = asked.filter((one) => !kept.has(keyOf(one)));
  for (const period of new Set(missing.map((one) => one.period))) {
    const indicators = missing.filter((one) => one.period === period).map((one) => one.indicator);
    const figures = await readFigures(reading, { rows, indicators, periods: [period], basis });
    for (const [index, indicator] of indicators.entries())
      kept.set(
        keyOf({ indicator, period }),
        figures.map((ofRow) => ofRow[index]?.[0]?.value ?? null),
      );
  }
  const found = new Map(asked.map((one) => [keyOf(one), kept.get(keyOf(one)) ?? []]));
  while (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
  return (indicator, period) => found.get(keyOf({ indicator, period })) ?? [];
}

type Kept = Map<string, readonly (number | null)[]>;

/** Of a definition: another one may have other members. */
const known = new WeakMap<Definition, Kept>();
const mostKept = 2_000;

function keptFor(definition: Definition): Kept {
  const kept = known.get(definition) ?? new Map<string, readonly (number | null)[]>();
  known.set(definition, kept);
  return kept;
}
