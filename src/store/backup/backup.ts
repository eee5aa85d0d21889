import type pg from 'pg';
import { type BackupEnd, type BackupHead, backupFormat } from './backup-file.ts';
import { baseKinds, baseSelects } from './base-rows.ts';
import { type TableLayout, tableLayouts, tableSelect } from './table-rows.ts';

/**
 * Yields all of a plan that its folder does not hold, and all accounts and acts, as lines of JSON:
 * head, rows, end. The base is in it with every revision; sessions are not. One snapshot of the
 * database, read through cursors: memory does not grow with it.
 */
export async function* writeBackup(pool: pg.Pool, plan: string): AsyncGenerator<string> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    // Times are written so that any server reads them.
    await client.query("set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'");
    const layouts = await tableLayouts(client);
    yield JSON.stringify(await headOf(client, plan, layouts));
    const base = { definitions: 0, publications: 0, observations: 0, doubts: 0 };
    for (const kind of baseKinds)
      for await (const line of linesOf(client, baseSelects[kind], plan)) {
        base[`${kind}s`]++;
        yield line;
      }
    const tables: Record<string, number> = {};
    for (const layout of layouts) {
      let rows = 0;
      for await (const line of linesOf(client, tableSelect(layout), plan)) {
        rows++;
        yield line;
      }
      tables[layout.table] = rows;
    }
    const end: BackupEnd = { ...base, tables };
    yield JSON.stringify({ end });
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function headOf(
  client: pg.ClientBase,
  plan: string,
  layouts: readonly TableLayout[],
): Promise<BackupHead> {
  const { rows } = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from xingbian.publication where plan_id = $1',
    [plan],
  );
  const tables = Object.fromEntries(layouts.map(({ table, columns }) => [table, columns]));
  return { format: backupFormat, plan, number: rows[0]?.number ?? 0, tables };
}

async function* linesOf(
  client: pg.ClientBase,
  select: string,
  plan: string,
): AsyncGenerator<string> {
  await client.query(`declare backup no scroll cursor for ${select}`, [plan]);
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 10000 from backup');
    for (const { line } of rows) yield line;
    if (rows.length === 0) break;
  }
  await client.query('close backup');
}
