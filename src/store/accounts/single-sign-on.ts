import type { Kysely, Transaction } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import type { AccountRules } from './account-rules.ts';
import { type OpenedSession, stageAfterCode } from './sessions.ts';
import { open, refusal } from './sign-in.ts';

/** Who somebody is by the word of a provider. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Names the account may have here, for the first time. */
  readonly names: readonly string[];
}

/**
 * Resolves to a session of the account an identity belongs to: by issuer and subject, or the first
 * time by its name here, and from then on it is tied. No account is ever made. Refuses with
 * `sign-in-refused`. The provider stands for the password, not for the authenticator.
 */
export async function signInAs(
  owner: Kysely<Tables>,
  rules: AccountRules,
  { identity, origin }: { readonly identity: Identity; readonly origin: string },
): Promise<OpenedSession> {
  try {
    return await owner.transaction().execute(async (db) => {
      const found = (await tied(db, identity)) ?? (await tie(db, identity));
      if (!found) throw new AppError('sign-in-refused');
      // Whoever does not use the password need not change it.
      const next = stageAfterCode({ ...found, must_change: false }, rules);
      const stage = found.totp_confirmed ? 'second-factor' : next;
      return await open(db, { account: found.account, stage, origin }, rules);
    });
  } catch (error) {
    throw await refusal(owner, 'account.sign-in', null, origin)(error);
  }
}

interface Found {
  readonly account: number;
  readonly totp_confirmed: boolean;
}

function accounts(db: Transaction<Tables>) {
  return db
    .selectFrom('account as a')
    .innerJoin('credential as c', 'c.account', 'a.id')
    .select(['a.id as account', 'c.totp_confirmed'])
    .where('a.state', '=', 'active');
}

async function tied(
  db: Transaction<Tables>,
  { issuer, subject }: Identity,
): Promise<Found | undefined> {
  return await accounts(db)
    .where('c.oidc_issuer', '=', issuer)
    .where('c.oidc_subject', '=', subject)
    // A reset of the account takes the same lock, and the tie.
    .forUpdate('c')
    .executeTakeFirst();
}

async function tie(
  db: Transaction<Tables>,
  { issuer, subject, names }: Identity,
): Promise<Found | undefined> {
  for (const name of names) {
    const found = await accounts(db)
      .where('a.login', '=', name.toLowerCase())
      .where('c.oidc_subject', 'is', null)
      .forUpdate('c')
      .executeTakeFirst();
    if (!found) continue;
    await db
      .updateTable('credential')
      .set({ oidc_issuer: issuer, oidc_subject: subject })
      .where('account', '=', found.account)
      .execute();
    return found;
  }
  return undefined;
}
