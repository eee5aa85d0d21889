import { sql } from 'kysely';
import type { SubmissionEntry } from '../../api/collection.ts';
import { isInRound } from '../../collection/schedule.ts';
import { AppError } from '../../domain/app-error.ts';
import { movesFrom, type SubmissionAct, type Transition } from '../../domain/submission.ts';
import { recordActs } from '../accounts/audit.ts';
import { type Desk, partiesOf, readAbove } from './desk.ts';
import { readEntries, readSubmissions, type SubmissionRow } from './entries.ts';

/** A move asked for; with `revision`, only if nothing has moved since. */
export interface Move {
  readonly id: number;
  readonly act: SubmissionAct;
  readonly revision?: number;
  readonly reason?: string | undefined;
}

/** A move that may be made, of a submission that is locked and as it was before. */
export interface ReadyMove {
  readonly move: Move;
  readonly row: SubmissionRow;
  readonly transition: Transition;
}

/**
 * Resolves to a move once the visitor may make it; nobody else moves the submission until the
 * transaction ends. Refuses with `not-found`, `changed-meanwhile` or `move-not-allowed`.
 */
export async function lockForMove(desk: Desk, move: Move): Promise<ReadyMove> {
  await sql`select from xingbian.submission where id = ${move.id} for update`.execute(desk.db);
  const [row] = await readSubmissions(desk, sql`s.id = ${move.id}`);
  if (!row) throw new AppError('not-found');
  if (move.revision !== undefined && move.revision !== row.revision)
    throw new AppError('changed-meanwhile');
  return { move, row, transition: await transitionOf(desk, move, row) };
}

/** Moves a submission and puts that on record. */
export async function makeMove(desk: Desk, { move, row, transition }: ReadyMove): Promise<void> {
  const { db, who } = desk;
  const { to, by } = transition;
  const level = levelAfter(move.act, row);
  const waitsAt = row.chain[row.level];
  await sql`
    update xingbian.submission set state = ${to}, level = ${level}, revision = revision + 1,
      submitted_at = case ${move.act}
        when 'submit' then coalesce(submitted_at, now())
        -- Withdrawn, it never came; unless it was in before and was only to be corrected.
        when 'withdraw' then case when exists (select from xingbian.submission_move m
          where m.submission = ${row.id} and m.act = 'return') then submitted_at end
        else submitted_at end,
      exempt_reason = ${to === 'exempt' ? (move.reason ?? null) : null}
    where id = ${row.id}`.execute(db);
  await sql`
    insert into xingbian.submission_move
      (submission, act, state, level, made_by, reason, revision)
    values (${row.id}, ${move.act}, ${to}, ${level}, ${who.id}, ${move.reason ?? null},
      ${row.revision + 1})`.execute(db);
  await recordActs(desk, [
    {
      act: `submission.${move.act}`,
      subject: `submission/${row.id}`,
      role: by === 'level' ? (waitsAt?.role ?? by) : by,
      body: by === 'level' ? (waitsAt?.body ?? row.body) : row.body,
      old: { state: row.state, level: row.level },
      new: { state: to, level, ...(move.reason && { reason: move.reason }) },
    },
  ]);
}

/** Resolves to the entry of a submission after a move. */
export async function entryAfter(desk: Desk, id: number): Promise<SubmissionEntry> {
  const [entry] = await readEntries(desk, sql`s.id = ${id}`);
  if (!entry) throw new AppError('not-found');
  return entry;
}

async function transitionOf(desk: Desk, move: Move, row: SubmissionRow): Promise<Transition> {
  const above = await readAbove(desk, [row.body]);
  const parties = partiesOf(desk, { ...row, levels: row.chain }, above.get(row.body) ?? new Set());
  const standing = { ...row, levels: row.chain.length };
  const found = movesFrom(standing, parties).find((item) => item.act === move.act);
  if (!found || (found.reason && !move.reason)) throw new AppError('move-not-allowed');
  if (!isInRound(desk.now, move.act, row)) throw new AppError('round-shut');
  return found;
}

/** Every return begins again at the first level, which looks only at what changed. */
function levelAfter(act: SubmissionAct, row: SubmissionRow): number {
  if (act === 'accept') return row.level + 1;
  return act === 'schedule' || act === 'unschedule' || act === 'publish' ? row.level : 0;
}
