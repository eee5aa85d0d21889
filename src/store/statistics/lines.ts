import type { Basis } from '../../domain/figure.ts';
import type { PeriodNumber } from '../../domain/period.ts';
import { neededForShares, shareOfChange } from '../../statistics/apportion.ts';
import { type Calculation, spanOf } from '../../statistics/calculation.ts';
import { apportionedUnits, mergedUnits, type Span } from '../../statistics/comparable.ts';
import { type Nesting, nestingsAmong } from '../../statistics/overlap.ts';
import type { Row } from '../../statistics/place-token.ts';
import { holdsIn, type Places } from '../../statistics/places.ts';
import { reportedUnit, type Unit } from '../../statistics/unit.ts';
import type { Definition } from './definition.ts';
import type { Reading } from './instant.ts';
import { readReported } from './read-reported.ts';

/** A row with what it is made of on the basis asked for. */
export interface Line {
  readonly row: Row;
  readonly unitsIn: (year: number) => readonly Unit[];
  readonly nested: readonly Nesting[];
}

/** What decides which places stand behind a row. */
export interface LinesAsked {
  readonly rows: readonly Row[];
  readonly indicators: readonly string[];
  readonly periods: readonly PeriodNumber[];
  readonly basis: Basis;
}

/** Resolves to the rows with their units; shares of places are computed from what was reported. */
export async function linesOf(
  reading: Reading,
  asked: LinesAsked,
  calculation: Calculation,
): Promise<readonly Line[]> {
  const span = spanOf(
    asked.indicators.flatMap((indicator) =>
      asked.periods.flatMap((period) =>
        calculation.leaves({ indicator, period }, 'several').map((leaf) => leaf.period),
      ),
    ),
  );
  const unitsOf = await unitsOn(reading, asked.basis, span);
  const { definition } = reading;
  return asked.rows.map((row) => lineOf(row, unitsOf, { asked, span, definition }));
}

interface Context {
  readonly asked: LinesAsked;
  readonly span: Span;
  readonly definition: Definition;
}

type UnitsOf = (territories: readonly string[]) => readonly Unit[];

async function unitsOn(reading: Reading, basis: Basis, span: Span): Promise<UnitsOf> {
  const { places } = reading.definition;
  if (basis === 'merged') return (territories) => mergedUnits(territories, span, places);
  if (basis === 'apportioned') {
    const { territories, indicators, periods } = neededForShares(places);
    const reported = await readReported(reading, {
      indicatorsOf: new Map(territories.map((id) => [id, new Set(indicators)])),
      periods: new Set(periods),
    });
    return (ids) =>
      apportionedUnits(ids, span, places, (event) => shareOfChange(event, places, reported));
  }
  const units = new Map<string, Unit>();
  return (territories) =>
    territories.map((territory) => {
      const unit = units.get(territory) ?? reportedUnit(territory);
      units.set(territory, unit);
      return unit;
    });
}

function lineOf(row: Row, unitsOf: UnitsOf, { asked, span, definition }: Context): Line {
  const { membersIn, group, territory } = row;
  if (!membersIn) {
    const units = unitsOf([territory]);
    return { row, unitsIn: () => units, nested: [] };
  }
  const { places } = definition;
  const members = (year: number) =>
    asked.basis === 'apportioned' ? membersThen(membersIn, year, span, places) : membersIn(year);
  const known = new Map<number, readonly Unit[]>();
  const nested =
    group === null
      ? nestingsAmong(new Set(membersIn(span[1])), places)
      : definition.nestedIn(group, territory);
  return {
    row,
    unitsIn: (year) => {
      const units = known.get(year) ?? unitsOf(members(year));
      known.set(year, units);
      return units;
    },
    nested,
  };
}

/**
 * The members of a year on the territory of the last: those still there, and those that have come of
 * others since.
 */
function membersThen(
  membersIn: (year: number) => readonly string[],
  year: number,
  [, last]: Span,
  places: Places,
): readonly string[] {
  const exists = (id: string, when: number) => {
    const place = places.territory(id);
    return !place || holdsIn(place, when);
  };
  const stayed = membersIn(year).filter((id) => exists(id, last));
  const came = membersIn(last).filter((id) => !exists(id, year) && !stayed.includes(id));
  return [...stayed, ...came];
}
