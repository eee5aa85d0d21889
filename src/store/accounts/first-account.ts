import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';
import type { AccountRules } from './account-rules.ts';
import { recordActsOf } from './audit.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

/** The login of the first account. */
export const firstLogin = 'admin';

/**
 * Resolves to the one-time password of the first system administrator, who is made where there is no
 * account yet; null where there is one. It is kept nowhere else.
 */
export async function makeFirstAccount(
  owner: Kysely<Tables>,
  rules: AccountRules,
): Promise<string | null> {
  const password = oneTimePassword();
  const hash = await hashPassword(password, rules.hashing);
  return await owner.transaction().execute(async (db) => {
    // Several programs may start on one database.
    await sql`lock table xingbian.account in exclusive mode`.execute(db);
    if (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) return null;
    const { id } = await db
      .insertInto('account')
      .values({ login: firstLogin, name: '系统管理员' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('credential')
      .values({ account: id, password_hash: hash, must_change: true })
      .execute();
    await db
      .insertInto('role_grant')
      .values({ account: id, role: 'system-administrator', body: '' })
      .execute();
    await recordActsOf(db, { account: null, origin: 'start' }, [
      { act: 'account.create', subject: `account/${id}`, new: { first: true } },
    ]);
    return password;
  });
}
