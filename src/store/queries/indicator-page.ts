import type { Kysely } from 'kysely';
import type { DoubtfulFigure, IndicatorPage } from '../../api/statistics-pages.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Figure } from '../../domain/figure.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { type PeriodNumber, periodNumber, periodText, yearOf } from '../../domain/period.ts';
import { fiveNumbers } from '../../kernels/five-numbers.ts';
import { histogram } from '../../kernels/histogram.ts';
import { leafIds } from '../../statistics/evaluate.ts';
import { type Row, rowsOf } from '../../statistics/place-token.ts';
import { ranking } from '../../statistics/ranking.ts';
import type { Tables } from '../schema.ts';
import { type Reading, readAt } from '../statistics/instant.ts';
import { readKnownPeriods } from '../statistics/known-periods.ts';
import { type Figures, readFigures } from '../statistics/read-figures.ts';
import { readFigureSources } from './figure-sources.ts';
import { readIndicatorLinks } from './indicator-links.ts';
import { aboveOfKind, groupLink, mainMembers, placeLink } from './place-facts.ts';
import { readSummary } from './summary.ts';

/** Which indicator, ranked in which period, as of when. */
export interface IndicatorInput {
  readonly id: string;
  readonly p?: string | undefined;
  readonly asOf?: string | undefined;
}

/**
 * Resolves to everything there is about one indicator, ranked in the period asked for, or in the
 * last one in the plan that any member has a figure of. Refuses with `indicator-unknown`,
 * `period-invalid` and what `readAt` refuses.
 */
export async function readIndicatorPage(
  db: Kysely<Tables>,
  plan: string,
  { id, p, asOf }: IndicatorInput,
): Promise<IndicatorPage> {
  return await readAt(db, plan, asOf, async (reading) => {
    const { places, indicators } = reading.definition;
    const indicator = indicators.get(id);
    if (!indicator) throw new AppError('indicator-unknown', { indicator: id });
    const asked = p === undefined ? null : periodNumber(p);
    if (p !== undefined && asked === null) throw new AppError('period-invalid', { period: p });
    const summary = await readSummary(reading.db, plan);
    const members = mainMembers(places);
    const spread = await readSpread(reading, indicator, members);
    const { coverage } = spread;
    const period = asked ?? chosenPeriod(spread, summary.period.end);
    const ranked = period === null ? [] : figuresIn(spread, period);
    return {
      plan: summary,
      instant: reading.instant,
      main: groupLink(places.group(places.register.main), places.register.main),
      enclosed: places.register.enclosed,
      indicator,
      ...(await readIndicatorLinks(reading.db, reading.definition, indicator)),
      coverage,
      period: period === null ? null : periodText(period),
      ...rankedPlaces(ranked, members, indicator, reading),
      periods: spread.periods.map(periodText),
      totals: spread.totals,
      sources: await readFigureSources(reading, {
        territories: [...members, ...spread.totals.map(({ place }) => place.id)],
        indicators: leafIds(id, indicators),
      }),
      doubts: doubtsAmong(spread, indicator.id, members),
    };
  });
}

/** Figures of an indicator: of the members, and of the state and the provinces. */
interface Spread {
  readonly periods: readonly PeriodNumber[];
  /** By member and period. */
  readonly members: readonly (readonly (Figure | null)[])[];
  readonly totals: IndicatorPage['totals'];
  readonly coverage: IndicatorPage['coverage'];
}

async function readSpread(
  reading: Reading,
  { id }: Indicator,
  members: readonly string[],
): Promise<Spread> {
  const { places, indicators } = reading.definition;
  const { main } = places.register;
  const above = [places.state, ...provincesOf(members, reading)];
  const known = await readKnownPeriods(reading, [...members, ...above]);
  const leaves = new Set(leafIds(id, indicators));
  const candidates = [...known].flatMap(([leaf, periods]) =>
    leaves.has(leaf) ? [...periods] : [],
  );
  const periods = [...new Set(candidates)].sort((a, b) => a - b);
  if (periods.length === 0) return { periods, members: [], totals: [], coverage: [] };
  const own = [...members, ...above].flatMap((place) => rowsOfPlace(place, reading));
  const groups = above.flatMap((within) =>
    rowsOf({ kind: 'group', group: main, within }, [], places),
  );
  const figures = await readFigures(reading, {
    rows: [...own, ...groups],
    indicators: [id],
    periods,
    basis: 'reported',
  });
  const series = (from: number, count: number) => seriesOf(figures, from, count);
  const held = periods.map((_, index) => figures.some((row) => isKnown(row[0]?.[index])));
  const kept = <Item>(items: readonly Item[]) => items.filter((_, index) => held[index]);
  const ofMembers = series(0, members.length).map(kept);
  const ofAbove = series(members.length, above.length).map(kept);
  const together = series(members.length + above.length, above.length).map(kept);
  return {
    periods: kept(periods),
    members: ofMembers,
    totals: above.map((place, index) => ({
      place: placeLink(place, places),
      own: ofAbove[index] ?? [],
      together: together[index] ?? [],
    })),
    coverage: kept(periods).map((period, index) => ({
      period: periodText(period),
      present: ofMembers.filter((one) => typeof one[index]?.value === 'number').length,
      expected: places.membersIn(main, places.state, yearOf(period)).length,
    })),
  };
}

function provincesOf(members: readonly string[], { definition }: Reading): readonly string[] {
  const { places } = definition;
  const provinces = members.map((id) => aboveOfKind(id, 'province', places)?.id);
  const all = places.register.territories.filter(({ kind }) => kind === 'province');
  return [...new Set([...provinces, ...all.map(({ id }) => id)])].filter((id) => id !== undefined);
}

function rowsOfPlace(territory: string, { definition }: Reading): readonly Row[] {
  return rowsOf({ kind: 'place', territory }, [], definition.places);
}

function seriesOf(figures: Figures, from: number, count: number): (Figure | null)[][] {
  return figures.slice(from, from + count).map((row) => row[0] ?? []);
}

function isKnown(figure: Figure | null | undefined): boolean {
  return typeof figure?.value === 'number' || figure?.partialSum !== undefined;
}

function chosenPeriod({ coverage, periods }: Spread, end: number): PeriodNumber | null {
  const among = periods.filter((_, index) => (coverage[index]?.present ?? 0) > 0);
  const known = among.length > 0 ? among : periods;
  return known.findLast((period) => yearOf(period) <= end) ?? known.at(-1) ?? null;
}

function figuresIn({ members, periods }: Spread, period: PeriodNumber): (Figure | null)[] {
  const at = periods.indexOf(period);
  return members.map((series) => series[at] ?? null);
}

function rankedPlaces(
  figures: readonly (Figure | null)[],
  members: readonly string[],
  indicator: Indicator,
  { definition: { places } }: Reading,
): Pick<IndicatorPage, 'ranking' | 'places' | 'distribution'> {
  const values = figures.map((figure) => figure?.value ?? null);
  const known = values.filter((value) => value !== null);
  const order = new Map(places.register.frontier.map((item) => [item.territory, item.order]));
  const five = fiveNumbers(known);
  return {
    ranking: ranking(values, indicator.direction).map(({ index, rank }) => ({
      territory: members[index] ?? '',
      figure: figures[index] ?? null,
      rank,
    })),
    places: members.map((id) => ({
      ...placeLink(id, places),
      province: aboveOfKind(id, 'province', places)?.id ?? '',
      order: order.get(id) ?? null,
    })),
    distribution: five && { ...five, bins: [...histogram(known, 12)] },
  };
}

function doubtsAmong(
  spread: Spread,
  indicator: string,
  members: readonly string[],
): DoubtfulFigure[] {
  const series = [
    ...members.map((id, index) => ({ id, figures: spread.members[index] ?? [] })),
    ...spread.totals.map(({ place, own }) => ({ id: place.id, figures: own })),
  ];
  return series.flatMap(({ id, figures }) =>
    figures.flatMap((figure, index) =>
      figure?.doubts
        ? [
            {
              ...{ territory: id, indicator, value: figure.value, doubts: figure.doubts },
              period: periodText(spread.periods[index] ?? 0),
            },
          ]
        : [],
    ),
  );
}
