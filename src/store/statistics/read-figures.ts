import { AppError } from '../../domain/app-error.ts';
import type { Basis, Figure } from '../../domain/figure.ts';
import { type PeriodNumber, yearOf } from '../../domain/period.ts';
import { figureOfSeveral } from '../../statistics/aggregate.ts';
import { type Calculation, calculationOf } from '../../statistics/calculation.ts';
import type { Leaf, Operand } from '../../statistics/evaluate.ts';
import type { Row } from '../../statistics/place-token.ts';
import type { ReportedAt } from '../../statistics/reported.ts';
import { figureOfTotals, type KeptTotals } from '../../statistics/totals.ts';
import type { Unit } from '../../statistics/unit.ts';
import { figureOfUnit } from '../../statistics/unit-figure.ts';
import { countTotals } from './count-totals.ts';
import type { Reading } from './instant.ts';
import { type Line, linesOf } from './lines.ts';
import { readReported, type Wanted } from './read-reported.ts';
import { readTotals, type Scope } from './read-totals.ts';

/** Which figures of which rows; indicators are ids of the definition. */
export interface FiguresAsked {
  readonly rows: readonly Row[];
  readonly indicators: readonly string[];
  readonly periods: readonly PeriodNumber[];
  readonly basis: Basis;
}

/** Figures by row, indicator and period, in the order asked; null where nobody reported any. */
export type Figures = (Figure | null)[][][];

/** More reported figures than this are not read for one answer. */
const mostRead = 6_000_000;

/**
 * Resolves to figures as of the reading's number: of places as reported, of groups from kept totals
 * where the number is the newest and from their members' figures otherwise, of derived indicators by
 * their formulas. Refuses with `too-many-cells`.
 */
export async function readFigures(reading: Reading, asked: FiguresAsked): Promise<Figures> {
  const calculation = calculationOf({
    ...reading.definition,
    reported: (...cell) => reported(...cell),
  });
  let reported: ReportedAt = () => undefined;
  const lines = await linesOf(reading, asked, calculation);
  const figures = await figuresOfTotals(reading, asked, lines, calculation);
  reported = await readReported(reading, wantedFor(figures, asked, lines, calculation));
  return figures.map((ofRow, r) =>
    ofRow.map((series, i) =>
      series.map((figure, p) => {
        if (figure !== 'recount') return figure;
        return computed(lines[r], askedAt(asked, i, p), calculation);
      }),
    ),
  );
}

type Cells = (Figure | null | 'recount')[][][];

function askedAt(asked: FiguresAsked, indicator: number, period: number): Operand {
  return {
    indicator: asked.indicators[indicator] ?? '',
    period: asked.periods[period] ?? 0,
  };
}

function computed(line: Line | undefined, ask: Operand, calculation: Calculation): Figure | null {
  const units = line?.unitsIn(yearOf(ask.period)) ?? [];
  if (line?.row.membersIn) return figureOfSeveral(units, ask, calculation, line.nested);
  const [unit] = units;
  return unit ? figureOfUnit(unit, ask, calculation) : null;
}

/** What totals tell; the rest is to be counted again, place by place. */
async function figuresOfTotals(
  reading: Reading,
  asked: FiguresAsked,
  lines: readonly Line[],
  calculation: Calculation,
): Promise<Cells> {
  const totals = await totalsOf(reading, asked, lines, calculation);
  return lines.map((line) => {
    const kept = totals.get(line);
    return asked.indicators.map((indicator) =>
      asked.periods.map((period) =>
        kept ? figureOfTotals({ indicator, period }, kept, calculation) : 'recount',
      ),
    );
  });
}

/**
 * Totals for the rows they can tell anything of: places as reported, none on another's land. They
 * are kept for the newest publication, and counted otherwise.
 */
async function totalsOf(
  reading: Reading,
  asked: FiguresAsked,
  lines: readonly Line[],
  calculation: Calculation,
): Promise<ReadonlyMap<Line, KeptTotals>> {
  const found = new Map<Line, KeptTotals>();
  if (asked.basis !== 'reported') return found;
  const open = lines.filter(({ row, nested }) => row.membersIn !== null && nested.length === 0);
  const leaves = allLeaves(asked, calculation, 'totals');
  const indicators = [...new Set(leaves.map((leaf) => leaf.indicator))];
  const periods = [...new Set(leaves.map((leaf) => leaf.period))];
  const grouped = reading.newest ? open.filter(({ row }) => row.group !== null) : [];
  const keptOf = await readTotals(reading, grouped.map(scopeOf), indicators, periods);
  for (const line of grouped) {
    const at = keptOf(scopeOf(line));
    if (at && line.row.membersIn) found.set(line, { at, membersIn: line.row.membersIn });
  }
  const left = open.filter((line) => !found.has(line));
  const lists = left.flatMap(({ row }) => row.membersIn ?? []);
  const counted = await countTotals(reading, lists, indicators, periods);
  for (const [index, line] of left.entries()) if (counted[index]) found.set(line, counted[index]);
  return found;
}

function scopeOf({ row }: Line): Scope {
  return { group: row.group ?? '', territory: row.territory };
}

function allLeaves(
  asked: FiguresAsked,
  calculation: Calculation,
  level: 'place' | 'several' | 'totals',
): readonly Leaf[] {
  return asked.indicators.flatMap((indicator) =>
    asked.periods.flatMap((period) => calculation.leaves({ indicator, period }, level)),
  );
}

/** Of the places behind what totals did not tell, all that is asked and all it rests on. */
function wantedFor(
  figures: Cells,
  asked: FiguresAsked,
  lines: readonly Line[],
  calculation: Calculation,
): Wanted {
  const indicatorsOf = new Map<string, Set<string>>();
  const periods = new Set<PeriodNumber>();
  for (const [i, indicator] of asked.indicators.entries()) {
    const open = lines.filter((_, r) => figures[r]?.[i]?.includes('recount'));
    if (open.length === 0) continue;
    const leaves = leavesFor(asked, indicator, calculation);
    for (const leaf of leaves) periods.add(leaf.period);
    const ids = new Set(leaves.map((leaf) => leaf.indicator));
    const years = new Set(leaves.map((leaf) => yearOf(leaf.period)));
    for (const line of open)
      for (const territory of territoriesBehind(line, asked, years)) {
        const wanted = indicatorsOf.get(territory) ?? new Set<string>();
        indicatorsOf.set(territory, wanted);
        for (const id of ids) wanted.add(id);
      }
  }
  const pairs = [...indicatorsOf.values()].reduce((sum, ids) => sum + ids.size, 0);
  const cells = pairs * periods.size;
  if (cells > mostRead) throw new AppError('too-many-cells', { cells, limit: mostRead });
  return { indicatorsOf, periods };
}

/** Places need their own figures, several also what those are weighed or divided by. */
function leavesFor(
  asked: FiguresAsked,
  indicator: string,
  calculation: Calculation,
): readonly Leaf[] {
  return asked.periods.flatMap((period) => [
    ...calculation.leaves({ indicator, period }, 'place'),
    ...calculation.leaves({ indicator, period }, 'several'),
  ]);
}

function territoriesBehind(
  line: Line,
  asked: FiguresAsked,
  years: ReadonlySet<number>,
): ReadonlySet<string> {
  const units = new Set<Unit>();
  for (const year of new Set(asked.periods.map(yearOf)))
    for (const unit of line.unitsIn(year)) units.add(unit);
  const territories = new Set<string>();
  for (const unit of units)
    for (const year of years)
      for (const part of unit.partsIn(year)) territories.add(part.territory);
  return territories;
}
