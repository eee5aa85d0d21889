import type pg from 'pg';
import type { IndicatorsFile } from '../../domain/indicator.ts';
import type { TerritoryRegister } from '../../domain/territory.ts';

/** What the statistics of a plan are about. */
export interface StatisticsDefinition {
  readonly register: TerritoryRegister;
  readonly indicators: IndicatorsFile;
}

/** The definitions written with last, by their hash: reading one takes longer than adding a figure. */
const known = new Map<string, StatisticsDefinition>();
const mostKept = 3;

/**
 * Resolves to the definition in force, with its number. Throws where the plan has none: whoever
 * writes figures has loaded one.
 */
export async function newestDefinition(
  client: pg.ClientBase,
  plan: string,
): Promise<StatisticsDefinition & { readonly number: number }> {
  const { rows } = await client.query<{ number: number; hash: string }>(
    `select number, hash from xingbian.statistics
      where plan_id = $1 order by number desc limit 1`,
    [plan],
  );
  const [found] = rows;
  if (!found) throw new Error(`the plan ${plan} has no places and indicators`);
  const definition = known.get(found.hash) ?? (await readDefinition(client, plan, found.number));
  known.delete(found.hash);
  known.set(found.hash, definition);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return { ...definition, number: found.number };
}

async function readDefinition(
  client: pg.ClientBase,
  plan: string,
  number: number,
): Promise<StatisticsDefinition> {
  const { rows } = await client.query<StatisticsDefinition>(
    'select register, indicators from xingbian.statistics where plan_id = $1 and number = $2',
    [plan, number],
  );
  if (!rows[0]) throw new Error(`publication ${number} of ${plan} is no definition`);
  return rows[0];
}
