import type pg from 'pg';

/** The format's name; a reader refuses any other. */
export const backupFormat = 'xingbian.backup/1';

/** The first line of a backup. */
export interface BackupHead {
  readonly format: string;
  readonly plan: string;
  /** The last publication it holds. */
  readonly number: number;
}

/** The last line of a backup; without it the file was cut off. */
export interface BackupEnd {
  readonly definitions: number;
  readonly publications: number;
  readonly observations: number;
  readonly doubts: number;
}

/**
 * The rows of a backup as lines of JSON: one array a row, its kind first, in this order of columns.
 * Places and indicators go by their ids, sources by their words: numbers belong to one database.
 */
export const backupRows = {
  definition: ['number', 'hash', 'register', 'indicators'],
  publication: ['number', 'recorded', 'kind', 'file', 'file_hash', 'dataset', 'counts'],
  observation: [
    ...['territory', 'indicator', 'period', 'breakdown', 'number'],
    ...['value', 'absence', 'status', 'source', 'enclosed', 'note'],
  ],
  doubt: ['territory', 'indicator', 'period', 'breakdown', 'number', 'doubts'],
} as const;

const selects: Readonly<Record<keyof typeof backupRows, string>> = {
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

/**
 * Yields the whole base of a plan, every revision, as lines of JSON: head, rows, end. One snapshot of
 * the database, read through cursors: memory does not grow with the base.
 */
export async function* writeBackup(pool: pg.Pool, plan: string): AsyncGenerator<string> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ number: number }>(
      'select coalesce(max(number), 0) as number from xingbian.publication where plan_id = $1',
      [plan],
    );
    yield JSON.stringify({ format: backupFormat, plan, number: rows[0]?.number ?? 0 });
    const end = { definitions: 0, publications: 0, observations: 0, doubts: 0 };
    for (const kind of ['definition', 'publication', 'observation', 'doubt'] as const)
      for await (const line of linesOf(client, kind, plan)) {
        end[`${kind}s`]++;
        yield line;
      }
    yield JSON.stringify({ end });
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function* linesOf(
  client: pg.ClientBase,
  kind: keyof typeof backupRows,
  plan: string,
): AsyncGenerator<string> {
  await client.query(`declare backup no scroll cursor for ${selects[kind]}`, [plan]);
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 10000 from backup');
    for (const { line } of rows) yield line;
    if (rows.length === 0) break;
  }
  await client.query('close backup');
}
