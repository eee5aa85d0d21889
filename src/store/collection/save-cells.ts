import { sql } from 'kysely';
import type { CellOutcome, CellSave, CellView } from '../../api/collection.ts';
import { askedFields, sectionsOf } from '../../collection/form-view.ts';
import { shutOf } from '../../collection/schedule.ts';
import { AppError } from '../../domain/app-error.ts';
import { type FindingCode, finding } from '../../domain/finding.ts';
import { isOpenToReporter, type SubmissionState } from '../../domain/submission.ts';
import { recordActs } from '../accounts/audit.ts';
import type { Desk } from './desk.ts';
import { formOf, readForms } from './form-sets.ts';
import { readCells } from './sheet.ts';

/** Cells on their way into a submission, and the version of the form they were typed into. */
export interface CellsToSave {
  readonly id: number;
  readonly version: number;
  readonly cells: readonly CellSave[];
}

/**
 * Resolves to what became of each cell. A cell is saved if nobody changed it since the revision it
 * was typed over; the same save again is the same save. What can no longer be saved is kept for its
 * author, with a finding. Refuses with `not-permitted`, or
 * `not-found` where the visitor sees none, for a submission that was never the visitor's to fill.
 */
export async function saveCells(desk: Desk, given: CellsToSave): Promise<CellOutcome[]> {
  const target = await lockSubmission(desk, given.id);
  const known = await knownSaves(desk, given);
  const cause = target === null ? 'cell-reassigned' : causeOf(desk, target, given.version);
  if (cause === 'cell-reassigned' && !(await hasReported(desk, given.id)))
    throw new AppError(target === null ? 'not-found' : 'not-permitted');
  // A save whose answer was lost was saved all the same; somebody may have changed the cell since.
  const arrived = given.cells.filter((cell) => known.has(saveKey(desk, given.id, cell)));
  const others = given.cells.filter((cell) => !arrived.includes(cell));
  const before = await savedBefore(desk, given.id, arrived);
  if (cause !== null) return [...before, ...(await keep(desk, given.id, others, () => cause))];
  const fields = await fieldsOf(desk, target as Target);
  const refused = (cell: CellSave) => causeOfCell(cell, fields);
  const kept = others.filter((cell) => refused(cell) !== null);
  const sound = others.filter((cell) => refused(cell) === null).map(inPlainForm);
  return [
    ...before,
    ...(await keep(desk, given.id, kept, (cell) => refused(cell) ?? 'entry-not-number')),
    ...(await save(desk, target as Target, sound)),
  ];
}

async function savedBefore(
  desk: Desk,
  id: number,
  cells: readonly CellSave[],
): Promise<CellOutcome[]> {
  if (cells.length === 0) return [];
  const indicators = cells.map((cell) => cell.indicator);
  const now = byIndicator(await readCells(desk, id, indicators));
  return cells.map((cell) => {
    const { key, indicator } = cell;
    const current = now.get(indicator) ?? emptyCell(indicator);
    const { revision } = current;
    return isSame(inPlainForm(cell), current)
      ? { outcome: 'saved', key, indicator, revision }
      : { outcome: 'conflict', key, indicator, now: current };
  });
}

function byIndicator(cells: readonly CellView[]): Map<string, CellView> {
  return new Map(cells.map((cell) => [cell.indicator, cell]));
}

/** Returns a cell with its number as the base writes it: 00012.50 is 12.5. */
function inPlainForm(cell: CellSave): CellSave {
  if (cell.value === null) return cell;
  const [whole = '', part = ''] = cell.value.replace(/^(-?)0+(?=\d)/, '$1').split('.');
  const digits = part.replace(/0+$/, '');
  const value = digits ? `${whole}.${digits}` : whole;
  return { ...cell, value: value === '-0' ? '0' : value };
}

interface Target {
  readonly id: number;
  readonly body: string;
  readonly filledBy: string;
  readonly state: SubmissionState;
  readonly begun: boolean;
  readonly form: string;
  readonly version: number;
  readonly opens: string;
  readonly closed: boolean;
}

/** Nobody submits or saves to it until the transaction ends; null where the visitor sees none. */
async function lockSubmission({ db }: Desk, id: number): Promise<Target | null> {
  const { rows } = await sql<Target>`
    select s.id, s.body, s.filled_by as "filledBy", s.state, s.begun_at is not null as begun,
      r.form, r.version, r.opens::text as opens, r.closed_at is not null as closed
    from xingbian.submission s join xingbian.round r on r.id = s.round
    where s.id = ${id} for no key update of s`.execute(db);
  return rows[0] ?? null;
}

async function hasReported({ db }: Desk, id: number): Promise<boolean> {
  const { rows } = await sql<{ so: boolean }>`select xingbian.has_reported(${id}) as so`.execute(
    db,
  );
  return rows[0]?.so ?? false;
}

/** Why nothing can be saved there now. */
function causeOf(desk: Desk, target: Target, version: number): FindingCode | null {
  if (!desk.held.some((item) => item.role === 'reporter' && item.body === target.filledBy))
    return 'cell-reassigned';
  const shut = shutOf(target, desk.now);
  if (shut) return shut === 'closed' ? 'cell-round-closed' : 'cell-not-open';
  if (!isOpenToReporter(target.state)) return 'cell-under-review';
  return target.version === version ? null : 'cell-other-version';
}

async function fieldsOf(desk: Desk, target: Target): Promise<ReadonlySet<string>> {
  const form = formOf(await readForms(desk.db, desk.plan, target.version), target.form);
  const asked = askedFields(sectionsOf(form, desk.definition.indicators));
  return new Set(asked.map((field) => field.indicator));
}

function causeOfCell(cell: CellSave, fields: ReadonlySet<string>): FindingCode | null {
  if (!fields.has(cell.indicator)) return 'cell-not-on-form';
  const sound =
    cell.value === null || (cell.absence === null && /^-?\d{1,20}(\.\d{1,10})?$/.test(cell.value));
  return sound ? null : 'entry-not-number';
}

async function keep(
  desk: Desk,
  id: number,
  cells: readonly CellSave[],
  causeFor: (cell: CellSave) => FindingCode,
): Promise<CellOutcome[]> {
  if (cells.length === 0) return [];
  const { db, who } = desk;
  const { rows } = await sql<{ key: string }>`
    insert into xingbian.kept_save (account, submission, indicator, value, absence, note, cause, key)
    select ${who.id}, ${id}, k.* from unnest(
      ${cells.map((cell) => cell.indicator)}::text[], ${cells.map((cell) => cell.value)}::text[],
      ${cells.map((cell) => cell.absence)}::xingbian.absence[],
      ${cells.map((cell) => cell.note)}::text[], ${cells.map(causeFor)}::text[],
      ${cells.map((cell) => saveKey(desk, id, cell))}::text[])
      as k (indicator, value, absence, note, cause, key)
    on conflict do nothing returning key`.execute(db);
  const kept = new Set(rows.map((row) => row.key));
  await recordActs(
    desk,
    cells
      .filter((cell) => kept.has(saveKey(desk, id, cell)))
      .map((cell) => ({
        act: 'cell.keep',
        subject: `submission/${id}/${cell.indicator}`,
        new: { value: cell.value, absence: cell.absence, note: cell.note, cause: causeFor(cell) },
      })),
  );
  return cells.map((cell) => ({
    outcome: 'kept',
    key: cell.key,
    indicator: cell.indicator,
    finding: finding(causeFor(cell)),
  }));
}

async function save(
  desk: Desk,
  target: Target,
  cells: readonly CellSave[],
): Promise<CellOutcome[]> {
  if (cells.length === 0) return [];
  const indicators = cells.map((cell) => cell.indicator);
  const now = byIndicator(await readCells(desk, target.id, indicators));
  const outcomes: CellOutcome[] = [];
  const changes: Change[] = [];
  for (const cell of distinct(cells)) {
    const current = now.get(cell.indicator);
    const outcome = outcomeOf(cell, current);
    outcomes.push(outcome);
    if (outcome.outcome !== 'saved' || outcome.revision === (current?.revision ?? 0)) continue;
    changes.push({ cell, old: current ?? null, revision: outcome.revision });
    now.set(cell.indicator, after(cell, outcome.revision));
  }
  await write(desk, target, changes);
  return outcomes;
}

/** A save that is in a request twice is one. */
function distinct(cells: readonly CellSave[]): CellSave[] {
  return [...new Map(cells.map((cell) => [`${cell.indicator} ${cell.key}`, cell])).values()];
}

/** What is there now, once a cell was saved in the same request. */
function after(cell: CellSave, revision: number): CellView {
  const { indicator, value, absence, note } = cell;
  return { indicator, value, absence, note, revision, changedBy: '', changedAt: '' };
}

function outcomeOf(cell: CellSave, current: CellView | undefined): CellOutcome {
  const { key, indicator } = cell;
  const revision = current?.revision ?? 0;
  if (current && isSame(cell, current)) return { outcome: 'saved', key, indicator, revision };
  if (cell.base !== revision)
    return { outcome: 'conflict', key, indicator, now: current ?? emptyCell(indicator) };
  return { outcome: 'saved', key, indicator, revision: revision + 1 };
}

/** What is there where nobody ever saved. */
function emptyCell(indicator: string): CellView {
  const nothing = { value: null, absence: null, note: null };
  return { indicator, ...nothing, revision: 0, changedBy: '', changedAt: '' };
}

function isSame(cell: CellSave, current: CellView): boolean {
  return (
    cell.value === current.value &&
    cell.absence === current.absence &&
    (cell.note ?? '') === (current.note ?? '')
  );
}

/** A key is the caller's own for one cell: the same one elsewhere is another save. */
function saveKey({ who }: Desk, submission: number, cell: CellSave): string {
  return `${who.id}/${submission}/${cell.indicator}/${cell.key}`;
}

/** Resolves to the keys that have arrived before. */
async function knownSaves(desk: Desk, { id, cells }: CellsToSave): Promise<ReadonlySet<string>> {
  const { db } = desk;
  const keys = cells.map((cell) => saveKey(desk, id, cell));
  const { rows } = await sql<{ key: string }>`
    select key from xingbian.known_saves(${keys}::text[]) as key`.execute(db);
  return new Set(rows.map((row) => row.key));
}

interface Change {
  readonly cell: CellSave;
  readonly old: CellView | null;
  readonly revision: number;
}

/** The last change of a cell is what it says; every change goes on record. */
async function write(desk: Desk, target: Target, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const { db, who } = desk;
  const last = [...new Map(changes.map((change) => [change.cell.indicator, change])).values()];
  await sql`
    insert into xingbian.cell (submission, indicator, value, absence, note, revision, changed_by)
    select ${target.id}, k.*, ${who.id} from unnest(
      ${last.map(({ cell }) => cell.indicator)}::text[],
      ${last.map(({ cell }) => cell.value)}::numeric[],
      ${last.map(({ cell }) => cell.absence)}::xingbian.absence[],
      ${last.map(({ cell }) => cell.note || null)}::text[],
      ${last.map(({ revision }) => revision)}::int[]) as k (indicator, value, absence, note, revision)
    on conflict (submission, indicator) do update set value = excluded.value,
      absence = excluded.absence, note = excluded.note, revision = excluded.revision,
      changed_by = excluded.changed_by, changed_at = clock_timestamp()`.execute(db);
  await sql`insert into xingbian.submission_author values (${target.id}, ${who.id})
    on conflict do nothing`.execute(db);
  if (!target.begun)
    await sql`update xingbian.submission set begun_at = now() where id = ${target.id}`.execute(db);
  await recordActs(
    desk,
    changes.map(({ cell, old, revision }) => ({
      act: 'cell.save',
      subject: `submission/${target.id}/${cell.indicator}`,
      role: 'reporter',
      body: target.body,
      old: old && {
        value: old.value,
        absence: old.absence,
        note: old.note,
        revision: old.revision,
      },
      new: { value: cell.value, absence: cell.absence, note: cell.note, revision },
      key: saveKey(desk, target.id, cell),
    })),
  );
}
