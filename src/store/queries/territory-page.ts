import type { Kysely } from 'kysely';
import type { DoubtfulFigure, IndicatorBrief, TerritoryPage } from '../../api/statistics-pages.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Basis } from '../../domain/figure.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import { leafIds } from '../../statistics/evaluate.ts';
import { missingFigures } from '../../statistics/gaps.ts';
import type { Tables } from '../schema.ts';
import type { Definition } from '../statistics/definition.ts';
import { type Reading, readAt } from '../statistics/instant.ts';
import { type KnownPeriods, readGroupPeriods } from '../statistics/known-periods.ts';
import { readFigureSources } from './figure-sources.ts';
import { placeFacts } from './place-facts.ts';
import { type FiguresOfPlace, readFiguresOfPlace } from './place-figures.ts';
import { readSummary } from './summary.ts';

/** Which place, on which basis, as of when. */
export interface TerritoryInput {
  readonly id: string;
  readonly basis: Basis;
  readonly asOf?: string | undefined;
}

/**
 * Resolves to everything there is about one place, of whatever kind. Refuses with `place-unknown`
 * and what `readAt` refuses.
 */
export async function readTerritoryPage(
  db: Kysely<Tables>,
  plan: string,
  { id, basis, asOf }: TerritoryInput,
): Promise<TerritoryPage> {
  return await readAt(db, plan, asOf, async (reading) => {
    const { places, indicators } = reading.definition;
    const territory = places.territory(id);
    if (!territory) throw new AppError('place-unknown', { place: id });
    const summary = await readSummary(reading.db, plan);
    const group = await readGroupPeriods(reading);
    const read = await readFiguresOfPlace(reading, id, { basis, plan: summary, group });
    const gaps = gapsOf(read, { summary, group, reading, id });
    const shown = new Set([
      ...read.figures.map(({ indicator }) => indicator),
      ...gaps.map(({ indicator }) => indicator),
    ]);
    return {
      plan: summary,
      instant: reading.instant,
      basis,
      ...placeFacts(territory, places),
      indicators: [...indicators.values()].filter((one) => shown.has(one.id)).map(briefOf),
      leading: leadingOf(reading.definition),
      periods: read.periods.map(periodText),
      figures: [...read.figures],
      doubts: doubtsOf(read, id, indicators),
      gaps,
      sources: await readFigureSources(reading, {
        territories: [id],
        indicators: [...indicators.values()].filter((one) => !one.derived).map((one) => one.id),
      }),
    };
  });
}

/** Returns what a page needs of an indicator to print its figures. */
export function briefOf(indicator: Indicator): IndicatorBrief {
  const { id, theme, name, unit, shownIn, direction, digits, range, derived } = indicator;
  const { aggregation, breaks, standing, source } = indicator;
  return {
    ...{ id, theme, name, unit, direction, digits, range, breaks, standing, source },
    ...(shownIn !== undefined && { shownIn }),
    ...(aggregation !== undefined && { aggregation }),
    ...(derived !== undefined && { derived }),
  };
}

/** What the measures of commitments rest on, in the order of the text. */
function leadingOf({ file, indicators }: Definition): string[] {
  const measures = file.commitments.flatMap((one) => ('indicators' in one ? one.indicators : []));
  const leaves = measures.flatMap((id) => leafIds(id, indicators));
  return [...new Set(leaves)];
}

/** Doubts are told where they were found: what is computed from a doubtful figure shows them too. */
function doubtsOf(
  { periods, figures }: FiguresOfPlace,
  territory: string,
  indicators: ReadonlyMap<string, Indicator>,
): DoubtfulFigure[] {
  return figures
    .filter(({ indicator }) => !indicators.get(indicator)?.derived)
    .flatMap(({ indicator, own }) =>
      own.flatMap((figure, index) =>
        figure?.doubts
          ? [
              {
                ...{ territory, indicator, value: figure.value, doubts: figure.doubts },
                period: periodText(periods[index] ?? 0),
              },
            ]
          : [],
      ),
    );
}

/** A place that holds members of the main group is not asked for what they are asked for. */
function gapsOf(
  { periods, figures }: FiguresOfPlace,
  given: {
    readonly summary: TerritoryPage['plan'];
    readonly group: KnownPeriods;
    readonly reading: Reading;
    readonly id: string;
  },
): TerritoryPage['gaps'] {
  const { summary, group, reading, id } = given;
  const { indicators, places } = reading.definition;
  const isMember = places.register.groups.some(
    (one) =>
      one.members.rule === 'listed' &&
      places.memberships(one.id).some((item) => item.territory === id),
  );
  if (!isMember) return [];
  const own = new Map(figures.map((one) => [one.indicator, one.own]));
  const at = (indicator: string, period: PeriodNumber) =>
    own.get(indicator)?.[periods.indexOf(period)] ?? null;
  const kind = places.territory(id)?.kind;
  const asked = [...indicators.values()].filter(
    ({ kinds }) => !kinds || (kind && kinds.includes(kind)),
  );
  return missingFigures(asked, {
    years: summary.period,
    others: group,
    own: at,
  }).map((gap) => ({ indicator: gap.indicator, periods: gap.periods.map(periodText) }));
}
