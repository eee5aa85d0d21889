import type pg from 'pg';
import { AppError } from '../../domain/app-error.ts';
import { type Finding, finding, hasErrors } from '../../domain/finding.ts';
import type { ImportSummary } from '../../domain/observation.ts';
import { recordActAsOwner } from '../accounts/audit.ts';
import { lockWriting } from '../statistics/locks.ts';
import { publishWithin } from '../statistics/publish.ts';
import { inTransaction } from '../statistics/transaction.ts';
import { type ReleasedCell, readReleasedCells, releaseBatches } from './release-figures.ts';

/** What is to be published, by whom. */
export interface ReleaseToMake {
  readonly plan: string;
  readonly account: number;
  readonly origin: string;
  readonly title: string;
  readonly submissions: readonly { readonly id: number; readonly revision: number }[];
  readonly embargo?: string | undefined;
  readonly reasons: readonly {
    readonly submission: number;
    readonly indicator: string;
    readonly reason: string;
  }[];
  readonly dryRun: boolean;
}

/** What came of it; without a release nothing was published. */
export interface ReleaseMade {
  readonly release: number | null;
  /** Published figures that become others. */
  readonly revisions: readonly ReleasedCell[];
  readonly summary: ImportSummary | null;
  readonly findings: readonly Finding[];
}

/**
 * Publishes submissions as one act: their figures enter the base under one number, or wait for the
 * end of an embargo. Every figure that replaces a published one needs a reason. Either all of it is
 * done or nothing. Refuses with `not-found`, `changed-meanwhile` or `move-not-allowed`, and with
 * `embargo-past` for one that has ended.
 *
 * It runs as the owner, for it writes the base; that the account may publish these submissions is
 * asked of the same functions the policies ask, and the guard of moves holds here too.
 */
export async function release(writer: pg.Pool, asked: ReleaseToMake): Promise<ReleaseMade> {
  refusePast(asked.embargo);
  return await inTransaction(
    writer,
    async (client) => {
      await client.query('select xingbian.act_as($1)', [asked.account]);
      // Nobody publishes between what is compared here and what is written.
      if (!asked.dryRun) await lockWriting(client, asked.plan);
      await checkSubmissions(client, asked);
      const cells = await readReleasedCells(
        client,
        asked.plan,
        asked.submissions.map((one) => one.id),
      );
      const revisions = cells.filter((cell) => cell.revises);
      const findings = unexplained(revisions, asked.reasons);
      if (asked.dryRun || hasErrors(findings))
        return { release: null, revisions, summary: null, findings };
      const id = await insertRelease(client, asked);
      await recordRelease(client, id, asked, revisions);
      if (asked.embargo !== undefined) {
        await moveAll(client, id, 'schedule', asked);
        return { release: id, revisions, summary: null, findings };
      }
      const made = await enterBase(client, asked.plan, { id, title: asked.title, cells });
      if (hasErrors(made.findings)) return { ...made, release: null, revisions };
      await moveAll(client, id, 'publish', asked);
      return { ...made, release: id, revisions };
    },
    (made) => made.release !== null,
  );
}

/** Puts figures into the base as one publication, and notes its number at the release. */
export async function enterBase(
  client: pg.ClientBase,
  plan: string,
  given: {
    readonly id: number;
    readonly title: string;
    readonly cells: readonly ReleasedCell[];
  },
): Promise<{ summary: ImportSummary; findings: readonly Finding[] }> {
  const { id, title, cells } = given;
  const { summary, findings } = await publishWithin(client, plan, {
    kind: 'publication',
    file: `release/${id}`,
    fileHash: () => `release-${id}`,
    dataset: { title: { zh: title, en: title }, source: title, licence: '', enclosed: 'unstated' },
    batches: releaseBatches(cells, await readReasons(client, id)),
    dryRun: false,
  });
  // A release that changes no figure is on record all the same; it has no number of the base.
  await client.query('update xingbian.release set number = coalesce($2, 0) where id = $1', [
    id,
    summary.number,
  ]);
  return { summary, findings };
}

/** Resolves to why figures of a release replace others. */
export async function readReasons(
  client: pg.ClientBase,
  id: number,
): Promise<ReleaseToMake['reasons']> {
  const { rows } = await client.query<ReleaseToMake['reasons'][number]>(
    'select submission, indicator, reason from xingbian.release_reason where release = $1',
    [id],
  );
  return rows;
}

/** In the order of their ids, so that two who publish wait for one another and never for each other. */
async function checkSubmissions(client: pg.ClientBase, asked: ReleaseToMake): Promise<void> {
  const wanted = new Map(asked.submissions.map((one) => [one.id, one.revision]));
  const { rows } = await client.query<{
    id: number;
    revision: number;
    ready: boolean;
    may: boolean;
  }>(
    `select s.id, s.revision, s.state = 'accepted' and s.level = s.levels as ready,
      xingbian.holds_above('{publisher}', s.body) as may
      from xingbian.submission s where s.id = any ($1::int[])
      order by s.id ${asked.dryRun ? '' : 'for update'}`,
    [[...wanted.keys()]],
  );
  const seen = rows.filter((row) => row.may);
  if (seen.length < wanted.size) throw new AppError('not-found');
  if (seen.some((row) => row.revision !== wanted.get(row.id)))
    throw new AppError('changed-meanwhile');
  if (seen.some((row) => !row.ready)) throw new AppError('move-not-allowed');
}

/** Returns a finding for each published figure that would become another and no reason says why. */
export function unexplained(
  revisions: readonly ReleasedCell[],
  reasons: ReleaseToMake['reasons'],
): Finding[] {
  const given = new Set(reasons.map((one) => `${one.submission} ${one.indicator}`));
  return revisions
    .filter((cell) => !given.has(`${cell.submission} ${cell.indicator}`))
    .map((cell) =>
      finding(
        'release-reason-wanting',
        {},
        { body: cell.body, indicator: cell.indicator, old: cell.old ?? '', new: cell.value ?? '' },
      ),
    );
}

/** An embargo that has ended is a slip: whoever means now leaves it out. */
function refusePast(embargo: string | undefined): void {
  if (embargo === undefined || Date.parse(embargo) > Date.now()) return;
  throw new AppError('embargo-past');
}

/** The act as a whole: which published figures become others, and why. */
async function recordRelease(
  client: pg.ClientBase,
  id: number,
  asked: ReleaseToMake,
  revisions: readonly ReleasedCell[],
): Promise<void> {
  const reasons = new Map(
    asked.reasons.map((one) => [`${one.submission} ${one.indicator}`, one.reason]),
  );
  const changes = revisions.map(({ submission, indicator, old, value }) => ({
    cell: { submission, indicator, reason: reasons.get(`${submission} ${indicator}`) },
    ...{ old, value },
  }));
  await recordActAsOwner(client, asked, {
    act: 'release.make',
    subject: `release/${id}`,
    role: 'publisher',
    old: changes.map(({ cell, old }) => ({ ...cell, value: old })),
    new: {
      ...{ title: asked.title, embargo: asked.embargo ?? null },
      submissions: asked.submissions.length,
      figures: changes.map(({ cell, value }) => ({ ...cell, value })),
    },
  });
}

async function insertRelease(client: pg.ClientBase, asked: ReleaseToMake): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into xingbian.release (plan_id, title, decided_by, embargo)
      values ($1, $2, $3, $4) returning id`,
    [
      asked.plan,
      asked.title,
      asked.account,
      asked.embargo === undefined ? null : new Date(asked.embargo).toISOString(),
    ],
  );
  const id = rows[0]?.id ?? 0;
  await client.query(
    `insert into xingbian.release_submission (release, submission)
      select $1, * from unnest($2::int[])`,
    [id, [...new Set(asked.submissions.map((one) => one.id))]],
  );
  await client.query(
    `insert into xingbian.release_reason (release, submission, indicator, reason)
      select $1, * from unnest($2::int[], $3::text[], $4::text[]) on conflict do nothing`,
    [
      id,
      asked.reasons.map((one) => one.submission),
      asked.reasons.map((one) => one.indicator),
      asked.reasons.map((one) => one.reason),
    ],
  );
  return id;
}

/** Moves the submissions of a release, with a row of their history and of the record each. */
export async function moveAll(
  client: pg.ClientBase,
  id: number,
  act: 'schedule' | 'unschedule' | 'publish',
  by: { readonly account: number | null; readonly origin: string; readonly reason?: string },
): Promise<void> {
  const state = { schedule: 'scheduled', unschedule: 'accepted', publish: 'published' }[act];
  const { account, origin, reason } = by;
  await client.query(
    `with moved as (
      update xingbian.submission s set state = $2, revision = s.revision + 1
      from (select o.id, o.state from xingbian.submission o
        join xingbian.release_submission r on r.submission = o.id
        where r.release = $1 for update of o) before
      where s.id = before.id
      returning s.id, s.body, s.level, s.revision, before.state as was),
    history as (
      insert into xingbian.submission_move
        (submission, act, state, level, made_by, reason, revision)
      select id, $3, $2, level, $4, $6, revision from moved)
    insert into xingbian.audit (account, role, origin, act, body, subject, old, new, outcome)
    select $4::int, 'publisher', $5, 'submission.' || $3::text, body, 'submission/' || id,
      jsonb_build_object('state', was),
      jsonb_build_object('state', $2::text, 'release', $1::int, 'reason', $6::text), 'done'
    from moved`,
    [id, state, act, account, origin, reason ?? null],
  );
}
