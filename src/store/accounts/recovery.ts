import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import type { AccountRules } from './account-rules.ts';
import { recordActsOf } from './audit.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

/**
 * Resets an account as whoever holds the database, where no administrator is left to do it, and
 * resolves to a password that holds once. Everything else that proved who they were is gone, the
 * authenticator too; sessions end, and a lock, of wrong tries or of an administrator. On record in the
 * same transaction, as nobody's act. Refuses with `account-unknown` and `account-closed`.
 */
export async function recoverAccount(
  owner: Kysely<Tables>,
  rules: AccountRules,
  login: string,
): Promise<string> {
  const password = oneTimePassword();
  const hash = await hashPassword(password, rules.hashing);
  await owner.transaction().execute(async (db) => {
    const { id, state } = await openAccount(db, login);
    // First what a sign-in on its way holds on to: then no session of it is missed.
    await db.deleteFrom('credential').where('account', '=', id).execute();
    await db.deleteFrom('session').where('account', '=', id).execute();
    await db
      .insertInto('credential')
      .values({
        account: id,
        password_hash: hash,
        password_changed: new Date(),
        must_change: true,
      })
      .execute();
    await db.updateTable('account').set({ state: 'active' }).where('id', '=', id).execute();
    await recordActsOf(db, { account: null, origin: 'command-line' }, [
      {
        act: 'account.reset-password',
        subject: `account/${id}`,
        ...(state === 'locked' && { old: { state }, new: { state: 'active' } }),
      },
    ]);
  });
  return password;
}

async function openAccount(
  db: Transaction<Tables>,
  given: string,
): Promise<{ id: number; state: 'active' | 'locked' }> {
  const login = given.toLowerCase();
  const found = await db
    .selectFrom('account')
    .select(['id', 'state'])
    .where('login', '=', login)
    // Not `for update`, which a session that is being opened would wait for.
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw new AppError('account-unknown', { login });
  const { id, state } = found;
  if (state === 'left') throw new AppError('account-closed', { login });
  return { id, state };
}
