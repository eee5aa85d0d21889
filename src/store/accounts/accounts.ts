import { type Kysely, sql } from 'kysely';
import type { AccountEntry } from '../../api/accounts.ts';
import type { HeldRole } from '../../api/session.ts';
import type { AccountState, Role } from '../../domain/account.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import type { Visit } from '../visit.ts';
import type { AccountRules } from './account-rules.ts';
import { recordActs } from './audit.ts';
import { hashPassword, oneTimePassword } from './passwords.ts';

/** Resolves to the accounts the visitor may see, in the order of their numbers, with their roles. */
export async function readAccounts(
  { db }: Pick<Visit, 'db'>,
  nameOf: (body: string) => string,
): Promise<AccountEntry[]> {
  const accounts = await db.selectFrom('account').selectAll().orderBy('id').execute();
  const grants = await heldRoles(db, null, nameOf);
  return accounts.map(({ id, login, name, state, created }) => ({
    id,
    login,
    name,
    state,
    created: created.toISOString(),
    grants: grants.filter((grant) => grant.account === id).map((grant) => grant.held),
  }));
}

/** Resolves to the roles of one account, or of all there are, that were not taken back or ran out. */
export async function heldRoles(
  db: Kysely<Tables>,
  account: number | null,
  nameOf: (body: string) => string,
): Promise<{ account: number; held: HeldRole }[]> {
  let query = db
    .selectFrom('role_grant')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where((where) =>
      where.or([where('until_at', 'is', null), where('until_at', '>', sql<Date>`now()`)]),
    )
    .orderBy('id');
  if (account !== null) query = query.where('account', '=', account);
  const rows = await query.execute();
  return rows.map((row) => ({
    account: row.account,
    held: {
      id: row.id,
      role: row.role as Role,
      body: row.body,
      bodyName: row.body === '' ? '' : nameOf(row.body),
      from: row.from_at.toISOString(),
      until: row.until_at?.toISOString() ?? null,
      deputyFor: row.deputy_for,
    },
  }));
}

/** Makes an account; resolves to its number and a password that holds once. Refuses with `login-taken`. */
export async function createAccount(
  visit: Visit,
  rules: AccountRules,
  given: { readonly login: string; readonly name: string },
): Promise<{ account: number; password: string }> {
  const login = given.login.toLowerCase();
  const made = /^left-\d+$/.test(login) ? undefined : await addAccount(visit, login, given.name);
  if (!made) throw new AppError('login-taken', { login });
  // Neither name nor login: when the holder leaves, nothing on record tells who it was.
  await recordActs(visit, [
    { act: 'account.create', subject: `account/${made.id}`, role: 'system-administrator' },
  ]);
  return { account: made.id, password: await resetTo(visit, made.id, rules) };
}

async function addAccount(
  { db }: Visit,
  login: string,
  name: string,
): Promise<{ id: number } | undefined> {
  return await db
    .insertInto('account')
    .values({ login, name })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
}

/** Takes password and authenticator of an account away; resolves to a password that holds once. */
export async function resetPassword(
  visit: Visit,
  rules: AccountRules,
  account: number,
): Promise<{ account: number; password: string }> {
  const found = await visit.db
    .selectFrom('account')
    .select('id')
    .where('id', '=', account)
    .where('state', '<>', 'left')
    .executeTakeFirst();
  if (!found) throw new AppError('not-found');
  await recordActs(visit, [
    { act: 'account.reset-password', subject: `account/${account}`, role: 'system-administrator' },
  ]);
  return { account, password: await resetTo(visit, account, rules) };
}

async function resetTo({ db }: Visit, account: number, rules: AccountRules): Promise<string> {
  const password = oneTimePassword();
  const hash = await hashPassword(password, rules.hashing);
  await sql`select xingbian.reset_credential(${account}::int, ${hash})`.execute(db);
  return password;
}

/**
 * Locks, unlocks or closes an account; its sessions end. A closed one loses its name, its secrets
 * and its roles for good; what it did stays on record under its number. Refuses with `not-found`, and
 * with `officer-last` for the last security administrator.
 */
export async function changeAccount(
  visit: Visit,
  account: number,
  state: AccountState,
): Promise<void> {
  const before = await visit.db
    .selectFrom('account')
    .select('state')
    .where('id', '=', account)
    .executeTakeFirst();
  const { rows } = await sql<{ done: boolean }>`select xingbian.set_account_state(
    ${account}::int, ${state}, ${`已离任账号 ${account}`}) as done`.execute(visit.db);
  if (!before || rows[0]?.done !== true) throw new AppError('not-found');
  await recordActs(visit, [
    {
      act: 'account.change',
      subject: `account/${account}`,
      role: 'system-administrator',
      old: { state: before.state },
      new: { state },
    },
  ]);
}
