import type pg from 'pg';
import type { FindingPlace } from '../../domain/finding.ts';
import type { Absence, ObservationStatus } from '../../domain/observation.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import type { Piece } from './stage.ts';

/** A value or why there is none, and what else is kept of it. */
export interface StoredValue {
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly status: ObservationStatus;
  readonly source: string;
  readonly note: string | null;
}

/** What a row of a file does to the base. */
export interface Change {
  readonly kind: 'new' | 'revised';
  readonly place: FindingPlace;
  readonly territory: string;
  readonly indicator: string;
  readonly period: string;
  readonly breakdown: string;
  /** Null for a new figure. */
  readonly before: StoredValue | null;
  readonly after: StoredValue;
}

export interface DifferenceCounts {
  readonly new: number;
  readonly revised: number;
  readonly unchanged: number;
}

/** A cell that stands in a file more than once. */
export interface Repeated {
  readonly place: FindingPlace;
  readonly first: FindingPlace;
  readonly territory: string;
  readonly indicator: string;
  readonly period: string;
  /** Whether it says the same as the first: value or absence, status, source and note. */
  readonly equal: boolean;
}

/** Creates the table `known`: what the base says of the rows of a piece, and whether it is the same. */
export async function createKnown(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create temporary table known (
      row integer, value numeric, absence xingbian.absence, status xingbian.observation_status,
      source integer, note text, same boolean
    ) on commit drop`,
  );
}

/**
 * Compares a piece with the latest observations of the places that have some, and resolves to the
 * counts. What the base says of its cells stands in `known` afterwards. A figure is revised when its value, the reason for its absence, its
 * status, its source or its note is another.
 */
export async function comparePiece(
  client: pg.ClientBase,
  { table }: Piece,
  held: readonly number[],
): Promise<DifferenceCounts> {
  await client.query('truncate known');
  if (held.length > 0) await fillKnown(client, table, held);
  const { rows } = await client.query<{ same: number; known: number; all: number }>(
    `select count(*) filter (where same)::int as same, count(*)::int as known,
      (select count(*)::int from ${table}) as all
      from known`,
  );
  const { same, known, all } = rows[0] ?? { same: 0, known: 0, all: 0 };
  return { new: all - known, revised: known - same, unchanged: same };
}

async function fillKnown(
  client: pg.ClientBase,
  table: string,
  held: readonly number[],
): Promise<void> {
  await client.query(
    `insert into known
      select s.row, o.value, o.absence, o.status, o.source, o.note,
        (o.value, o.absence, o.status, o.source, o.note)
          is not distinct from (s.value, s.absence, s.status, f.key, s.note) as same
      from ${table} s
      join origin f on f.origin = s.origin
      cross join lateral (
        select * from xingbian.observation o
        where o.territory = s.territory and o.indicator = s.indicator
          and o.period = s.period and o.breakdown = s.breakdown
        order by o.number desc limit 1
      ) o
      where s.territory = any($1)`,
    [held],
  );
}

/** The rows of a piece that are new or revised, with what the base says of them. */
const changesOf = ({ table }: Piece) =>
  `(select s.*, k.row is not null as revises, k.value as old_value, k.absence as old_absence,
      k.status as old_status, k.source as old_source, k.note as old_note
    from ${table} s left join known k on k.row = s.row
    where k.same is not true)`;

/** The cells that a file gives more than once. */
export interface RepeatedCells {
  /** The first of them, those that differ before the others. */
  readonly listed: readonly Repeated[];
  readonly all: number;
  /** Those that differ. */
  readonly contradicted: number;
}

/** No cell stands in the file twice. */
export const noneRepeated: RepeatedCells = { listed: [], all: 0, contradicted: 0 };

/** How many repeated cells are listed. */
export interface RepeatedLimit {
  readonly equal: number;
  readonly contradicted: number;
}

/** Removes from the stage what it says again, and resolves to the cells it says more than once. */
export async function takeOutRepeated(
  client: pg.ClientBase,
  limit: RepeatedLimit,
): Promise<RepeatedCells> {
  if (await isDistinct(client)) return noneRepeated;
  await client.query(
    `create temporary table repeated on commit drop as
      select s.row, f.row as first, s.territory, s.indicator, s.period,
        (s.value, s.absence, s.status, s.note, so.text, so.enclosed)
          is not distinct from (f.value, f.absence, f.status, f.note, fo.text, fo.enclosed) as equal
      from (
        select row, first_value(row) over (
          partition by territory, indicator, period, breakdown order by row
        ) as first from stage
      ) numbered
      join stage s on s.row = numbered.row
      join stage f on f.row = numbered.first
      join origin so on so.origin = s.origin
      join origin fo on fo.origin = f.origin
      where numbered.row <> numbered.first`,
  );
  const { rows } = await client.query(
    `select ${placeOf('s')} as place, ${placeOf('f')} as first, t.id as territory,
      i.id as indicator, r.period, r.equal, r.all, r.other
      from (
        select *, row_number() over (partition by equal order by row) as position,
          count(*) over ()::int as all, (count(*) filter (where not equal) over ())::int as other
        from repeated
      ) r
      join stage s on s.row = r.row
      join stage f on f.row = r.first
      join xingbian.territory t on t.key = r.territory
      join xingbian.indicator i on i.key = r.indicator
      where r.position <= case when r.equal then $1::int else $2::int end
      order by r.equal, r.row`,
    [limit.equal, limit.contradicted],
  );
  await client.query('delete from stage s using repeated r where r.row = s.row');
  const cells = rows.map(({ all: _, other: __, ...row }) => ({
    ...row,
    period: periodText(row.period as PeriodNumber),
  }));
  return { listed: cells, all: rows[0]?.all ?? 0, contradicted: rows[0]?.other ?? 0 };
}

/** Hashes are cheaper to tell apart than cells; where two cells share one the cells themselves decide. */
async function isDistinct(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ distinct: boolean }>(
    `select count(*) = count(distinct hashint4extended(territory, hashint4extended(indicator,
      hashint4extended(period, hashtextextended(breakdown, 0))))) as distinct from stage`,
  );
  return rows[0]?.distinct ?? true;
}

/** Resolves to the first changes of a piece that was compared, in the order of the file. */
export async function readChanges(
  client: pg.ClientBase,
  piece: Piece,
  limit: number,
): Promise<readonly Change[]> {
  const { rows } = await client.query(
    `select ${placeOf('s')} as place, t.id as territory, i.id as indicator, s.period, s.breakdown,
      s.revises,
      json_build_object('value', s.old_value::text, 'absence', s.old_absence,
        'status', s.old_status, 'source', o.text, 'note', s.old_note) as old,
      json_build_object('value', s.value::text, 'absence', s.absence, 'status', s.status,
        'source', f.text, 'note', s.note) as new
      from (select * from ${changesOf(piece)} s order by row limit $1) s
      join origin f on f.origin = s.origin
      left join xingbian.source o on o.key = s.old_source
      join xingbian.territory t on t.key = s.territory
      join xingbian.indicator i on i.key = s.indicator
      order by s.row`,
    [limit],
  );
  return rows.map((row) => ({
    kind: row.revises ? 'revised' : 'new',
    place: row.place,
    territory: row.territory,
    indicator: row.indicator,
    period: periodText(row.period as PeriodNumber),
    breakdown: row.breakdown,
    before: row.revises ? row.old : null,
    after: row.new,
  }));
}

/** The cell of a row of the stage, as a FindingPlace. */
function placeOf(alias: string): string {
  const fields = ['line', 'sheet', 'cell'].map((name) => `'${name}', ${alias}.${name}`);
  return `json_strip_nulls(json_build_object(${fields.join(', ')}))`;
}

/**
 * Adds what a piece changes to the observations, under a number, in the order of their key; and notes
 * in `touched` and `reviewed` what is to be totalled and looked at anew.
 */
export async function addChanges(
  client: pg.ClientBase,
  piece: Piece,
  { number, inOrder }: { readonly number: number; readonly inOrder: boolean },
): Promise<void> {
  await client.query(
    `with added as (
      insert into xingbian.observation (territory, indicator, period, number, source, status,
        absence, value, breakdown, note)
        select territory, indicator, period, $1, f.key, status, absence, value, breakdown, note
        from ${changesOf(piece)} s join origin f on f.origin = s.origin
        ${inOrder ? '' : 'order by territory, indicator, period, breakdown'}
        returning territory, indicator, period
    ), touching as (
      insert into touched select distinct indicator, period from added on conflict do nothing
    )
    insert into reviewed select distinct territory from added on conflict do nothing`,
    [number],
  );
}
