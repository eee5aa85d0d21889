import type { Kysely } from 'kysely';
import type { ClauseLink } from '../../api/plan.ts';
import type { ClauseKind } from '../../domain/clause.ts';
import type { Span } from '../../domain/span.ts';
import type { Tables } from '../schema.ts';

/** A clause as it is referred to, with where it stands. */
export interface PlacedLink {
  readonly link: ClauseLink;
  readonly parent: string | null;
  /** The area or section it stands in; null for a section itself. */
  readonly area: ClauseLink | null;
  readonly start: number;
  readonly end: number;
  /** As printed, without the box's number. */
  readonly number: string | null;
  readonly heading: string;
  readonly ownSpans: readonly Span[];
}

export type Links = ReadonlyMap<string, PlacedLink>;

/** Resolves to every clause of the plan by its id, in the order of the text. */
export async function readLinks(db: Kysely<Tables>, plan: string): Promise<Links> {
  const rows = await db
    .selectFrom('clause')
    .select(['id', 'parent', 'area', 'kind', 'number', 'heading', 'link_number', 'link_heading'])
    .select(['start_offset', 'end_offset', 'own_spans'])
    .where('plan_id', '=', plan)
    .orderBy('ordinal')
    .execute();
  const links = new Map(
    rows.map((row): [string, ClauseLink] => [
      row.id,
      {
        id: row.id,
        kind: row.kind as ClauseKind,
        number: row.link_number,
        heading: row.link_heading,
      },
    ]),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        link: found(links, row.id),
        parent: row.parent,
        area: links.get(row.area ?? '') ?? null,
        start: row.start_offset,
        end: row.end_offset,
        number: row.number,
        heading: row.heading,
        ownSpans: row.own_spans as unknown as Span[],
      },
    ]),
  );
}

/** Returns the entry of a clause that a foreign key promises. */
export function found<Value>(map: ReadonlyMap<string, Value>, clause: string): Value {
  const value = map.get(clause);
  if (value === undefined) throw new Error(`no clause ${clause}`);
  return value;
}

/** Returns link and area of a clause; a section stands in itself. */
export function linkAndArea(links: Links, clause: string): { link: ClauseLink; area: ClauseLink } {
  const { link, area } = found(links, clause);
  return { link, area: area ?? link };
}
