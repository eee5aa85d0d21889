import type pg from 'pg';
import type { IndicatorsFile } from '../../domain/indicator.ts';
import type { TerritoryRegister } from '../../domain/territory.ts';

/** What the statistics of a plan are about. */
export interface StatisticsDefinition {
  readonly register: TerritoryRegister;
  readonly indicators: IndicatorsFile;
}

/**
 * Resolves to the definition in force, with its number. Throws where the plan has none: whoever
 * writes figures has loaded one.
 */
export async function newestDefinition(
  client: pg.ClientBase,
  plan: string,
): Promise<StatisticsDefinition & { readonly number: number }> {
  const { rows } = await client.query(
    `select number, register, indicators from xingbian.statistics
      where plan_id = $1 order by number desc limit 1`,
    [plan],
  );
  if (!rows[0]) throw new Error(`the plan ${plan} has no places and indicators`);
  return rows[0];
}
