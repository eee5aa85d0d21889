import type { Kysely, Transaction } from 'kysely';
import type { SessionStage } from '../../domain/account.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import { tokenHash } from '../visit.ts';
import type { AccountRules } from './account-rules.ts';
import { clearAttempts, countAttempt, forgiveAttempt } from './attempts.ts';
import { recordActsOf } from './audit.ts';
import { isPassword } from './passwords.ts';
import {
  type Holder,
  holderOf,
  lockCredential,
  type OpenedSession,
  openSession,
  stageAfterCode,
} from './sessions.ts';

/**
 * Resolves to a new session for whoever knows an account's password; it may have something left to
 * do first. Refuses with `sign-in-refused` or `sign-in-locked`: in the same words and after the same
 * time whether there is such an account or not, and on record.
 */
export async function signIn(
  owner: Kysely<Tables>,
  rules: AccountRules,
  given: { readonly login: string; readonly password: string; readonly origin: string },
): Promise<OpenedSession> {
  const login = given.login.trim().toLowerCase();
  const found = await findAccount(owner, login);
  const refuse = refusal(owner, 'account.sign-in', found?.account ?? null, given.origin);
  try {
    await countAttempt(owner, found?.account ?? null, login, rules);
  } catch (error) {
    throw await refuse(error);
  }
  const right = await isPassword(given.password, found?.password_hash ?? null, rules.hashing);
  if (!found || !right || found.state !== 'active')
    throw await refuse(new AppError('sign-in-refused'));
  try {
    return await owner.transaction().execute(async (db) => {
      const { account, totp_confirmed, must_change } = await stillThere(db, login, found);
      const next = stageAfterCode({ totp_confirmed, must_change }, rules);
      const stage = totp_confirmed ? 'second-factor' : next;
      if (totp_confirmed) await forgiveAttempt(db, account, rules);
      else await clearAttempts(db, account);
      return await open(db, { account, stage, origin: given.origin }, rules);
    });
  } catch (error) {
    throw await refuse(error);
  }
}

/** Looking at a password takes long: it may have been reset, or the account closed, meanwhile. */
async function stillThere(db: Transaction<Tables>, login: string, seen: Found): Promise<Found> {
  await lockCredential(db, seen.account);
  const now = await findAccount(db, login);
  const same = now?.account === seen.account && now.password_hash === seen.password_hash;
  if (!same || now.state !== 'active') throw new AppError('sign-in-refused');
  return now;
}

/** Ends the session of a token, if there is one. */
export async function signOut(
  owner: Kysely<Tables>,
  rules: AccountRules,
  token: string,
  origin: string,
): Promise<void> {
  const holder = await holderOf(owner, token, rules.session);
  await owner.transaction().execute(async (db) => {
    await db.deleteFrom('session').where('token_hash', '=', tokenHash(token)).execute();
    if (!holder) return;
    const { account } = holder;
    await recordActsOf(db, { account, origin }, [
      { act: 'account.sign-out', subject: `account/${account}` },
    ]);
  });
}

/** Opens a session on record. */
export async function open(
  db: Parameters<typeof openSession>[0],
  given: { readonly account: number; readonly stage: SessionStage; readonly origin: string },
  rules: AccountRules,
): Promise<OpenedSession> {
  await recordActsOf(db, given, [
    { act: 'account.sign-in', subject: `account/${given.account}`, new: { stage: given.stage } },
  ]);
  return await openSession(db, given, rules.session);
}

/**
 * Returns a function that puts a refused act on record and resolves to why. What was typed as a name
 * is left out: it may be a password in the wrong field.
 */
export function refusal(
  owner: Kysely<Tables>,
  act: string,
  account: number | null,
  origin: string,
): (error: unknown) => Promise<unknown> {
  return async (error) => {
    if (!(error instanceof AppError)) return error;
    await owner.transaction().execute(async (db) => {
      await recordActsOf(db, { account: null, origin }, [
        { act, subject: `account/${account ?? '-'}`, new: { why: error.code }, outcome: 'refused' },
      ]);
    });
    return error;
  };
}

type Found = Pick<Holder, 'account' | 'password_hash' | 'must_change' | 'totp_confirmed'> & {
  readonly state: string;
};

async function findAccount(owner: Kysely<Tables>, login: string): Promise<Found | undefined> {
  return await owner
    .selectFrom('account as a')
    .innerJoin('credential as c', 'c.account', 'a.id')
    .select(['a.id as account', 'a.state', 'c.password_hash', 'c.must_change', 'c.totp_confirmed'])
    .where('a.login', '=', login)
    .executeTakeFirst();
}
