import type { Kysely } from 'kysely';
import type { Series, SeriesPlace } from '../../api/statistics.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Basis } from '../../domain/figure.ts';
import { type PeriodNumber, periodText, yearOf } from '../../domain/period.ts';
import type { Indicators } from '../../statistics/evaluate.ts';
import { withImplied } from '../../statistics/implied-indicator.ts';
import { parsePeriodList } from '../../statistics/period-list.ts';
import { parsePlaceToken, type Row, rowsOf } from '../../statistics/place-token.ts';
import type { Places } from '../../statistics/places.ts';
import type { Tables } from '../schema.ts';
import { type Reading, readAt } from '../statistics/instant.ts';
import { type FiguresAsked, readFigures } from '../statistics/read-figures.ts';

/** What a question about series says: lists with commas, as in an address. */
export interface SeriesInput {
  readonly t: string;
  readonly i: string;
  readonly p: string;
  readonly basis: Basis;
  readonly asOf?: string | undefined;
}

/** Figures one answer may hold. */
const most = 200_000;

/**
 * Resolves to the figures of places and groups, by indicator and period. Refuses with
 * `place-unknown`, `indicator-unknown`, `period-invalid`, `too-many-cells`, and what `readAt` refuses.
 */
export async function readSeries(
  db: Kysely<Tables>,
  plan: string,
  input: SeriesInput,
): Promise<Series> {
  return await readAt(db, plan, input.asOf, async (given) => {
    const reading = readingOf(given, listed(input.i));
    const asked = askedBy(input, reading);
    const figures = await readFigures(reading, asked);
    return {
      instant: reading.instant,
      basis: asked.basis,
      places: asked.rows.map((row) => seriesPlaceOf(row, asked.periods)),
      indicators: [...asked.indicators],
      periods: asked.periods.map(periodText),
      figures,
    };
  });
}

/** Returns a reading that also knows the indicators some ids imply, such as `gdp~growth`. */
export function readingOf(reading: Reading, ids: readonly string[]): Reading {
  const { definition } = reading;
  const indicators = withImplied(definition.indicators, ids);
  return { ...reading, definition: { ...definition, indicators } };
}

/** Returns what an address asks for, every name of it found. Refusals as `readSeries`. */
export function askedBy(input: SeriesInput, { definition }: Reading): FiguresAsked {
  const indicators = indicatorsOf(input.i, definition.indicators);
  const periods = periodsOf(input.p);
  const rows = rowsOfTokens(input.t, periods, definition.places);
  const cells = rows.length * indicators.length * periods.length;
  if (cells > most) throw new AppError('too-many-cells', { cells, limit: most });
  return { rows, indicators, periods, basis: input.basis };
}

/** Returns the rows of a list of tokens, each once. Refuses with `place-unknown`. */
export function rowsOfTokens(
  list: string,
  periods: readonly PeriodNumber[],
  places: Places,
): readonly Row[] {
  const years = [...new Set(periods.map(yearOf))];
  const rows = new Map<string, Row>();
  for (const text of listed(list)) {
    const token = parsePlaceToken(text, places);
    if (!token) throw new AppError('place-unknown', { place: text });
    for (const row of rowsOf(token, years, places)) rows.set(row.token, row);
  }
  return [...rows.values()];
}

/** Returns a row as answers describe it; members are those of the last period. */
export function seriesPlaceOf(row: Row, periods: readonly PeriodNumber[]): SeriesPlace {
  const { token, territory, group, name, membersIn } = row;
  const year = Math.max(...periods.map(yearOf));
  return { token, territory, group, name, members: membersIn?.(year).length ?? null };
}

/** Returns the periods of a list. Refuses with `period-invalid`. */
export function periodsOf(list: string): readonly PeriodNumber[] {
  const parsed = parsePeriodList(list);
  if ('wrong' in parsed) throw new AppError('period-invalid', { period: parsed.wrong });
  return parsed.periods;
}

/** Returns the ids of a list, each once. Refuses with `indicator-unknown`. */
export function indicatorsOf(list: string, indicators: Indicators): readonly string[] {
  const ids = [...new Set(listed(list))];
  const unknown = ids.find((id) => !indicators.has(id));
  if (unknown !== undefined) throw new AppError('indicator-unknown', { indicator: unknown });
  return ids;
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
