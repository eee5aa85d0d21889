import { sql } from 'kysely';
import type { CellView, KeptSave, KnownFigure, Sheet } from '../../api/collection.ts';
import { fieldsOf, sectionsOf } from '../../collection/form-view.ts';
import { shutOf } from '../../collection/schedule.ts';
import { AppError } from '../../domain/app-error.ts';
import { type FindingCode, finding } from '../../domain/finding.ts';
import { type PeriodNumber, periodAfter } from '../../domain/period.ts';
import { isOpenToReporter } from '../../domain/submission.ts';
import type { Desk } from './desk.ts';
import { entriesOf, readSubmissions, type SubmissionRow } from './entries.ts';
import { formOf, readForms } from './form-sets.ts';
import { type BaseFigure, readHistory } from './known-figures.ts';

/**
 * Resolves to a submission with all that stands beside its cells. Refuses with `not-found` where
 * there is none that the visitor may see.
 */
export async function readSheet(desk: Desk, id: number): Promise<Sheet> {
  const rows = await readSubmissions(desk, sql`s.id = ${id}`);
  const [row] = rows;
  const [entry] = await entriesOf(desk, rows);
  if (!row || !entry) throw new AppError('not-found');
  const form = formOf(await readForms(desk.db, desk.plan, row.version), row.form);
  const sections = sectionsOf(form, desk.definition.indicators);
  const indicators = fieldsOf(sections).map((field) => field.indicator);
  const history = await readHistory(desk, row.body, indicators);
  const reports = desk.held.some((held) => held.role === 'reporter' && held.body === row.filledBy);
  return {
    entry,
    form,
    version: row.version,
    sections,
    editable: reports && isOpenToReporter(row.state) && shutOf(row, desk.now) === null,
    cells: await readCells(desk, id),
    known: at(history, row.period),
    before: at(history, periodAfter(row.period, -1)),
    history: plain(history.filter((figure) => figure.number < row.period)),
    remarks: await readRemarks(desk, id),
    accepted: await readAccepted(desk, row),
    moves: await readMoves(desk, id),
    kept: await readKept(desk, id),
  };
}

function at(history: readonly BaseFigure[], period: PeriodNumber): KnownFigure[] {
  return plain(history.filter((figure) => figure.number === period));
}

function plain(figures: readonly BaseFigure[]): KnownFigure[] {
  return figures.map(({ number, ...figure }) => figure);
}

/** Resolves to the cells of a submission, as far as the visitor may see them. */
export async function readCells(
  { db }: Pick<Desk, 'db'>,
  submission: number,
  indicators: readonly string[] | null = null,
): Promise<CellView[]> {
  const { rows } = await sql<Omit<CellView, 'changedAt'> & { changedAt: Date }>`
    select indicator, value::text as value, absence, note, revision,
      xingbian.account_name(changed_by) as "changedBy", changed_at as "changedAt"
    from xingbian.cell where submission = ${submission}
      and (${indicators}::text[] is null or indicator = any (${indicators}::text[]))`.execute(db);
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
}

async function readRemarks({ db }: Desk, submission: number): Promise<Sheet['remarks']> {
  const { rows } = await sql<Omit<Sheet['remarks'][number], 'at'> & { at: Date }>`
    select id, indicator, level, revision, value::text as value, absence, reason,
      xingbian.account_name(made_by) as "by",
      made_at as at, resolved_at is not null as resolved
    from xingbian.cell_remark where submission = ${submission} order by id`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function readAccepted({ db }: Desk, row: SubmissionRow): Promise<Sheet['accepted']> {
  return await db
    .selectFrom('cell_acceptance')
    .select(['indicator', 'revision'])
    .where('submission', '=', row.id)
    .where('level', '=', Math.min(row.level, row.chain.length - 1))
    .execute();
}

async function readMoves({ db }: Desk, submission: number): Promise<Sheet['moves']> {
  const { rows } = await sql<Omit<Sheet['moves'][number], 'at'> & { at: Date }>`
    select act, state, level, xingbian.account_name(made_by) as "by", made_at as at, reason
    from xingbian.submission_move where submission = ${submission} order by id`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function readKept({ db, who }: Desk, submission: number): Promise<KeptSave[]> {
  const rows = await db
    .selectFrom('kept_save')
    .select(['id', 'indicator', 'value', 'absence', 'note', 'cause', 'arrived'])
    .where('submission', '=', submission)
    .where('account', '=', who.id)
    .where('dismissed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ cause, arrived, ...row }) => ({
    ...row,
    finding: finding(cause as FindingCode),
    arrived: arrived.toISOString(),
  }));
}
