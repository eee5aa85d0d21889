import { sql } from 'kysely';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import type { Reading } from '../statistics/instant.ts';

/** Resolves to the sources of what was reported of places, those of most figures first. */
export async function readFigureSources(
  { db, definition, number }: Reading,
  asked: { readonly territories: readonly string[]; readonly indicators: readonly string[] },
): Promise<TerritoryPage['sources']> {
  const territories = asked.territories.flatMap((id) => definition.territoryKeys.get(id) ?? []);
  const indicators = asked.indicators.flatMap((id) => definition.indicatorKeys.get(id) ?? []);
  const { rows } = await sql<TerritoryPage['sources'][number]>`
    select s.text, s.enclosed, count(*)::int as count
    from unnest(${territories}::int[]) as t (territory)
    cross join unnest(${indicators}::int[]) as i (indicator)
    cross join lateral (
      select distinct on (period) source, value from xingbian.observation
      where territory = t.territory and indicator = i.indicator and breakdown = ''
        and number <= ${number}
      order by period desc, number desc
    ) latest
    join xingbian.source s on s.key = latest.source
    where latest.value is not null
    group by s.text, s.enclosed
    order by count desc, s.text`.execute(db);
  return rows;
}
