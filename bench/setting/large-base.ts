import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { createTouched, rollUpAll } from '../../src/store/statistics/rollup.ts';
import { inTransaction } from '../../src/store/statistics/transaction.ts';
import { type BenchBase, keysOf } from './base.ts';
import { type BenchSize, benchDefinition } from './definition.ts';
import { benchSource, type MadeUpFigure, madeUpFigures } from './figures.ts';

/** A figure with the number of its publication. */
export interface NumberedFigure extends MadeUpFigure {
  readonly number: number;
}

/** The number of the publication the figures came with; their revisions have the next. */
export const largeFirst = 2;

/** Of 2,500 places, 200 of them counties: × 100 indicators × 20 years. */
export const largeSize: BenchSize = {
  counties: 200,
  townships: 2_300,
  indicators: 100,
  quarters: false,
};

/** Yields five million figures, and the revisions of one in a hundred. */
export function* largeFigures(): Generator<NumberedFigure> {
  for (const figure of madeUpFigures(largeSize)) yield { ...figure, number: largeFirst };
  let count = 0;
  for (const figure of madeUpFigures(largeSize, 100)) {
    count += 1;
    if (count % 100 === 0) yield { ...figure, number: largeFirst + 1 };
  }
}

/** Fills an empty base with these figures: straight into its tables, as only the questions are measured. */
export async function fillLarge(base: BenchBase): Promise<void> {
  const { store, plan } = base;
  const keys = await keysOf(base);
  await inTransaction(store.writer, async (client) => {
    const { rows } = await client.query(
      `insert into xingbian.source (plan_id, text, enclosed) values ($1, $2, 'unstated')
        returning key`,
      [plan, benchSource],
    );
    const columns = 'territory, indicator, period, number, source, status, value, breakdown';
    await pipeline(
      Readable.from(largeLines(keys, rows[0].key)),
      client.query(copyFrom(`copy xingbian.observation (${columns}) from stdin`)),
    );
    await client.query(
      `insert into xingbian.publication
        select $1, number, clock_timestamp(), 'import', 'bench.csv', 'bench', 'null', 'null'
        from generate_series($2::int, $2::int + 1) as number`,
      [plan, largeFirst],
    );
    await createTouched(client);
    await rollUpAll(client, plan, benchDefinition(largeSize).indicators.indicators);
  });
  await store.writer.query('vacuum analyze');
}

function* largeLines(keys: Awaited<ReturnType<typeof keysOf>>, source: number): Generator<string> {
  let text = '';
  for (const { territory, indicator, period, value, number } of largeFigures()) {
    const [place, what] = [keys.territory.get(territory), keys.indicator.get(indicator)];
    text += `${place}\t${what}\t${period}\t${number}\t${source}\tfinal\t${value}\t\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}
