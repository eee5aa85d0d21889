import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Role, SessionStage } from '../domain/account.ts';
import { AppError } from '../domain/app-error.ts';
import type { Tables } from './schema.ts';

/** The account a request acts as. */
export interface Visitor {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly stage: SessionStage;
  /** Held now, anywhere. */
  readonly roles: readonly Role[];
}

/** A request while it runs: one transaction, in which the policies know whose it is. */
export interface Visit {
  readonly db: Transaction<Tables>;
  /** Null: nobody is signed in. */
  readonly visitor: Visitor | null;
  /** Where the request came from, for the record. */
  readonly origin: string;
}

/** How long a session lasts without a request, and at most. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly longestHours: number;
}

/** Returns what a session is known by in the database. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Resolves to what `body` resolves to, in a transaction of the account of the session; whatever it
 * throws takes everything back. A policy that says no is refused with `not-permitted`.
 */
export async function visit<Result>(
  server: Kysely<Tables>,
  asked: { readonly token: string | null; readonly origin: string; readonly limits: SessionLimits },
  body: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  try {
    return await server.transaction().execute(async (db) => {
      const visitor = asked.token === null ? null : await enter(db, asked.token, asked.limits);
      return await body({ db, visitor, origin: asked.origin });
    });
  } catch (error) {
    throw refusalOfRights(error);
  }
}

async function enter(
  db: Transaction<Tables>,
  token: string,
  limits: SessionLimits,
): Promise<Visitor | null> {
  const { rows } = await sql<{
    account: number;
    login: string;
    name: string;
    stage: SessionStage;
    roles: Role[];
  }>`select * from xingbian.enter(${tokenHash(token)}, make_interval(mins => ${limits.idleMinutes}),
    make_interval(hours => ${limits.longestHours}))`.execute(db);
  const row = rows[0];
  if (!row) return null;
  return { id: row.account, login: row.login, name: row.name, stage: row.stage, roles: row.roles };
}

/** SQLSTATEs of policies and of the triggers of migrations 0003 and 0005. */
function refusalOfRights(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === '42501') return new AppError('not-permitted');
  if (code === 'XB001') return new AppError('officers-apart');
  if (code === 'XB003') return new AppError('officer-last');
  if (code === 'XB002') return new AppError('move-not-allowed');
  return error;
}
