import { sql } from 'kysely';
import { askedFields, sectionsOf } from '../../collection/form-view.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Desk } from './desk.ts';
import type { SubmissionRow } from './entries.ts';
import { formOf, readForms } from './form-sets.ts';
import { lockForMove, makeMove } from './moves.ts';

/** Why a cell goes back. */
export interface CellReason {
  readonly indicator: string;
  readonly reason: string;
}

/**
 * Returns a submission to who reports, with a reason at each cell named; the level takes the others
 * as they are and will not be shown them again. Refuses as `lockForMove` does, and with
 * `input-invalid` for a cell that is not there.
 */
export async function returnCells(
  desk: Desk,
  given: {
    readonly id: number;
    readonly revision: number;
    readonly reason?: string | undefined;
    readonly cells: readonly CellReason[];
  },
): Promise<void> {
  const reason = given.reason ?? given.cells.map((cell) => cell.reason).join('；');
  const move = { id: given.id, act: 'return', revision: given.revision, reason } as const;
  const ready = await lockForMove(desk, move);
  const { row } = ready;
  const named = given.cells.map((cell) => cell.indicator);
  await remark(desk, row, given.cells);
  // A publisher is no level of review: what it sends back it has not accepted.
  if (row.level < row.chain.length) await acceptCells(desk, row, named);
  await makeMove(desk, ready);
}

/** Takes a submission as it is. Refuses as `lockForMove` does. */
export async function acceptSubmission(
  desk: Desk,
  given: { readonly id: number; readonly revision: number },
): Promise<void> {
  const move = { ...given, act: 'accept' } as const;
  const ready = await lockForMove(desk, move);
  await acceptCells(desk, ready.row, []);
  await makeMove(desk, ready);
}

async function remark(desk: Desk, row: SubmissionRow, cells: readonly CellReason[]): Promise<void> {
  const onForm = await indicatorsOnForm(desk, row);
  const unknown = cells.find((cell) => !onForm.has(cell.indicator));
  if (unknown) {
    const words = { reason: '报表中没有这个指标', reasonEn: 'it is not on the form' };
    throw new AppError('input-invalid', { field: unknown.indicator, ...words });
  }
  await sql`
    insert into xingbian.cell_remark (submission, indicator, level, revision, value, absence,
      reason, made_by)
    select ${row.id}, k.indicator, ${row.level}, coalesce(c.revision, 0), c.value, c.absence,
      k.reason, ${desk.who.id}
    from unnest(${cells.map((cell) => cell.indicator)}::text[],
      ${cells.map((cell) => cell.reason)}::text[]) as k (indicator, reason)
    left join xingbian.cell c on c.submission = ${row.id} and c.indicator = k.indicator`.execute(
    desk.db,
  );
}

/** Lines somebody fills: of one that is computed nothing can be corrected. */
async function indicatorsOnForm(desk: Desk, row: SubmissionRow): Promise<ReadonlySet<string>> {
  const form = formOf(await readForms(desk.db, desk.plan, row.version), row.form);
  const asked = askedFields(sectionsOf(form, desk.definition.indicators));
  return new Set(asked.map((field) => field.indicator));
}

async function acceptCells(
  { db }: Desk,
  row: SubmissionRow,
  except: readonly string[],
): Promise<void> {
  await sql`
    insert into xingbian.cell_acceptance (submission, level, indicator, revision)
    select ${row.id}, ${row.level}, c.indicator, c.revision from xingbian.cell c
    where c.submission = ${row.id} and c.indicator <> all (${except}::text[])
    on conflict (submission, level, indicator) do update set revision = excluded.revision`.execute(
    db,
  );
}
