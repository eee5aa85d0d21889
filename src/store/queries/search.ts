import { type Kysely, type SqlBool, sql } from 'kysely';
import type { SearchAnswer } from '../../api/plan.ts';
import { ownTextOf } from '../clause-place.ts';
import { fold, foldedWords, likePattern } from '../fold.ts';
import type { Tables } from '../schema.ts';
import { snippetOf } from '../snippet.ts';
import { readText } from './document.ts';
import { found, readLinks } from './links.ts';

/**
 * Resolves to the clauses whose own text holds every word of the query, best first: those with a
 * word in the heading, then by number of hits, then in the order of the text. Width and case of
 * letters do not matter.
 */
export async function search(
  db: Kysely<Tables>,
  plan: string,
  { q, limit }: { readonly q: string; readonly limit: number },
): Promise<SearchAnswer> {
  const words = foldedWords(q);
  const numbered = clauseIdOf(q);
  const [hits, agencies, links, { text }] = await Promise.all([
    findClauses(db, plan, words, limit),
    findAgencies(db, plan, words),
    readLinks(db, plan),
    readText(db, plan),
  ]);
  const asked = numbered !== null && links.has(numbered) ? [numbered] : [];
  const ids = [...new Set([...asked, ...hits.map((hit) => hit.id)])].slice(0, limit);
  return {
    query: q,
    total: Math.max(Number(hits[0]?.total ?? 0), ids.length),
    hits: ids.map((id) => {
      const { link, area, ownSpans } = found(links, id);
      return { clause: link, area, ...snippetOf(ownTextOf(text, ownSpans), words) };
    }),
    agencies: agencies.map((row) => ({ name: row.name, fullName: row.full_name })),
  };
}

/**
 * Returns the clause a query asks for by number: 3.1.2, box1.4, 专栏1.4, 专栏1（4）, 栏1.4; null where
 * it is no number.
 */
export function clauseIdOf(query: string): string | null {
  const id = fold(query)
    .replace(/\s+/g, '')
    .replace(/^(?:专栏|栏)/, 'box')
    .replace(/\((\d+)\)/g, '.$1');
  return /^(?:box)?\d+(?:\.\d+)*$/.test(id) ? id : null;
}

async function findClauses(
  db: Kysely<Tables>,
  plan: string,
  words: readonly string[],
  limit: number,
): Promise<{ id: string; total: string | number | bigint }[]> {
  if (words.length === 0) return [];
  const inHeading = words.map((word) => like('search_heading', word));
  const count = words.map(
    (word) => sql<number>`(length(search_text) - length(replace(search_text, ${word}, '')))
      / length(${word}::text)`,
  );
  return await db
    .selectFrom('clause')
    .select(['id', sql<string>`count(*) over ()`.as('total')])
    .where('plan_id', '=', plan)
    .where((build) => build.and(words.map((word) => like('search_text', word))))
    .orderBy(sql`(${sql.join(inHeading, sql` or `)})`, 'desc')
    .orderBy(sql`(${sql.join(count, sql` + `)})`, 'desc')
    .orderBy('ordinal')
    .limit(limit)
    .execute();
}

async function findAgencies(db: Kysely<Tables>, plan: string, words: readonly string[]) {
  if (words.length === 0) return [];
  return await db
    .selectFrom('agency')
    .select(['name', 'full_name'])
    .where('plan_id', '=', plan)
    .where((build) => build.and(words.map((word) => like('search_name', word))))
    .orderBy('ordinal')
    .limit(20)
    .execute();
}

function like(column: string, word: string) {
  return sql<SqlBool>`${sql.ref(column)} like ${likePattern(word)} escape '\\'`;
}
