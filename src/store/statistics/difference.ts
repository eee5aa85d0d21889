import type pg from 'pg';
import type { FindingPlace } from '../../domain/finding.ts';
import type { Absence, ObservationStatus } from '../../domain/observation.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import type { Staged } from './stage.ts';

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
  /** Whether all of them say the same. */
  readonly equal: boolean;
}

/**
 * Compares the stage with the latest observations and resolves to the counts. What the base says
 * already is taken out of the stage; what it says otherwise stands in the temporary table `known`.
 * A figure is revised when its value, the reason for its absence, its status, its source or its note
 * is another.
 */
export async function compareStage(client: pg.ClientBase): Promise<DifferenceCounts> {
  await client.query(
    `create temporary table known on commit drop as
      select s.row, o.value, o.absence, o.status, o.source, o.note,
        (o.value, o.absence, o.status, o.source, o.note)
          is not distinct from (s.value, s.absence, s.status, f.key, s.note) as same
      from (${heldPlaces}) held
      join stage s on s.territory = held.territory
      join origin f on f.origin = s.origin
      cross join lateral (
        select * from xingbian.observation o
        where o.territory = s.territory and o.indicator = s.indicator
          and o.period = s.period and o.breakdown = s.breakdown
        order by o.number desc limit 1
      ) o`,
  );
  await client.query('analyze known');
  const { rows } = await client.query<{ same: number; known: number; all: number }>(
    `select count(*) filter (where same)::int as same, count(*)::int as known,
      (select count(*)::int from stage) as all
      from known`,
  );
  const { same, known, all } = rows[0] ?? { same: 0, known: 0, all: 0 };
  if (same === all) await client.query('truncate stage');
  else if (same > 0) {
    await client.query('delete from stage s using known k where k.row = s.row and k.same');
    await client.query('analyze stage (territory, indicator, period, breakdown)');
  }
  return { new: all - known, revised: known - same, unchanged: same };
}

/** Places of the stage that have observations: of others nothing is looked for. */
const heldPlaces = `
  select s.territory from (select distinct territory from stage) s
  cross join lateral (
    select from xingbian.observation o where o.territory = s.territory limit 1
  ) any_of_it`;

/** Removes from the stage what it says twice alike, and resolves to the cells it says twice. */
export async function takeOutRepeated(
  client: pg.ClientBase,
  limit: number,
): Promise<readonly Repeated[]> {
  if (await isDistinct(client)) return [];
  await client.query(
    `create temporary table repeated on commit drop as
      select * from (
        select s.row, s.territory, s.indicator, s.period, s.breakdown,
          first_value(s.row) over w as first, row_number() over w as position,
          (s.value, s.absence) is not distinct from
            (first_value(s.value) over w, first_value(s.absence) over w) as equal
        from stage s
        window w as (partition by s.territory, s.indicator, s.period, s.breakdown order by s.row)
      ) numbered where position > 1`,
  );
  const { rows } = await client.query(
    `select ${placeOf('s')} as place, ${placeOf('f')} as first, t.id as territory,
      i.id as indicator, r.period, r.equal
      from repeated r
      join stage s on s.row = r.row
      join stage f on f.row = r.first
      join xingbian.territory t on t.key = r.territory
      join xingbian.indicator i on i.key = r.indicator
      order by r.row limit $1`,
    [limit],
  );
  await client.query('delete from stage s using repeated r where r.row = s.row');
  return rows.map((row) => ({ ...row, period: periodText(row.period as PeriodNumber) }));
}

/** Hashes are cheaper to tell apart than cells; where two cells share one the cells themselves decide. */
async function isDistinct(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ distinct: boolean }>(
    `select count(*) = count(distinct hashint4extended(territory, hashint4extended(indicator,
      hashint4extended(period, hashtextextended(breakdown, 0))))) as distinct from stage`,
  );
  return rows[0]?.distinct ?? true;
}

/** Resolves to the first changes in the order of the file, which is that of the stage. */
export async function readChanges(
  client: pg.ClientBase,
  limit: number,
): Promise<readonly Change[]> {
  const { rows } = await client.query(
    `select ${placeOf('s')} as place, t.id as territory, i.id as indicator, s.period, s.breakdown,
      s.revises, s.old, json_build_object('value', s.value::text, 'absence', s.absence,
        'status', s.status, 'source', f.text, 'note', s.note) as new
      from (
        select s.*, k.row is not null as revises,
          json_build_object('value', k.value::text, 'absence', k.absence, 'status', k.status,
            'source', o.text, 'note', k.note) as old
        from (select * from stage limit $1) s
        left join known k on k.row = s.row
        left join xingbian.source o on o.key = k.source
      ) s
      join origin f on f.origin = s.origin
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

/** Adds what is new or revised to the observations, under a number, in the order of their key. */
export async function addObservations(
  client: pg.ClientBase,
  number: number,
  { inOrder }: Pick<Staged, 'inOrder'>,
): Promise<void> {
  await client.query(
    `insert into xingbian.observation (territory, indicator, period, number, source, status,
      absence, value, breakdown, note)
      select s.territory, s.indicator, s.period, $1, f.key, s.status, s.absence, s.value,
        s.breakdown, s.note
      from stage s join origin f on f.origin = s.origin
      ${inOrder ? '' : 'order by s.territory, s.indicator, s.period, s.breakdown'}`,
    [number],
  );
}
