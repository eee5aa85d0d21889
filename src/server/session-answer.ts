import type { SessionAnswer } from '../api/session.ts';
import { heldRoles } from '../store/accounts/accounts.ts';
import { bodyNames } from '../store/collection/bodies.ts';
import { visit } from '../store/visit.ts';
import type { AccountSettings } from './account-settings.ts';
import type { WorkParts } from './work-routes.ts';

/** What the routes of a session need. */
export interface SessionParts extends WorkParts {
  readonly accounts: AccountSettings;
}

/** Resolves to who is signed in by a token, and what holds for signing in. */
export async function readSession(
  parts: SessionParts,
  token: string | null,
  origin: string,
): Promise<SessionAnswer> {
  const { store, accounts } = parts;
  const { rules, singleSignOn } = accounts;
  const account = token === null ? null : await readAccount(parts, token, origin);
  const secondFactor = account !== null && (await hasSecondFactor(store.owner, account.id));
  return {
    account: account && { ...account, secondFactor },
    idleMinutes: rules.session.idleMinutes,
    singleSignOn: singleSignOn?.name ?? null,
    passwordRules: rules.password,
  };
}

/** Before the session may act the policies show none of its roles. */
async function readAccount(
  { store, plan, limits }: SessionParts,
  token: string,
  origin: string,
): Promise<Omit<NonNullable<SessionAnswer['account']>, 'secondFactor'> | null> {
  return await visit(store.server, { token, origin, limits }, async ({ db, visitor }) => {
    if (!visitor) return null;
    const { id, login, name, stage } = visitor;
    const nameOf = await bodyNames(store.server, db, plan);
    const held = await heldRoles(db, id, nameOf);
    return { id, login, name, stage, roles: held.map((item) => item.held) };
  });
}

async function hasSecondFactor(
  owner: SessionParts['store']['owner'],
  account: number,
): Promise<boolean> {
  const found = await owner
    .selectFrom('credential')
    .select('totp_confirmed')
    .where('account', '=', account)
    .executeTakeFirst();
  return found?.totp_confirmed ?? false;
}
