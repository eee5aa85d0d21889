import { sql } from 'kysely';
import { periodText } from '../../domain/period.ts';
import type { BaseExtent } from '../../statistics/export/cubes.ts';
import type {
  ExportedPublication,
  ExportedSource,
} from '../../statistics/export/exported-series.ts';
import { type ExportFilter, type ExportState, narrowed } from './export-observations.ts';

/** Where the figures of a download come from, and the publications they came with. */
export interface ExportOrigins {
  readonly sources: readonly ExportedSource[];
  readonly publications: readonly ExportedPublication[];
}

/**
 * Resolves to the sources of what was reported up to a state, revisions included, in the order of
 * their words.
 */
export async function exportOrigins(
  state: ExportState,
  filter: ExportFilter = {},
): Promise<ExportOrigins> {
  const rows = await readOrigins(state, filter);
  const publications = await readPublications(state, [...new Set(rows.map((row) => row.number))]);
  const licences = new Map(publications.map((item) => [item.number, item.licence]));
  const sources = new Map<string, { source: string; enclosed: string; numbers: number[] }>();
  for (const { text, enclosed, number } of rows) {
    const known = sources.get(`${enclosed} ${text}`);
    if (known) known.numbers.push(number);
    else sources.set(`${enclosed} ${text}`, { source: text, enclosed, numbers: [number] });
  }
  return {
    publications,
    sources: [...sources.values()].map((item) => ({
      ...item,
      licence: [...new Set(item.numbers.map((number) => licences.get(number) ?? ''))].join('；'),
    })),
  };
}

/** Resolves to the places, indicators, periods and breakdowns that a state has anything of, in order. */
export async function exportExtent(
  { db, plan, number, places }: ExportState,
  filter: ExportFilter = {},
): Promise<BaseExtent> {
  const { rows } = await sql<{
    territories: string[];
    indicators: string[];
    periods: number[];
    breakdowns: string[];
  }>`
    with seen as materialized (
      select o.territory, o.indicator, o.period, o.breakdown from xingbian.observation o
      where o.number <= ${number} ${narrowed(plan, filter)}
      group by 1, 2, 3, 4
    )
    select
      array(select id from xingbian.territory where key in (select territory from seen)
        order by key) as territories,
      array(select id from xingbian.indicator where key in (select indicator from seen)
        order by key) as indicators,
      array(select distinct period from seen order by period) as periods,
      array(select distinct breakdown collate "C" from seen order by 1) as breakdowns`.execute(db);
  const [found] = rows;
  return {
    territories: (found?.territories ?? []).map((id) => ({
      id,
      name: places.territory(id)?.name ?? id,
    })),
    indicators: found?.indicators ?? [],
    periods: (found?.periods ?? []).map(periodText),
    breakdowns: found?.breakdowns ?? [],
  };
}

interface OriginRow {
  readonly text: string;
  readonly enclosed: string;
  readonly number: number;
}

async function readOrigins(
  { db, plan, number }: ExportState,
  filter: ExportFilter,
): Promise<readonly OriginRow[]> {
  const { rows } = await sql<OriginRow>`
    select f.text, f.enclosed, o.number
    from (select distinct o.source, o.number from xingbian.observation o
      where o.number <= ${number} ${narrowed(plan, filter)}) o
    join xingbian.source f on f.key = o.source
    order by f.text collate "C", f.enclosed, o.number`.execute(db);
  return rows;
}

async function readPublications(
  { db, plan }: ExportState,
  numbers: readonly number[],
): Promise<readonly ExportedPublication[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('publication')
    .select(['number', 'recorded', 'file', 'dataset'])
    .where('plan_id', '=', plan)
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute();
  return rows.map(({ number, recorded, file, dataset }) => {
    const told = dataset as unknown as Pick<ExportedPublication, 'title' | 'source' | 'licence'>;
    const { title, source, licence } = told;
    return { number, recorded: recorded.toISOString(), file, title, source, licence };
  });
}
