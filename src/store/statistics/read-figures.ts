import { AppError } from '../../domain/app-error.ts';
import type { Basis, Figure } from '../../domain/figure.ts';
import { type PeriodNumber, yearOf } from '../../domain/period.ts';
import { figureOfSeveral } from '../../statistics/aggregate.ts';
import { type Calculation, calculationOf } from '../../statistics/calculation.ts';
import type { Leaf, Operand } from '../../statistics/evaluate.ts';
import type { Row } from '../../statistics/place-token.ts';
import type { ReportedAt } from '../../statistics/reported.ts';
import { figureOfTotals } from '../../statistics/totals.ts';
import { figureOfUnit } from '../../statistics/unit-figure.ts';
import type { Reading } from './instant.ts';
import { type Line, linesOf } from './lines.ts';
import { readReported } from './read-reported.ts';
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

/** What kept totals tell; the rest is to be counted again. */
async function figuresOfTotals(
  reading: Reading,
  asked: FiguresAsked,
  lines: readonly Line[],
  calculation: Calculation,
): Promise<Cells> {
  const scopes = lines.map((line) => scopeOf(line, reading, asked.basis));
  const leaves = allLeaves(asked, calculation, 'totals');
  const totalsOf = await readTotals(
    reading,
    scopes.filter((scope) => scope !== undefined),
    [...new Set(leaves.map((leaf) => leaf.indicator))],
    [...new Set(leaves.map((leaf) => leaf.period))],
  );
  return lines.map(({ row: { membersIn } }, r) => {
    const at = scopes[r] && totalsOf(scopes[r]);
    const kept = at && membersIn ? { at, membersIn } : null;
    return asked.indicators.map((indicator) =>
      asked.periods.map((period) =>
        kept ? figureOfTotals({ indicator, period }, kept, calculation) : 'recount',
      ),
    );
  });
}

/** Totals are of the newest publication, as reported, and know nothing of who lies on whose land. */
function scopeOf(line: Line, { newest }: Reading, basis: Basis): Scope | undefined {
  const { row, nested } = line;
  if (!newest || basis !== 'reported' || row.group === null || nested.length > 0) return undefined;
  return { group: row.group, territory: row.territory };
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

function wantedFor(
  figures: Cells,
  asked: FiguresAsked,
  lines: readonly Line[],
  calculation: Calculation,
) {
  const indicatorsOf = new Map<string, Set<string>>();
  const periods = new Set<PeriodNumber>();
  const want = (territory: string, leaf: Leaf) => {
    const wanted = indicatorsOf.get(territory) ?? new Set<string>();
    indicatorsOf.set(territory, wanted.add(leaf.indicator));
  };
  for (const [r, line] of lines.entries())
    for (const [i] of asked.indicators.entries())
      for (const [p] of asked.periods.entries()) {
        if (figures[r]?.[i]?.[p] !== 'recount') continue;
        const ask = askedAt(asked, i, p);
        const alone = line.row.membersIn === null && asked.basis === 'reported';
        for (const leaf of leavesFor(ask, alone, calculation)) {
          periods.add(leaf.period);
          for (const unit of line.unitsIn(yearOf(ask.period)))
            for (const part of unit.partsIn(yearOf(leaf.period))) want(part.territory, leaf);
        }
      }
  const pairs = [...indicatorsOf.values()].reduce((sum, ids) => sum + ids.size, 0);
  const cells = pairs * periods.size;
  if (cells > mostRead) throw new AppError('too-many-cells', { cells, limit: mostRead });
  return { indicatorsOf, periods };
}

/** A place alone needs its own figures, several also what those are weighed or divided by. */
function leavesFor(ask: Operand, alone: boolean, calculation: Calculation): readonly Leaf[] {
  const own = calculation.leaves(ask, 'place');
  return alone ? own : [...own, ...calculation.leaves(ask, 'several')];
}
