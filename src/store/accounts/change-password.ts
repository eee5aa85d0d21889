import type { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import { passwordFault } from '../../domain/password-rules.ts';
import type { Tables } from '../schema.ts';
import type { AccountRules } from './account-rules.ts';
import { clearAttempts, countAttempt } from './attempts.ts';
import { recordActsOf } from './audit.ts';
import { hashPassword, isPassword } from './passwords.ts';
import type { OwnRequest } from './second-factor.ts';
import {
  endOthers,
  type Holder,
  holderOf,
  keepHolder,
  type OpenedSession,
  raiseSession,
  stageAfterCode,
} from './sessions.ts';
import { refusal } from './sign-in.ts';

/** Former passwords that may not come back. */
const remembered = 5;

/**
 * Resolves to the session once the account has another password; its other sessions end. Refuses
 * with `sign-in-refused` for a wrong present one and with `password-weak`, which says why.
 */
export async function changePassword(
  owner: Kysely<Tables>,
  rules: AccountRules,
  given: OwnRequest & { readonly current: string; readonly next: string },
): Promise<OpenedSession> {
  const { token, origin } = given;
  const holder = await holderOf(owner, token, rules.session);
  if (!holder || holder.stage === 'second-factor') throw new AppError('sign-in-needed');
  const { account } = holder;
  const act = 'account.change-password';
  try {
    await countAttempt(owner, account, holder.login, rules);
    if (!(await isPassword(given.current, holder.password_hash, rules.hashing)))
      throw new AppError('sign-in-refused');
  } catch (error) {
    throw await refusal(owner, act, account, origin)(error);
  }
  await clearAttempts(owner, account);
  await refuseWeak(holder, given.next, rules);
  const hash = await hashPassword(given.next, rules.hashing);
  return await owner.transaction().execute(async (db) => {
    await keepHolder(db, token, holder, rules.session);
    await db
      .updateTable('credential')
      .set({
        password_hash: hash,
        password_changed: new Date(),
        former_hashes: formerOf(holder),
        must_change: false,
      })
      .where('account', '=', account)
      .execute();
    await endOthers(db, account, token);
    await recordActsOf(db, { account, origin }, [{ act, subject: `account/${account}` }]);
    return await raiseSession(db, token, stageAfterCode({ ...holder, must_change: false }, rules));
  });
}

function formerOf({ former_hashes, password_hash }: Holder): string[] {
  return [...former_hashes, ...(password_hash === null ? [] : [password_hash])].slice(-remembered);
}

async function refuseWeak(holder: Holder, next: string, rules: AccountRules): Promise<void> {
  const fault = passwordFault(next, holder.login, rules.password);
  if (fault) throw new AppError('password-weak', { ...fault });
  for (const former of formerOf(holder))
    if (await isPassword(next, former, rules.hashing))
      throw new AppError('password-weak', {
        reason: `不得与最近 ${remembered} 个密码相同`,
        reasonEn: `it must not be one of the last ${remembered}`,
      });
}
