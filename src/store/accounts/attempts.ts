import { type Kysely, sql } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import type { AccountRules } from './account-rules.ts';

/**
 * Counts a try before it is looked at, so that many at once are not more than were allowed. Refuses
 * with `sign-in-locked` where the account is locked; the last try that is allowed locks it, until
 * `forgiveAttempt` or `clearAttempts` takes that back.
 */
export async function countAttempt(
  owner: Kysely<Tables>,
  account: number | null,
  login: string,
  rules: AccountRules,
): Promise<void> {
  const { rows } = await sql<{ account: number }>`
    update xingbian.credential c set
      failures = counted.failures,
      locked_until = case when counted.failures >= ${rules.lockAfter}
        then now() + make_interval(mins => ${rules.lockMinutes}) end
    from (select k.account,
        case when k.locked_until is null then k.failures + 1 else 1 end as failures
      from xingbian.credential k where k.account = ${account ?? 0}
        and (k.locked_until is null or k.locked_until <= now())
      for update) counted
    where c.account = counted.account returning c.account`.execute(owner);
  if (account === null) return countStranger(login, rules);
  if (rows.length > 0) return;
  const { rows: locked } = await sql<{ minutes: number }>`
    select ceil(extract(epoch from locked_until - now()) / 60)::int as minutes
    from xingbian.credential where account = ${account}`.execute(owner);
  throw new AppError('sign-in-locked', { minutes: locked[0]?.minutes ?? rules.lockMinutes });
}

/** Takes one counted try back: the password was right, and a code is still to come. */
export async function forgiveAttempt(
  db: Kysely<Tables>,
  account: number,
  rules: AccountRules,
): Promise<void> {
  await sql`update xingbian.credential set failures = greatest(failures - 1, 0),
      locked_until = case when failures - 1 >= ${rules.lockAfter} then locked_until end
    where account = ${account}`.execute(db);
}

/** Forgets all tries: whoever it is has proved to be the account. */
export async function clearAttempts(db: Kysely<Tables>, account: number): Promise<void> {
  await db
    .updateTable('credential')
    .set({ failures: 0, locked_until: null })
    .where('account', '=', account)
    .execute();
}

interface Tries {
  readonly count: number;
  readonly lockedUntil: number;
}

/**
 * Names that are no account's. They are locked as accounts are, so that a lock does not tell which
 * names there are; in memory and only the latest, so that made-up names fill nothing.
 */
const strangers = new Map<string, Tries>();
const mostStrangers = 10_000;

function countStranger(login: string, { lockAfter, lockMinutes }: AccountRules): void {
  const now = Date.now();
  const before = strangers.get(login) ?? { count: 0, lockedUntil: 0 };
  if (before.lockedUntil > now)
    throw new AppError('sign-in-locked', {
      minutes: Math.ceil((before.lockedUntil - now) / 60_000),
    });
  const count = before.lockedUntil > 0 ? 1 : before.count + 1;
  strangers.delete(login);
  strangers.set(login, {
    count,
    lockedUntil: count >= lockAfter ? now + lockMinutes * 60_000 : 0,
  });
  const [oldest] = strangers.keys();
  if (strangers.size > mostStrangers && oldest !== undefined) strangers.delete(oldest);
}
