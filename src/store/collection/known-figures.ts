import { type Kysely, sql } from 'kysely';
import type { KnownFigure } from '../../api/collection.ts';
import type { Absence } from '../../domain/observation.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import type { Tables } from '../schema.ts';
import type { Definition } from '../statistics/definition.ts';
import type { Desk } from './desk.ts';

/** A figure of the base with the number of its period. */
export interface BaseFigure extends KnownFigure {
  readonly number: PeriodNumber;
}

interface Row {
  readonly indicator: string;
  readonly period: number;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly source: string;
}

/** Resolves to all figures the base has of a body for indicators, oldest period first. */
export async function readHistory(
  { db, definition }: Pick<Desk, 'db' | 'definition'>,
  body: string,
  indicators: readonly string[],
): Promise<readonly BaseFigure[]> {
  const territory = definition.territoryKeys.get(body);
  if (territory === undefined) return [];
  const ids = indicators.filter((id) => definition.indicatorKeys.has(id));
  const keys = ids.map((id) => definition.indicatorKeys.get(id) ?? 0);
  const { rows } = await sql<Row>`
    select k.id as indicator, o.period, o.value::text as value, o.absence, f.text as source
    from unnest(${ids}::text[], ${keys}::int[]) as k (id, key)
    cross join lateral (
      select distinct on (period) period, value, absence, source from xingbian.observation
      where territory = ${territory} and indicator = k.key and breakdown = ''
      order by period desc, number desc) o
    join xingbian.source f on f.key = o.source
    order by o.period`.execute(db);
  return rows.map(({ period, ...row }) => ({ ...row, period: periodText(period), number: period }));
}

/**
 * Resolves to the indicators that the base knows of each body in a period; with `besidesForms` those
 * that it would know if nobody had filled in a form.
 */
export async function readKnown(
  { db, definition }: { readonly db: Kysely<Tables>; readonly definition: Definition },
  asked: {
    readonly bodies: readonly string[];
    readonly indicators: readonly string[];
    readonly period: PeriodNumber;
    readonly besidesForms?: boolean;
  },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const keyed = (ids: readonly string[], keys: ReadonlyMap<string, number>) =>
    ids.flatMap((id) => {
      const key = keys.get(id);
      return key === undefined ? [] : [{ id, key }];
    });
  const territories = keyed(asked.bodies, definition.territoryKeys);
  const indicators = keyed(asked.indicators, definition.indicatorKeys);
  const { rows } = await sql<{ body: string; indicators: string[] }>`
    select t.id as body, array_agg(distinct i.id) as indicators
    from unnest(${territories.map((one) => one.id)}::text[],
      ${territories.map((one) => one.key)}::int[]) as t (id, key)
    cross join unnest(${indicators.map((one) => one.id)}::text[],
      ${indicators.map((one) => one.key)}::int[]) as i (id, key)
    join xingbian.observation o
      on o.territory = t.key and o.indicator = i.key and o.period = ${asked.period}
      and o.breakdown = ''
      and (${!asked.besidesForms} or not exists (select from xingbian.publication p
        where p.plan_id = ${definition.plan} and p.number = o.number and p.kind = 'publication'))
    group by t.id`.execute(db);
  return new Map(rows.map((row) => [row.body, new Set(row.indicators)]));
}
