import type { Sheet } from '../../api/collection.ts';
import { checkCells } from '../../collection/check-cells.ts';
import type { Finding } from '../../domain/finding.ts';
import { isAsked, isMissing, type SheetRow, typedCells } from './sheet-rows.ts';

/** What is to be done at a row before the form can go, or what was said about it. */
export interface RowState {
  readonly row: SheetRow;
  /** Must change. */
  readonly hard: readonly Finding[];
  /** Wants a note. */
  readonly soft: readonly Finding[];
  /** Said for whoever reads it: explained in a note, or in order. */
  readonly quiet: readonly Finding[];
  readonly missing: boolean;
  /** Returned, and not changed since. */
  readonly returned: boolean;
}

export interface Tally {
  readonly asked: number;
  readonly filled: number;
  readonly hard: readonly RowState[];
  readonly soft: readonly RowState[];
  readonly empty: readonly RowState[];
  /** Returned, and not changed since: it keeps the form from going. */
  readonly returned: readonly RowState[];
  readonly conflicts: readonly RowState[];
}

/** Returns for each row what the checks say about it, in the order of the form. */
export function rowStates(sheet: Sheet, rows: readonly SheetRow[]): RowState[] {
  const findings = checkCells({
    ...sheet,
    rules: sheet.form.rules,
    period: sheet.entry.period,
    cells: typedCells(rows),
  });
  return rows.map((row) => {
    const own = findings.filter(
      ({ params, code }) => params.indicator === row.field.indicator && code !== 'entry-missing',
    );
    return {
      row,
      hard: own.filter(({ severity }) => severity === 'error'),
      soft: own.filter(({ severity }) => severity === 'warning'),
      quiet: own.filter(({ severity }) => severity === 'info'),
      missing: isMissing(row),
      returned: row.remarks.some(({ revision }) => row.base <= revision) && !row.queued,
    };
  });
}

/** Returns how far the form is, and the rows that keep it from going. */
export function tallyOf(states: readonly RowState[]): Tally {
  const asked = states.filter(({ row }) => isAsked(row));
  return {
    asked: asked.length,
    filled: asked.filter(({ missing }) => !missing).length,
    hard: states.filter(({ hard }) => hard.length > 0),
    soft: states.filter(({ hard, soft }) => hard.length === 0 && soft.length > 0),
    empty: states.filter(({ missing }) => missing),
    returned: states.filter(({ returned }) => returned),
    conflicts: states.filter(({ row }) => row.conflict !== null),
  };
}

/** Returns whether a row is one that F8 stops at. */
export function isProblem({ row, hard, soft, missing, returned }: RowState): boolean {
  return hard.length > 0 || soft.length > 0 || missing || returned || row.conflict !== null;
}

/** Returns the next row with a problem after `at`, or before it; past the end it begins anew. */
export function problemFrom(states: readonly RowState[], at: number, step: 1 | -1): number | null {
  const count = states.length;
  for (let steps = 1; steps <= count; steps += 1) {
    const row = (((at + step * steps) % count) + count) % count;
    const state = states[row];
    if (state && isProblem(state)) return row;
  }
  return null;
}

/** Returns who sent the form back last, and why as a whole; null where no reason was given. */
export function returnReason({
  moves,
}: Pick<Sheet, 'moves'>): { readonly by: string | null; readonly reason: string } | null {
  const last = moves.findLast(({ act }) => act === 'return' || act === 'reopen');
  return last?.reason ? { by: last.by, reason: last.reason } : null;
}

/** Returns the figure a finding proposes, in the unit of its line. */
export function proposalOf({ hard, soft }: Pick<RowState, 'hard' | 'soft'>): string | null {
  for (const { params } of [...hard, ...soft])
    if (params.proposal !== undefined) return String(params.proposal);
  return null;
}
