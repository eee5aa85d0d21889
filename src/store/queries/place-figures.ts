import type { PlaceFigures, Standing, TerritoryPage } from '../../api/statistics-pages.ts';
import type { Basis, Figure } from '../../domain/figure.ts';
import { type PeriodNumber, periodText, yearOf } from '../../domain/period.ts';
import { leafIds } from '../../statistics/evaluate.ts';
import { type Row, rowsOf } from '../../statistics/place-token.ts';
import { positionAmong } from '../../statistics/standing.ts';
import type { Reading } from '../statistics/instant.ts';
import { type KnownPeriods, readKnownPeriods } from '../statistics/known-periods.ts';
import { readMemberValues, type ValuesOf } from '../statistics/member-values.ts';
import { readFigures } from '../statistics/read-figures.ts';
import { aboveOfKind, mainMembers } from './place-facts.ts';

/** Every figure of a place, and what it is compared with. */
export interface FiguresOfPlace {
  readonly periods: readonly PeriodNumber[];
  readonly figures: readonly PlaceFigures[];
}

/**
 * Resolves to the figures of a place by indicator and period, beside those of its province and the
 * state, its position among the members of the main group, and those of the members in it together.
 */
export async function readFiguresOfPlace(
  reading: Reading,
  id: string,
  asked: {
    readonly basis: Basis;
    readonly plan: TerritoryPage['plan'];
    readonly group: KnownPeriods;
  },
): Promise<FiguresOfPlace> {
  const rows = rowsFor(id, reading);
  const own = await readKnownPeriods(reading, [id]);
  const known = rows.together ? [own, asked.group] : [own];
  const periods = periodsOf(known);
  if (periods.length === 0) return { periods, figures: [] };
  const indicators = computableFrom(known, reading);
  const named = [rows.own, rows.province, rows.state, rows.together];
  const present = named.filter((row) => row !== null);
  const read = await readFigures(reading, {
    rows: present,
    indicators,
    periods,
    basis: asked.basis,
  });
  const at = (row: Row | null, index: number) =>
    row ? withFigure(read[present.indexOf(row)]?.[index] ?? []) : null;
  const found = indicators.flatMap((indicator, index) => {
    const [alone, together] = [at(rows.own, index), at(rows.together, index)];
    if (!alone && !together) return [];
    return [
      {
        indicator,
        own: alone ?? periods.map(() => null),
        province: at(rows.province, index),
        state: at(rows.state, index),
        together,
      },
    ];
  });
  const positions = await positionsOf(reading, id, { ...asked, periods, found });
  return {
    periods,
    figures: found.map((one, index) => ({ ...one, position: positions[index] ?? null })),
  };
}

interface RowsOfPlace {
  readonly own: Row;
  readonly province: Row | null;
  readonly state: Row | null;
  readonly together: Row | null;
}

function rowsFor(id: string, { definition: { places } }: Reading): RowsOfPlace {
  const rowOf = (territory: string | undefined | null) => {
    const [row] = territory ? rowsOf({ kind: 'place', territory }, [], places) : [];
    return row ?? null;
  };
  const own = rowOf(id);
  if (!own) throw new Error(`no place ${id}`);
  const { main } = places.register;
  const holds = mainMembers(places).some((member) => places.ancestors(member).includes(id));
  const [together] = holds ? rowsOf({ kind: 'group', group: main, within: id }, [], places) : [];
  const province = aboveOfKind(id, 'province', places);
  return {
    own,
    province: rowOf(province?.id),
    state: id === places.state ? null : rowOf(places.state),
    together: together ?? null,
  };
}

/** Those of the place itself; of a place that holds members, those of the members too. */
function periodsOf(known: readonly KnownPeriods[]): readonly PeriodNumber[] {
  const all = known.flatMap((one) => [...one.values()].flatMap((periods) => [...periods]));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Those that rest on nothing that is not there: most have formulas over figures nobody collects. */
function computableFrom(known: readonly KnownPeriods[], { definition }: Reading): string[] {
  const there = (id: string) => known.some((one) => one.has(id));
  return [...definition.indicators.keys()].filter((id) =>
    leafIds(id, definition.indicators).every(there),
  );
}

/** Null where there is no figure and no reason for none in any period. */
function withFigure(series: readonly (Figure | null)[]): (Figure | null)[] | null {
  const known = series.some(
    (figure) =>
      figure &&
      (figure.value !== null ||
        figure.absence ||
        figure.coverage ||
        figure.withheld === 'not-comparable'),
  );
  return known ? [...series] : null;
}

async function positionsOf(
  reading: Reading,
  id: string,
  given: {
    readonly basis: Basis;
    readonly plan: TerritoryPage['plan'];
    readonly periods: readonly PeriodNumber[];
    readonly found: readonly Pick<PlaceFigures, 'indicator' | 'own'>[];
  },
): Promise<readonly (Standing | null)[]> {
  const { places, indicators } = reading.definition;
  const members = mainMembers(places);
  const place = members.indexOf(id);
  if (place < 0) return [];
  const asked = given.found.map((one) => ({
    indicator: one.indicator,
    period: standingPeriod(one.own, given.periods, given.plan.period),
  }));
  const rows = members.flatMap((territory) => rowsOf({ kind: 'place', territory }, [], places));
  const wanted = asked.flatMap(({ indicator, period }) =>
    period === null ? [] : [{ indicator, period }],
  );
  const values: ValuesOf = await readMemberValues(reading, rows, wanted, given.basis);
  return asked.map(({ indicator, period }) => {
    if (period === null) return null;
    const all = values(indicator, period);
    const { rank, ties, present, median } = positionAmong(
      all[place] ?? null,
      all,
      indicators.get(indicator)?.direction ?? 'none',
    );
    const { main } = places.register;
    const expected = places.membersIn(main, places.state, yearOf(period)).length;
    return { period: periodText(period), rank, ties, present, expected, median, values: [...all] };
  });
}

/** The last period with a figure that does not lie behind the plan; failing that the last there is. */
function standingPeriod(
  own: readonly (Figure | null)[],
  periods: readonly PeriodNumber[],
  plan: TerritoryPage['plan']['period'],
): PeriodNumber | null {
  const known = periods.filter((_, index) => typeof own[index]?.value === 'number');
  return known.findLast((period) => yearOf(period) <= plan.end) ?? known.at(-1) ?? null;
}
