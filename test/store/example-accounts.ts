import type { Role } from '../../src/domain/account.ts';
import { type AccountRules, usualAccountRules } from '../../src/store/accounts/account-rules.ts';
import { hashPassword } from '../../src/store/accounts/passwords.ts';
import { signIn } from '../../src/store/accounts/sign-in.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type Visit, visit } from '../../src/store/visit.ts';

/** The usual rules with a hash that costs nothing. */
export const quickRules: AccountRules = {
  ...usualAccountRules,
  hashing: { memoryCost: 64, timeCost: 1 },
};

export const password = 'Right-horse-9';

/** Makes an account with the password and roles, as the owner; resolves to its number. */
export async function enrol(
  store: Store,
  login: string,
  roles: readonly (readonly [Role, string])[] = [],
): Promise<number> {
  const { id } = await store.owner
    .insertInto('account')
    .values({ login, name: `${login}的姓名` })
    .returning('id')
    .executeTakeFirstOrThrow();
  const password_hash = await hashPassword(password, quickRules.hashing);
  await store.owner.insertInto('credential').values({ account: id, password_hash }).execute();
  for (const [role, body] of roles)
    await store.owner.insertInto('role_grant').values({ account: id, role, body }).execute();
  return id;
}

/** Resolves to the token of a new session. */
export async function tokenOf(store: Store, login: string, rules = quickRules): Promise<string> {
  const given = { login, password, origin: '192.0.2.1' };
  return (await signIn(store.owner, rules, given)).token;
}

/** Does something as an account, as a request would. */
export async function as<Result>(
  store: Store,
  token: string | null,
  body: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const asked = { token, origin: '192.0.2.1', limits: quickRules.session };
  return await visit(store.server, asked, body);
}
