import { type Kysely, sql, type Transaction } from 'kysely';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import type { AccountRules } from './account-rules.ts';
import { clearAttempts, countAttempt } from './attempts.ts';
import { recordActsOf } from './audit.ts';
import { isPassword } from './passwords.ts';
import {
  type Holder,
  holderOf,
  keepHolder,
  type OpenedSession,
  raiseSession,
  stageAfterCode,
} from './sessions.ts';
import { refusal } from './sign-in.ts';

/** A request of somebody with a session, on the secrets of their own account. */
export interface OwnRequest {
  readonly token: string;
  readonly origin: string;
}

/** Clocks differ: the code before and the one after count too. */
const tolerance = 30;

/**
 * Resolves to the session raised by a code of the authenticator. Refuses with `code-refused` for a
 * wrong code and for one that was used before, counting it as a wrong password counts.
 */
export async function giveCode(
  owner: Kysely<Tables>,
  rules: AccountRules,
  { token, origin, code }: OwnRequest & { readonly code: string },
): Promise<OpenedSession> {
  const holder = await holderOf(owner, token, rules.session);
  if (holder?.stage !== 'second-factor') throw new AppError('sign-in-needed');
  return await withCode(
    owner,
    rules,
    { holder, token, origin, code, act: 'account.second-factor' },
    (db) => raiseSession(db, token, stageAfterCode(holder, rules)),
  );
}

/** Resolves to a new secret and the address an authenticator reads it from; it counts once confirmed. */
export async function beginSecondFactor(
  owner: Kysely<Tables>,
  rules: AccountRules,
  { token }: OwnRequest,
): Promise<{ secret: string; address: string }> {
  const holder = await ownAccount(owner, rules, token);
  // A confirmed one is removed first, with the password: a session left open must not replace it.
  if (holder.totp_confirmed) throw new AppError('not-permitted');
  const secret = generateSecret();
  await owner.transaction().execute(async (db) => {
    await keepHolder(db, token, holder, rules.session);
    await db
      .updateTable('credential')
      .set({ totp_secret: secret, totp_step: null })
      .where('account', '=', holder.account)
      .where('totp_confirmed', '=', false)
      .execute();
  });
  return { secret, address: generateURI({ issuer: 'Xingbian', label: holder.login, secret }) };
}

/** Resolves to the session once a code proves that the authenticator has the secret. */
export async function confirmSecondFactor(
  owner: Kysely<Tables>,
  rules: AccountRules,
  { token, origin, code }: OwnRequest & { readonly code: string },
): Promise<OpenedSession> {
  const holder = await ownAccount(owner, rules, token);
  if (holder.totp_confirmed) throw new AppError('not-permitted');
  const act = 'account.confirm-second-factor';
  return await withCode(owner, rules, { holder, token, origin, code, act }, async (db) => {
    await setConfirmed(db, holder.account, true);
    return await raiseSession(db, token, 'full');
  });
}

/** Resolves to the session once the authenticator is gone. Refuses with `sign-in-refused`. */
export async function removeSecondFactor(
  owner: Kysely<Tables>,
  rules: AccountRules,
  { token, origin, password }: OwnRequest & { readonly password: string },
): Promise<OpenedSession> {
  const holder = await ownAccount(owner, rules, token);
  const { account } = holder;
  const act = 'account.remove-second-factor';
  const refuse = refusal(owner, act, account, origin);
  try {
    await countAttempt(owner, account, holder.login, rules);
    if (!(await isPassword(password, holder.password_hash, rules.hashing)))
      throw new AppError('sign-in-refused');
  } catch (error) {
    throw await refuse(error);
  }
  return await owner.transaction().execute(async (db) => {
    await keepHolder(db, token, holder, rules.session);
    await clearAttempts(db, account);
    await setConfirmed(db, account, false);
    await recordActsOf(db, { account, origin }, [{ act, subject: `account/${account}` }]);
    return await raiseSession(
      db,
      token,
      stageAfterCode({ ...holder, totp_confirmed: false }, rules),
    );
  });
}

/** Resolves to whose a session is that may act, or may do nothing but add an authenticator. */
async function ownAccount(
  owner: Kysely<Tables>,
  rules: AccountRules,
  token: string,
): Promise<Holder> {
  const holder = await holderOf(owner, token, rules.session);
  if (holder?.stage === 'full' || holder?.stage === 'authenticator') return holder;
  throw new AppError('sign-in-needed');
}

/** Runs `then` where the code is right and new, all in one transaction. */
async function withCode(
  owner: Kysely<Tables>,
  rules: AccountRules,
  given: {
    readonly holder: Holder;
    readonly token: string;
    readonly origin: string;
    readonly code: string;
    readonly act: string;
  },
  then: (db: Transaction<Tables>) => Promise<OpenedSession>,
): Promise<OpenedSession> {
  const { holder, token, origin, code, act } = given;
  const { account } = holder;
  try {
    await countAttempt(owner, account, holder.login, rules);
    return await owner.transaction().execute(async (db) => {
      await keepHolder(db, token, holder, rules.session);
      await useCode(db, holder, code);
      await clearAttempts(db, account);
      await recordActsOf(db, { account, origin }, [{ act, subject: `account/${account}` }]);
      return await then(db);
    });
  } catch (error) {
    throw await refusal(owner, act, account, origin)(error);
  }
}

/** A code counts once: the step it belongs to is kept, and the database lets it only grow. */
async function useCode(db: Transaction<Tables>, holder: Holder, code: string): Promise<void> {
  const secret = holder.totp_secret;
  if (secret === null) throw new AppError('code-refused');
  const found = verifySync({ secret, token: code, epochTolerance: tolerance });
  if (!found.valid || !('timeStep' in found)) throw new AppError('code-refused');
  const { numUpdatedRows } = await db
    .updateTable('credential')
    .set({ totp_step: String(found.timeStep) })
    .where('account', '=', holder.account)
    .where('totp_secret', '=', secret)
    .where((where) =>
      where.or([
        where('totp_step', 'is', null),
        where('totp_step', '<', sql<string>`${found.timeStep}::bigint`),
      ]),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('code-refused');
}

async function setConfirmed(
  db: Transaction<Tables>,
  account: number,
  confirmed: boolean,
): Promise<void> {
  await db
    .updateTable('credential')
    .set({ totp_confirmed: confirmed, ...(!confirmed && { totp_secret: null, totp_step: null }) })
    .where('account', '=', account)
    .execute();
}
