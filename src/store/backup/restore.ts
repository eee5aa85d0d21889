import type pg from 'pg';
import { AppError } from '../../domain/app-error.ts';
import { lockCommitting, lockWriting } from '../statistics/locks.ts';
import { inTransaction } from '../statistics/transaction.ts';
import {
  type BackupEnd,
  type BackupHead,
  type Batch,
  batchesOf,
  endOf,
  headOf,
  invalid,
  isBaseKind,
} from './backup-file.ts';
import { baseKinds, createStaging, insertBase, stageRows } from './base-rows.ts';
import {
  continueNumbers,
  insertRows,
  setTriggers,
  type TableLayout,
  tableLayouts,
} from './table-rows.ts';

/**
 * Puts a backup into a database that holds nothing but the plan, with its numbers and times, and
 * resolves to what it held. All of it or nothing. Refuses with `restore-not-empty` where the base has
 * publications, with `restore-accounts` where there are accounts or acts on record, and with
 * `backup-invalid` for lines that are none of a backup, a plan other than this, what the plan or this
 * version does not have, or a file that was cut off. A backup of the base alone needs no more than an
 * empty base.
 */
export async function restoreBackup(
  pool: pg.Pool,
  plan: string,
  lines: AsyncIterable<string>,
): Promise<BackupEnd> {
  return await inTransaction(pool, async (client) => {
    await lockWriting(client, plan);
    await createStaging(client);
    const end = await takeLines(client, plan, lines);
    const inserted = await ofBackup(0, insertBase(client, plan));
    for (const kind of baseKinds) refuseUnlessEqual(kind, inserted[`${kind}s`], end[`${kind}s`]);
    await lockCommitting(client, plan);
    return end;
  });
}

/** The head is checked first. Rows of the base wait for the end, those of tables go where they belong. */
async function takeLines(
  client: pg.ClientBase,
  plan: string,
  lines: AsyncIterable<string>,
): Promise<BackupEnd> {
  let layouts: TableLayout[] = [];
  let end: BackupEnd | null = null;
  const inserted: Record<string, number> = {};
  for await (const batch of batchesOf(lines)) {
    const { kind, last } = batch;
    if (end) throw invalid(last, '结尾之后还有内容', 'there is more after the end');
    if (kind === 'head') layouts = await begin(client, plan, headOf(batch, plan));
    else if (kind === 'end') end = endOf(batch);
    else if (isBaseKind(kind)) await ofBackup(last, stageRows(client, batch.lines));
    else inserted[kind] = (inserted[kind] ?? 0) + (await insertBatch(client, layouts, batch));
  }
  if (!end) throw invalid(0, '文件不完整，没有结尾', 'the file was cut off: it has no end');
  for (const layout of layouts) {
    refuseUnlessEqual(layout.table, inserted[layout.table] ?? 0, end.tables[layout.table]);
    await continueNumbers(client, layout);
    await setTriggers(client, layout, 'enable');
  }
  return end;
}

/** Resolves to the layouts of the tables that are to come, once they may come. */
async function begin(
  client: pg.ClientBase,
  plan: string,
  head: BackupHead,
): Promise<TableLayout[]> {
  await refuseUnlessEmpty(client, plan);
  const known = await tableLayouts(client);
  const layouts = Object.entries(head.tables).map(([table, columns]) =>
    narrowed(
      known.find((layout) => layout.table === table),
      columns,
    ),
  );
  if (layouts.length === 0) return [];
  await refuseAccounts(client);
  // Those of the plan's folder, which no round can have begun with.
  await client.query('delete from xingbian.form_set where plan_id = $1', [plan]);
  for (const layout of layouts) await setTriggers(client, layout, 'disable');
  return layouts;
}

/** The layout with the columns a backup has: of an older one, columns that came later have defaults. */
function narrowed(layout: TableLayout | undefined, columns: readonly string[]): TableLayout {
  const places = columns.map((column) => layout?.columns.indexOf(column) ?? -1);
  if (!layout || places.includes(-1))
    throw invalid(1, '备份来自更新的版本', 'it was made by a newer version');
  return { ...layout, columns, types: places.map((place) => layout.types[place] ?? '') };
}

async function insertBatch(
  client: pg.ClientBase,
  layouts: readonly TableLayout[],
  { kind, lines, last }: Batch,
): Promise<number> {
  const layout = layouts.find(({ table }) => table === kind);
  if (!layout) throw invalid(last, '有损坏的行', 'a line is broken');
  return await ofBackup(last, insertRows(client, layout, lines));
}

async function refuseUnlessEmpty(client: pg.ClientBase, plan: string): Promise<void> {
  const { rows } = await client.query(
    `select max(number) as number from xingbian.publication
      where plan_id = $1 and kind <> 'definition'`,
    [plan],
  );
  if (rows[0].number !== null) throw new AppError('restore-not-empty', { number: rows[0].number });
}

/** The lock is that of `makeFirstAccount`: a program that starts meanwhile finds the restored ones. */
async function refuseAccounts(client: pg.ClientBase): Promise<void> {
  await client.query('lock table xingbian.account in exclusive mode');
  const { rows } = await client.query<{ count: number }>(
    `select (select count(*) from xingbian.account)::int as count
      where exists (select from xingbian.account) or exists (select from xingbian.audit)`,
  );
  if (rows[0]) throw new AppError('restore-accounts', { count: rows[0].count });
}

function refuseUnlessEqual(kind: string, inserted: number, counted = 0): void {
  if (inserted === counted) return;
  const [zh, en] = ['条数与结尾所记不符', 'the rows are not those the end counts'];
  const counts = `${kind} ${inserted} / ${counted}`;
  throw invalid(0, `${zh}（${counts}）`, `${en} (${counts})`);
}

/** Values the database does not take, and rows that refer to none, are faults of the file. */
async function ofBackup<Result>(last: number, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!/^2[23]/.test(code)) throw error;
    throw invalid(last, '此行或之前有损坏的行', 'this line or one before it is broken');
  }
}
