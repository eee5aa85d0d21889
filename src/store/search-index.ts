import { type Kysely, sql } from 'kysely';
import { schemaName, type Tables } from './schema.ts';

/**
 * Makes the trigram index that speeds the full-text search up and returns whether there is one.
 * The search is `LIKE` and finds the same without: on a server that lacks pg_trgm, or does not let
 * us install it, and for words of one or two characters, which have no trigram.
 */
export async function ensureSearchIndex(owner: Kysely<Tables>): Promise<boolean> {
  const schema = (await extensionSchema(owner)) ?? (await installed(owner));
  if (!schema) return false;
  await sql`create index if not exists clause_search_text
    on ${sql.id(schemaName, 'clause')}
    using gin (search_text ${sql.id(schema, 'gin_trgm_ops')})`.execute(owner);
  return true;
}

async function extensionSchema(owner: Kysely<Tables>): Promise<string | null> {
  const { rows } = await sql<{ schema: string }>`
    select n.nspname as schema from pg_extension e
    join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`.execute(owner);
  return rows[0]?.schema ?? null;
}

async function installed(owner: Kysely<Tables>): Promise<string | null> {
  // The server says no in its own way: not there, not allowed, made by another start just now.
  await sql`do $$ begin
    create extension if not exists pg_trgm with schema ${sql.id(schemaName)};
  exception when others then null; end $$`.execute(owner);
  return await extensionSchema(owner);
}
