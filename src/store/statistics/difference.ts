import type pg from 'pg';
import type { FindingPlace } from '../../domain/finding.ts';
import type { Absence } from '../../domain/observation.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';

/** A value or why there is none. */
export interface StoredValue {
  readonly value: string | null;
  readonly absence: Absence | null;
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
 * Compares the stage with the latest observations, into a temporary table `difference` that holds
 * what is new or revised, and resolves to the counts. A figure is revised when its value, the reason
 * for its absence, its status, its source or its note is another.
 */
export async function compareStage(
  client: pg.ClientBase,
  plan: string,
  enclosed: string,
): Promise<DifferenceCounts> {
  await client.query(
    `create temporary table difference on commit drop as
      select s.row, s.place, s.territory, s.indicator, s.period, s.breakdown, s.value, s.absence,
        s.status, f.key as source, s.note, o.number is not null as revises,
        o.value as old_value, o.absence as old_absence
      from stage s
      join xingbian.source f on f.plan_id = $1 and f.text = s.source_text
        and f.enclosed = coalesce(s.enclosed, $2)
      left join lateral (
        select * from xingbian.observation o
        where o.territory = s.territory and o.indicator = s.indicator
          and o.period = s.period and o.breakdown = s.breakdown
        order by o.number desc limit 1
      ) o on true
      where o.number is null
        or (o.value, o.absence, o.status, o.source, o.note)
          is distinct from (s.value, s.absence, s.status, f.key, s.note)`,
    [plan, enclosed],
  );
  await client.query('analyze difference');
  const { rows } = await client.query<{ new: number; revised: number; all: number }>(
    `select count(*) filter (where not revises)::int as new,
      count(*) filter (where revises)::int as revised,
      (select count(*)::int from stage) as all
      from difference`,
  );
  const found = rows[0] ?? { new: 0, revised: 0, all: 0 };
  return {
    new: found.new,
    revised: found.revised,
    unchanged: found.all - found.new - found.revised,
  };
}

/** Removes from the stage what it says twice alike, and resolves to the cells it says twice. */
export async function takeOutRepeated(
  client: pg.ClientBase,
  limit: number,
): Promise<readonly Repeated[]> {
  const any = await client.query(
    `select from stage group by territory, indicator, period, breakdown having count(*) > 1 limit 1`,
  );
  if (any.rowCount === 0) return [];
  await client.query(
    `create temporary table repeated on commit drop as
      select * from (
        select s.row, s.place, s.territory, s.indicator, s.period, s.breakdown,
          first_value(s.place) over w as first, row_number() over w as position,
          (s.value, s.absence) is not distinct from
            (first_value(s.value) over w, first_value(s.absence) over w) as equal
        from stage s
        window w as (partition by s.territory, s.indicator, s.period, s.breakdown order by s.row)
      ) numbered where position > 1`,
  );
  const { rows } = await client.query(
    `select r.place, r.first, t.id as territory, i.id as indicator, r.period, r.equal
      from repeated r
      join xingbian.territory t on t.key = r.territory
      join xingbian.indicator i on i.key = r.indicator
      order by r.row limit $1`,
    [limit],
  );
  await client.query('delete from stage s using repeated r where r.row = s.row');
  return rows.map((row) => ({
    ...row,
    place: JSON.parse(row.place),
    first: JSON.parse(row.first),
    period: periodText(row.period as PeriodNumber),
  }));
}

/** Resolves to the first changes in the order of the file. */
export async function readChanges(
  client: pg.ClientBase,
  limit: number,
): Promise<readonly Change[]> {
  const { rows } = await client.query(
    `select d.place, t.id as territory, i.id as indicator, d.period, d.breakdown, d.revises,
      d.value, d.absence, d.old_value, d.old_absence
      from difference d
      join xingbian.territory t on t.key = d.territory
      join xingbian.indicator i on i.key = d.indicator
      order by d.row limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    kind: row.revises ? 'revised' : 'new',
    place: JSON.parse(row.place),
    territory: row.territory,
    indicator: row.indicator,
    period: periodText(row.period as PeriodNumber),
    breakdown: row.breakdown,
    before: row.revises ? { value: row.old_value, absence: row.old_absence } : null,
    after: { value: row.value, absence: row.absence },
  }));
}

/** Adds what is new or revised to the observations, under a number, in the order of their key. */
export async function addObservations(client: pg.ClientBase, number: number): Promise<void> {
  await client.query(
    `insert into xingbian.observation (territory, indicator, period, number, source, status,
      absence, value, breakdown, note)
      select territory, indicator, period, $1, source, status, absence, value, breakdown, note
      from difference order by territory, indicator, period, breakdown`,
    [number],
  );
}
