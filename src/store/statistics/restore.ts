import type pg from 'pg';
import { z } from 'zod';
import { AppError } from '../../domain/app-error.ts';
import { type BackupEnd, backupFormat } from './backup.ts';
import { applyDefinition } from './load-statistics.ts';
import { lockCommitting, lockWriting } from './locks.ts';
import { newestDefinition } from './newest-definition.ts';
import { rollUpAll } from './rollup.ts';
import { inTransaction } from './transaction.ts';

const Head = z.object({
  format: z.literal(backupFormat),
  plan: z.string(),
  number: z.number().int(),
});
const End = z.object({
  end: z.object({
    definitions: z.number().int(),
    publications: z.number().int(),
    observations: z.number().int(),
    doubts: z.number().int(),
  }),
});

/**
 * Puts a backup into the empty base of its plan, with its numbers and times, and resolves to what it
 * held. All of it or nothing. Refuses with `restore-not-empty` where the base has publications, and
 * with `backup-invalid` for lines that are none of a backup, a plan other than this, a place or an
 * indicator the plan does not have, or a file that was cut off.
 */
export async function restoreBackup(
  pool: pg.Pool,
  plan: string,
  lines: AsyncIterable<string>,
): Promise<BackupEnd> {
  return await inTransaction(pool, async (client) => {
    await lockWriting(client, plan);
    await refuseUnlessEmpty(client, plan);
    await client.query('create temporary table backup (row jsonb) on commit drop');
    const end = await stageLines(client, plan, lines);
    await insertRows(client, plan, end);
    await lockCommitting(client, plan);
    return end;
  });
}

async function refuseUnlessEmpty(client: pg.ClientBase, plan: string): Promise<void> {
  const { rows } = await client.query(
    `select max(number) as number from xingbian.publication
      where plan_id = $1 and kind <> 'definition'`,
    [plan],
  );
  if (rows[0].number !== null) throw new AppError('restore-not-empty', { number: rows[0].number });
}

/** Rows are staged in pieces as they come; the head is checked first, the end last. */
async function stageLines(
  client: pg.ClientBase,
  plan: string,
  lines: AsyncIterable<string>,
): Promise<BackupEnd> {
  let number = 0;
  let end: BackupEnd | null = null;
  let batch: string[] = [];
  for await (const line of lines) {
    number++;
    if (end) throw invalid(number, '结尾之后还有内容', 'there is more after the end');
    if (number === 1) checkHead(line, plan);
    else if (line.startsWith('{')) end = endOf(line, number);
    else batch.push(line);
    if (batch.length < 5_000) continue;
    await stage(client, batch, number);
    batch = [];
  }
  await stage(client, batch, number);
  if (!end) throw invalid(number, '文件不完整，没有结尾', 'the file was cut off: it has no end');
  return end;
}

function checkHead(line: string, plan: string): void {
  const head = Head.safeParse(parsed(line));
  if (!head.success) throw invalid(1, '不是兴边的备份', 'this is no backup of Xingbian');
  if (head.data.plan === plan) return;
  const [zh, en] = [`备份属于规划 ${head.data.plan}`, `it is of the plan ${head.data.plan}`];
  throw invalid(1, zh, en);
}

function endOf(line: string, number: number): BackupEnd {
  const end = End.safeParse(parsed(line));
  if (!end.success) throw invalid(number, '结尾不完整', 'the end is broken');
  return end.data.end;
}

async function stage(
  client: pg.ClientBase,
  batch: readonly string[],
  number: number,
): Promise<void> {
  try {
    await client.query('insert into backup select * from unnest($1::jsonb[])', [batch]);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!code.startsWith('22')) throw error;
    throw invalid(number, '此行之前有损坏的行', 'a line before this is broken');
  }
}

/**
 * The definitions come first, in place of the one the plan's folder gave: places and indicators must
 * be known. Joins drop what is not, so what was inserted is counted against the end.
 */
async function insertRows(client: pg.ClientBase, plan: string, end: BackupEnd): Promise<void> {
  await client.query('analyze backup');
  await client.query('delete from xingbian.publication where plan_id = $1', [plan]);
  await client.query('delete from xingbian.statistics where plan_id = $1', [plan]);
  const definitionCount = await countOf(client, definitions, plan);
  if (definitionCount === 0) throw invalid(1, '没有地区和指标', 'it has no places and indicators');
  const definition = await newestDefinition(client, plan);
  await applyDefinition(client, plan, definition, definition.number);
  await client.query(
    `insert into xingbian.source (plan_id, text, enclosed)
      select distinct $1, row->>9, row->>10 from backup where row->>0 = 'observation'
      on conflict (plan_id, text, enclosed) do nothing`,
    [plan],
  );
  const inserted = {
    definitions: definitionCount,
    publications: await countOf(client, publications, plan),
    observations: await countOf(client, observations, plan),
    doubts: await countOf(client, doubts, plan),
  };
  refuseUnlessComplete(inserted, end);
  await rollUpAll(client, plan, definition.indicators.indicators);
}

function refuseUnlessComplete(inserted: BackupEnd, end: BackupEnd): void {
  for (const kind of ['definitions', 'publications', 'observations', 'doubts'] as const) {
    if (inserted[kind] === end[kind]) continue;
    const [zh, en] = ['条数与结尾所记不符', 'the rows are not those the end counts'];
    throw invalid(0, `${zh}（${inserted[kind]} / ${end[kind]}）`, `${en} (${kind})`);
  }
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

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function invalid(line: number, reason: string, reasonEn: string): AppError {
  return new AppError('backup-invalid', { line, reason, reasonEn });
}
