import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { AppError } from '../domain/app-error.ts';
import { refusalOfDatabase } from './database-refusal.ts';
import {
  type Connection,
  type ConnectionName,
  nameOf,
  parseDatabaseUrl,
  passwordOf,
  withRole,
} from './database-url.ts';
import { migrate } from './migrate.ts';
import { openPool, queryBuilder } from './pool.ts';
import { derivedPassword } from './postgres/credentials.ts';
import type { ReachablePostgres } from './postgres/launch.ts';
import type { Tables } from './schema.ts';
import { ensureSearchIndex } from './search-index.ts';
import { ensureServerRole, grant, serverRoleOf } from './server-role.ts';

/** A database ready for use. */
export interface Store {
  /** Owns the tables: migrations and loading a plan, never a request. */
  readonly owner: Kysely<Tables>;
  /** The owner's connections themselves, for COPY into the statistical base. */
  readonly writer: pg.Pool;
  /** For requests: a role that owns nothing, or the owner where none could be made. */
  readonly server: Kysely<Tables>;
  readonly ownRole: boolean;
  readonly searchIndex: boolean;
  readonly version: string;
  readonly name: ConnectionName;
  readonly close: () => Promise<void>;
}

/** Opens the embedded database and brings it to the newest schema. */
export async function openEmbedded(postgres: ReachablePostgres): Promise<Store> {
  // A PGSSLMODE of the user's shell is meant for another server.
  const connection = { ...postgres.connection, ssl: false };
  const as = (user: string, password: string) => ({ ...connection, user, password });
  const name = {
    server: postgres.folder.path,
    user: connection.user,
    database: connection.database,
  };
  return await openStore({ owner: connection, as, password: connection.password, name });
}

/**
 * Opens the database of DATABASE_URL and brings it to the newest schema.
 *
 * Refuses with the codes of start-refusal-table.ts that begin with `url-` and `database-`.
 */
export async function openExternal(databaseUrl: string): Promise<Store> {
  const url = parseDatabaseUrl(databaseUrl);
  return await openStore({
    owner: { connectionString: url.href },
    as: (user, password) => ({ connectionString: withRole(url, user, password).href }),
    password: passwordOf(url),
    name: nameOf(url),
  });
}

interface Source {
  readonly owner: Connection;
  /** The same database for another role. */
  readonly as: (user: string, password: string) => Connection;
  /** The owner's password; null when the server knows the owner in another way. */
  readonly password: string | null;
  readonly name: ConnectionName;
}

async function openStore(source: Source): Promise<Store> {
  const writer = openPool(source.owner, 3);
  const owner = queryBuilder(writer);
  try {
    const { version, database } = await checkServer(owner, source.name);
    const { searchIndex, own } = await alone(owner, async () => {
      await migrate(owner);
      return {
        searchIndex: await ensureSearchIndex(owner),
        own: await openServerRole(owner, source, database),
      };
    });
    const server = own ?? queryBuilder(openPool(source.owner, poolSize));
    const close = async () => {
      await Promise.all([owner.destroy(), server.destroy()]);
    };
    const { name } = source;
    return { owner, writer, server, ownRole: own !== null, searchIndex, version, name, close };
  } catch (error) {
    await owner.destroy();
    throw refusalOfDatabase(error, source.name);
  }
}

const poolSize = 8;

/**
 * Runs `body` while no other program does on this database. "If not exists" is no protection: of two
 * at once both can find nothing, and one then fails.
 */
async function alone<Result>(owner: Kysely<Tables>, body: () => Promise<Result>): Promise<Result> {
  return await owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('xingbian.prepare'))`.execute(transaction);
    return await body();
  });
}

async function checkServer(
  owner: Kysely<Tables>,
  name: ConnectionName,
): Promise<{ version: string; database: string }> {
  const { rows } = await sql<{
    number: string;
    version: string;
    encoding: string;
    database: string;
  }>`
    select current_setting('server_version_num') as number,
      current_setting('server_version') as version,
      current_setting('server_encoding') as encoding,
      current_database() as database`.execute(owner);
  const found = rows[0];
  if (!found) throw new AppError('database-failed', { reason: 'no answer' });
  if (Number(found.number) < 150_000) {
    throw new AppError('database-old', { found: found.version });
  }
  if (found.encoding !== 'UTF8') {
    throw new AppError('database-encoding', { database: name.database, found: found.encoding });
  }
  return found;
}

/** A pool for the role that owns nothing; null where none can be made, or the server refuses it. */
async function openServerRole(
  owner: Kysely<Tables>,
  source: Source,
  database: string,
): Promise<Kysely<Tables> | null> {
  if (source.password === null) return null;
  const role = serverRoleOf(database);
  const password = derivedPassword(source.password, role);
  const server = queryBuilder(openPool(source.as(role, password), poolSize));
  if (await answers(server)) {
    await grant(owner, role);
    return server;
  }
  const made = await ensureServerRole(owner, role, password);
  if (made && (await answers(server))) return server;
  await server.destroy();
  return null;
}

async function answers(server: Kysely<Tables>): Promise<boolean> {
  try {
    await sql`select 1`.execute(server);
    return true;
  } catch {
    return false;
  }
}
