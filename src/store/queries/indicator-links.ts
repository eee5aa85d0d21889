import { type Kysely, sql } from 'kysely';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import type { CommitmentMeasure, Indicator } from '../../domain/indicator.ts';
import { namedBy } from '../../statistics/related-indicators.ts';
import type { Tables } from '../schema.ts';
import type { Definition } from '../statistics/definition.ts';
import { readLinks } from './links.ts';
import { commitmentOf } from './parts.ts';

/** What an indicator hangs together with. */
export type IndicatorLinks = Pick<
  IndicatorPage,
  'theme' | 'restsOn' | 'usedBy' | 'clauses' | 'commitments'
>;

/** Resolves to the indicators, clauses and commitments an indicator hangs together with. */
export async function readIndicatorLinks(
  db: Kysely<Tables>,
  definition: Definition,
  indicator: Indicator,
): Promise<IndicatorLinks> {
  const { file, indicators } = definition;
  const link = ({ id, name }: Indicator) => ({ id, name });
  return {
    theme: file.themes.find(({ id }) => id === indicator.theme) ?? null,
    restsOn: namedBy(indicator).flatMap((id) => {
      const found = indicators.get(id);
      return found ? [link(found)] : [];
    }),
    usedBy: file.indicators.filter((one) => namedBy(one).includes(indicator.id)).map(link),
    ...(await readPromises(db, definition, indicator)),
  };
}

async function readPromises(
  db: Kysely<Tables>,
  { plan, file }: Definition,
  indicator: Indicator,
): Promise<Pick<IndicatorPage, 'clauses' | 'commitments'>> {
  const links = await readLinks(db, plan);
  const ids = file.commitments.filter((one) => measures(one, indicator.id)).map(commitmentId);
  const rows = await db
    .selectFrom('commitment')
    .selectAll()
    .where('plan_id', '=', plan)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .orderBy('ordinal')
    .execute();
  return {
    clauses: indicator.clauses.flatMap((id) => links.get(id)?.link ?? []),
    commitments: rows.map(commitmentOf).flatMap(({ clause, id, text, verb, grade }) => {
      const link = links.get(clause)?.link;
      return link ? [{ clause: link, commitment: { id, text, verb, grade } }] : [];
    }),
  };
}

function measures(measure: CommitmentMeasure, indicator: string): boolean {
  return 'indicators' in measure && measure.indicators.includes(indicator);
}

function commitmentId({ commitment }: CommitmentMeasure): string {
  return commitment;
}
