import type pg from 'pg';
import { keptTables } from './kept-tables.ts';

/** A table as the database has it. */
export interface TableLayout {
  readonly table: string;
  readonly columns: readonly string[];
  /** The types of the columns, as SQL names them. */
  readonly types: readonly string[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** The column that numbers itself. */
  readonly identity: string | null;
}

/**
 * Resolves to the layouts of the kept tables, in their order. The database is asked, so that no column
 * is forgotten that a migration adds.
 */
export async function tableLayouts(client: pg.ClientBase): Promise<TableLayout[]> {
  const tables = Object.keys(keptTables);
  const { rows } = await client.query<TableLayout>(layouts, [tables]);
  return rows.sort((one, other) => tables.indexOf(one.table) - tables.indexOf(other.table));
}

const layouts = `
  select c.relname::text as "table",
    array_agg(a.attname::text order by a.attnum) as columns,
    array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
    array_agg(a.attname::text order by array_position(i.indkey::smallint[], a.attnum))
      filter (where a.attnum = any (i.indkey::smallint[])) as key,
    (array_agg(a.attname::text) filter (where a.attidentity <> ''))[1] as identity
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_index i on i.indrelid = c.oid and i.indisprimary
  where c.relnamespace = 'xingbian'::regnamespace and c.relname = any ($1)
  group by c.relname`;

/**
 * Returns the query for the rows of a table that are a plan's ($1), as lines of JSON: the table, then
 * each value as the database writes it, which loses nothing.
 */
export function tableSelect({ table, columns, key }: TableLayout): string {
  const values = columns.map((column) => `, "${column}"::text`).join('');
  return `select json_build_array('${table}'${values})::text as line
    from xingbian."${table}" where ${keptTables[table]} order by ${quoted(key)}`;
}

/** Adds lines of `tableSelect` to the table, with their numbers; resolves to how many. */
export async function insertRows(
  client: pg.ClientBase,
  { table, columns, types }: TableLayout,
  lines: readonly string[],
): Promise<number> {
  const values = types.map((type, at) => `(row->>${at + 1})::${type}`).join(', ');
  const { rowCount } = await client.query(
    `insert into xingbian."${table}" (${quoted(columns)}) overriding system value
      select ${values} from unnest($1::jsonb[]) as given (row)`,
    [lines],
  );
  return rowCount ?? 0;
}

/**
 * Turns the triggers of a table off or on again, within the transaction: they hold what is done now,
 * and rows of a backup were held when they were made.
 */
export async function setTriggers(
  client: pg.ClientBase,
  { table }: TableLayout,
  to: 'enable' | 'disable',
): Promise<void> {
  await client.query(`alter table xingbian."${table}" ${to} trigger user`);
}

/** Makes the next number of a table follow its last. */
export async function continueNumbers(
  client: pg.ClientBase,
  { table, identity }: TableLayout,
): Promise<void> {
  if (identity === null) return;
  await client.query(
    `select setval(pg_get_serial_sequence('xingbian."${table}"', '${identity}'),
      (select coalesce(max("${identity}"), 0) + 1 from xingbian."${table}"), false)`,
  );
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
