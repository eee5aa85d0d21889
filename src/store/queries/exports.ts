import type { Kysely } from 'kysely';
import type { Indicator } from '../../domain/indicator.ts';
import { type PeriodNumber, periodNumber, yearOf } from '../../domain/period.ts';
import { type Indicators, leavesOf } from '../../statistics/evaluate.ts';
import type { ExportedBase } from '../../statistics/export/base-package.ts';
import type { BaseExtent } from '../../statistics/export/cubes.ts';
import type { ExportedSeries } from '../../statistics/export/exported-series.ts';
import type { ExportedObservation } from '../../statistics/export/observation-rows.ts';
import { withImplied } from '../../statistics/implied-indicator.ts';
import type { Row } from '../../statistics/place-token.ts';
import type { Tables } from '../schema.ts';
import { type ExportState, exportObservations } from '../statistics/export-observations.ts';
import { exportExtent, exportOrigins } from '../statistics/export-sources.ts';
import { readAt } from '../statistics/instant.ts';
import { indicatorsOf, periodsOf, readSeries, rowsOfTokens, type SeriesInput } from './series.ts';
import { readSummary } from './summary.ts';

/**
 * Resolves to the figures of a question with all that a download of them says: definitions, sources,
 * publications, and what was reported to the last digit. Refuses what `readSeries` refuses.
 */
export async function readSeriesExport(
  db: Kysely<Tables>,
  plan: string,
  input: SeriesInput,
): Promise<ExportedSeries> {
  const { state, instant, title } = await openState(db, plan, input.asOf);
  const series = await readSeries(db, plan, { ...input, asOf: String(instant.number) });
  const periods = series.periods.map((period) => periodNumber(period) ?? 0);
  const rows = rowsOfTokens(input.t, periods, state.places);
  const known = withImplied(state.indicators, series.indicators);
  const indicators = series.indicators.flatMap((id) => known.get(id) ?? []);
  const origins = await exportOrigins(state, {
    territories: territoriesOf(rows, periods),
    indicators: leafIndicators(indicators, periods, known),
  });
  return {
    plan: { id: plan, title },
    ...series,
    indicators,
    reported: await reportedOf(state, rows, indicators, periods),
    ...origins,
  };
}

/** The base as of an instant, to be written out, and what it has anything of. */
export interface BaseExport {
  readonly base: ExportedBase;
  readonly extent: () => Promise<BaseExtent>;
}

/** What of the base is wanted: lists with commas, as in an address; all of it where left out. */
export interface BaseInput {
  readonly i?: string | undefined;
  readonly p?: string | undefined;
  readonly asOf?: string | undefined;
}

/**
 * Resolves to the base as of an instant, or some indicators and periods of it. Refuses with
 * `indicator-unknown`, `period-invalid`, and what `readAt` refuses.
 */
export async function readBaseExport(
  db: Kysely<Tables>,
  plan: string,
  input: BaseInput,
): Promise<BaseExport> {
  const { state, instant, title } = await openState(db, plan, input.asOf);
  const filter = {
    ...(input.i !== undefined && { indicators: indicatorsOf(input.i, state.indicators) }),
    ...(input.p !== undefined && { periods: periodsOf(input.p) }),
  };
  const wanted = new Set(filter.indicators ?? state.indicators.keys());
  return {
    base: {
      plan: { id: plan, title },
      instant,
      places: state.places,
      indicators: [...state.indicators.values()].filter((item) => wanted.has(item.id)),
      ...(await exportOrigins(state, filter)),
      observations: () => exportObservations(state, filter),
    },
    extent: () => exportExtent(state, filter),
  };
}

/** Which publication is meant, and the definition it is read with. */
async function openState(db: Kysely<Tables>, plan: string, asOf: string | undefined) {
  const { title } = await readSummary(db, plan);
  return await readAt(db, plan, asOf, async ({ definition, instant }) => {
    const { places, indicators } = definition;
    const state: ExportState = { db, plan, number: instant.number, places, indicators };
    return { state, instant, title };
  });
}

/** Every place a row is, or is made of in any of the years. */
function territoriesOf(rows: readonly Row[], periods: readonly PeriodNumber[]): string[] {
  const years = new Set(periods.map(yearOf));
  const found = new Set<string>();
  for (const { territory, membersIn } of rows) {
    if (membersIn === null) found.add(territory);
    else for (const year of years) for (const member of membersIn(year)) found.add(member);
  }
  return [...found];
}

/** Everything the indicators are computed from, at any level. */
function leafIndicators(
  asked: readonly Indicator[],
  periods: readonly PeriodNumber[],
  indicators: Indicators,
): string[] {
  const leaves = asked.flatMap((indicator) =>
    periods.flatMap((period) =>
      leavesOf({ indicator: indicator.id, period }, indicators, 'several'),
    ),
  );
  return [
    ...new Set([...asked.map((indicator) => indicator.id), ...leaves.map((one) => one.indicator)]),
  ];
}

async function reportedOf(
  state: ExportState,
  rows: readonly Row[],
  indicators: readonly Indicator[],
  periods: readonly PeriodNumber[],
): Promise<ExportedSeries['reported']> {
  const filter = {
    territories: rows.filter((row) => row.membersIn === null).map((row) => row.territory),
    indicators: indicators.filter((item) => !item.derived).map((item) => item.id),
    periods,
    whole: true,
  };
  const found = new Map<string, ExportedObservation>();
  for await (const item of exportObservations(state, filter))
    found.set(`${item.territory} ${item.indicator} ${item.period}`, item);
  return (territory, indicator, period) => found.get(`${territory} ${indicator} ${period}`);
}
