import type pg from 'pg';
import { applyDefinition } from '../statistics/load-statistics.ts';
import { newestDefinition } from '../statistics/newest-definition.ts';
import { rollUpAll } from '../statistics/rollup.ts';

/** The kinds of rows of the base, in the order of a backup. */
export const baseKinds = ['definition', 'publication', 'observation', 'doubt'] as const;

type BaseKind = (typeof baseKinds)[number];

/**
 * The queries for the rows of the base of a plan ($1) as lines of JSON: one array a row, its kind
 * first. Places and indicators go by their ids, sources by their words: numbers belong to one database.
 */
export const baseSelects: Readonly<Record<BaseKind, string>> = {
  definition: `
    select json_build_array('definition', s.number, s.hash, s.register, s.indicators)::text as line
    from xingbian.statistics s where s.plan_id = $1 order by s.number`,
  publication: `
    select json_build_array('publication', p.number, p.recorded, p.kind, p.file, p.file_hash,
      p.dataset, p.counts)::text as line
    from xingbian.publication p where p.plan_id = $1 order by p.number`,
  observation: `
    select json_build_array('observation', t.id, i.id, o.period, o.breakdown, o.number,
      o.value::text, o.absence, o.status, f.text, f.enclosed, o.note)::text as line
    from xingbian.observation o
    join xingbian.territory t on t.key = o.territory and t.plan_id = $1
    join xingbian.indicator i on i.key = o.indicator
    join xingbian.source f on f.key = o.source
    order by o.territory, o.indicator, o.period, o.breakdown, o.number`,
  doubt: `
    select json_build_array('doubt', t.id, i.id, d.period, d.breakdown, d.number, d.doubts)::text
      as line
    from xingbian.doubt d
    join xingbian.territory t on t.key = d.territory and t.plan_id = $1
    join xingbian.indicator i on i.key = d.indicator
    order by d.territory, d.indicator, d.period, d.breakdown, d.number`,
};

/** How many rows of each kind there are. */
export type BaseCounts = Readonly<Record<`${BaseKind}s`, number>>;

/** Makes the table, gone after the transaction, that rows of the base wait in until all have come. */
export async function createStaging(client: pg.ClientBase): Promise<void> {
  await client.query('create temporary table backup (row jsonb) on commit drop');
}

/** Adds lines of `baseSelects` to those that wait. */
export async function stageRows(client: pg.ClientBase, lines: readonly string[]): Promise<void> {
  await client.query('insert into backup select * from unnest($1::jsonb[])', [lines]);
}

/**
 * Puts the rows that wait into the base of a plan and makes its totals; resolves to how many of each
 * kind were put there, which is all zero where no definition is among them.
 *
 * The definitions come first, in place of the one the plan's folder gave: places and indicators must
 * be known. Joins drop what is not, so that the caller has counts to compare.
 */
export async function insertBase(client: pg.ClientBase, plan: string): Promise<BaseCounts> {
  await client.query('analyze backup');
  await client.query('delete from xingbian.publication where plan_id = $1', [plan]);
  await client.query('delete from xingbian.statistics where plan_id = $1', [plan]);
  const defined = await countOf(client, definitions, plan);
  if (defined === 0) return { definitions: 0, publications: 0, observations: 0, doubts: 0 };
  const definition = await newestDefinition(client, plan);
  await applyDefinition(client, plan, definition, definition.number);
  await client.query(
    `insert into xingbian.source (plan_id, text, enclosed)
      select distinct $1, row->>9, row->>10 from backup where row->>0 = 'observation'
      on conflict (plan_id, text, enclosed) do nothing`,
    [plan],
  );
  const inserted = {
    definitions: defined,
    publications: await countOf(client, publications, plan),
    observations: await countOf(client, observations, plan),
    doubts: await countOf(client, doubts, plan),
  };
  await rollUpAll(client, plan, definition.indicators.indicators);
  return inserted;
}

async function countOf(client: pg.ClientBase, insert: string, plan: string): Promise<number> {
  return (await client.query(insert, [plan])).rowCount ?? 0;
}

const definitions = `
  insert into xingbian.statistics (plan_id, number, hash, register, indicators)
  select $1, (row->>1)::int, row->>2, row->3, row->4 from backup where row->>0 = 'definition'`;

const publications = `
  insert into xingbian.publication
    (plan_id, number, recorded, kind, file, file_hash, dataset, counts)
  select $1, (row->>1)::int, (row->>2)::timestamptz, row->>3, row->>4, row->>5, row->6, row->7
  from backup where row->>0 = 'publication'`;

const observations = `
  insert into xingbian.observation (territory, indicator, period, number, source, status, absence,
    value, breakdown, note)
  select t.key, i.key, (row->>3)::int, (row->>5)::int, f.key,
    (row->>8)::xingbian.observation_status, (row->>7)::xingbian.absence, (row->>6)::numeric,
    row->>4, row->>11
  from backup
  join xingbian.territory t on t.plan_id = $1 and t.id = row->>1
  join xingbian.indicator i on i.plan_id = $1 and i.id = row->>2
  join xingbian.source f on f.plan_id = $1 and f.text = row->>9 and f.enclosed = row->>10
  where row->>0 = 'observation'`;

const doubts = `
  insert into xingbian.doubt (territory, indicator, period, number, breakdown, doubts)
  select t.key, i.key, (row->>3)::int, (row->>5)::int, row->>4, row->6
  from backup
  join xingbian.territory t on t.plan_id = $1 and t.id = row->>1
  join xingbian.indicator i on i.plan_id = $1 and i.id = row->>2
  where row->>0 = 'doubt'`;
