import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connection } from './database-url.ts';
import { schemaName, type Tables } from './schema.ts';

/** A date has no time of day and no zone: it stays the text it is (1082 is `date`). */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === 1082
      ? (value: string) => value
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/**
 * Returns a pool of connections. Nothing connects before the first query. A connection that breaks
 * while idle is dropped and replaced.
 */
export function openPool(connection: Connection, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    types,
    connectionTimeoutMillis: 8_000,
    idleTimeoutMillis: 30_000,
    application_name: 'xingbian',
  });
  pool.on('error', () => {});
  // A connection in use that breaks says so twice: to its query, and here.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Returns a query builder on a pool; tables are looked for in our schema. Destroying it ends the pool. */
export function queryBuilder(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema(schemaName);
}
