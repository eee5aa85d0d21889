import { randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { SessionStage } from '../../domain/account.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import { type SessionLimits, tokenHash } from '../visit.ts';
import type { AccountRules } from './account-rules.ts';

/** A session as its browser gets it. */
export interface OpenedSession {
  readonly token: string;
  readonly stage: SessionStage;
}

/** Whose a live session is, and what of its account's secrets decides how it goes on. */
export interface Holder {
  readonly account: number;
  readonly login: string;
  readonly name: string;
  readonly stage: SessionStage;
  readonly password_hash: string | null;
  readonly former_hashes: string[];
  readonly must_change: boolean;
  readonly totp_secret: string | null;
  readonly totp_confirmed: boolean;
}

/** Resolves to whose a session is, whatever it has yet to do; null where it ended. */
export async function holderOf(
  owner: Kysely<Tables>,
  token: string,
  limits: SessionLimits,
): Promise<Holder | null> {
  const { rows } = await sql<Holder>`
    select a.id as account, a.login, a.name, s.stage, c.password_hash, c.former_hashes,
      c.must_change, c.totp_secret, c.totp_confirmed
    from xingbian.session s
    join xingbian.account a on a.id = s.account
    join xingbian.credential c on c.account = a.id
    where s.token_hash = ${tokenHash(token)} and a.state = 'active'
      and s.seen > now() - make_interval(mins => ${limits.idleMinutes})
      and s.created > now() - make_interval(hours => ${limits.longestHours})`.execute(owner);
  return rows[0] ?? null;
}

/**
 * Locks what proves who an account is until the transaction ends. Whoever takes it away (a reset, a
 * closing) takes the same lock: it comes wholly before or wholly after.
 */
export async function lockCredential(db: Transaction<Tables>, account: number): Promise<void> {
  await sql`select from xingbian.credential where account = ${account} for update`.execute(db);
}

/**
 * Holds a session and its account's secrets as they were looked at until the transaction ends. Refuses
 * with `sign-in-needed` where they are others by now: what was checked meanwhile proves nothing.
 */
export async function keepHolder(
  db: Transaction<Tables>,
  token: string,
  seen: Holder,
  limits: SessionLimits,
): Promise<void> {
  await lockCredential(db, seen.account);
  const now = await holderOf(db, token, limits);
  if (now?.stage !== seen.stage || now.password_hash !== seen.password_hash)
    throw new AppError('sign-in-needed');
}

/** Returns what is left to do once the code, if one is asked for, was given. */
export function stageAfterCode(
  holder: Pick<Holder, 'must_change' | 'totp_confirmed'>,
  rules: AccountRules,
): SessionStage {
  if (holder.must_change) return 'password-change';
  return rules.secondFactor === 'required' && !holder.totp_confirmed ? 'authenticator' : 'full';
}

/** Opens a session and takes those away that ended by themselves. */
export async function openSession(
  db: Transaction<Tables>,
  given: { readonly account: number; readonly stage: SessionStage; readonly origin: string },
  limits: SessionLimits,
): Promise<OpenedSession> {
  await sql`delete from xingbian.session
    where seen < now() - make_interval(mins => ${limits.idleMinutes})
      or created < now() - make_interval(hours => ${limits.longestHours})`.execute(db);
  const token = newToken();
  await db
    .insertInto('session')
    .values({ ...given, token_hash: tokenHash(token) })
    .execute();
  return { token, stage: given.stage };
}

/** Gives a session that may do more another token: one that was seen before is worth nothing. */
export async function raiseSession(
  db: Transaction<Tables>,
  token: string,
  stage: SessionStage,
): Promise<OpenedSession> {
  const next = newToken();
  await db
    .updateTable('session')
    .set({ token_hash: tokenHash(next), stage, seen: sql<Date>`now()` })
    .where('token_hash', '=', tokenHash(token))
    .execute();
  return { token: next, stage };
}

/** Ends the other sessions of an account. */
export async function endOthers(
  db: Transaction<Tables>,
  account: number,
  token: string,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('account', '=', account)
    .where('token_hash', '<>', tokenHash(token))
    .execute();
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}
