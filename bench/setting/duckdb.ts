import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { largeFigures } from './large-base.ts';

/** Resolves to a DuckDB in memory with the rows of the large base in a table `observation`. */
export async function openDuckDb(folder: string): Promise<DuckDBConnection> {
  const file = join(folder, 'large.csv');
  await writeFile(file, csvLines());
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(
    `create table observation as select * from read_csv('${file}', header = false, columns = {
      territory: 'VARCHAR', indicator: 'VARCHAR', period: 'INTEGER', number: 'INTEGER',
      value: 'DECIMAL(18, 2)' })`,
  );
  return connection;
}

/** What is asked of it: the latest values of some places, added up. */
export interface DuckDbQuestion {
  readonly territories: readonly string[];
  readonly indicators: readonly string[];
  readonly number: number;
}

/** Resolves once DuckDB has added up figures by indicator and year, as of a number. */
export async function askDuckDb(
  connection: DuckDBConnection,
  { territories, indicators, number }: DuckDbQuestion,
): Promise<void> {
  const list = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join(', ');
  const reader = await connection.runAndReadAll(
    `select indicator, period, count(value), sum(value) from (
      select territory, indicator, period, arg_max(value, number) as value from observation
      where number <= ${number} and period % 100 = 0 and territory in (${list(territories)})
        and indicator in (${list(indicators)})
      group by all
    ) group by all`,
  );
  if (reader.getRows().length !== indicators.length * 20) throw new Error('DuckDB: rows missing');
}

function* csvLines(): Generator<string> {
  let text = '';
  for (const { territory, indicator, period, number, value } of largeFigures()) {
    text += `${territory},${indicator},${period},${number},${value}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}
