import { sql } from 'kysely';
import { isOfficer, type Role } from '../../domain/account.ts';
import { AppError } from '../../domain/app-error.ts';
import { beijingDay } from '../../domain/beijing-day.ts';
import { isBody } from '../collection/bodies.ts';
import type { Visit } from '../visit.ts';
import { recordActs } from './audit.ts';

/** A role to be given. */
export interface Giving {
  readonly id: number;
  readonly role: Role;
  /** Empty for an officer. */
  readonly body: string;
  /** The last day it holds, in Asia/Shanghai. */
  readonly until?: string | undefined;
  /** The account it stands in for, which holds the same role there. */
  readonly deputyFor?: number | undefined;
}

/**
 * Gives an account a role. Refuses with `body-unknown`; with `not-found` where the account is not
 * there, with `deputy-without-role` where the role a deputy is to stand in for is not; with
 * `grant-invalid` for an end that cannot be; with `officers-apart` and `not-permitted` where the database
 * says so.
 */
export async function giveRole(visit: Visit, plan: string, giving: Giving): Promise<void> {
  const { db, visitor } = visit;
  const { id, role, body, until, deputyFor } = giving;
  const known = isOfficer(role) ? body === '' : await isBody(db, plan, body);
  if (!known) throw new AppError('body-unknown', { body });
  await requireActive(visit, id);
  refuseDeadEnd(giving);
  if (deputyFor !== undefined) await requireHeld(visit, giving, deputyFor);
  const made = await db
    .insertInto('role_grant')
    .values({
      account: id,
      role,
      body,
      until_at: until
        ? sql<Date>`(${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
        : null,
      deputy_for: deputyFor ?? null,
      granted_by: visitor?.id ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: account, ...given } = giving;
  await recordActs(visit, [
    {
      act: 'account.give-role',
      subject: `account/${account}`,
      role: officeOf(visit),
      body,
      new: { grant: made.id, ...given },
    },
  ]);
}

/**
 * Takes a role back. Refuses with `not-found` where it is not held, or is one's own, and with
 * `officer-last` where nobody would be left to give roles.
 */
export async function takeRole(visit: Visit, grant: number): Promise<void> {
  const taken = await visit.db
    .updateTable('role_grant')
    .set({ revoked_at: sql<Date>`now()`, revoked_by: visit.visitor?.id ?? null })
    .where('id', '=', grant)
    .where('revoked_at', 'is', null)
    .returning(['account', 'role', 'body'])
    .executeTakeFirst();
  if (!taken) throw new AppError('not-found');
  const { account, role, body } = taken;
  await recordActs(visit, [
    {
      act: 'account.take-role',
      subject: `account/${account}`,
      role: officeOf(visit),
      body,
      old: { grant, role, body },
    },
  ]);
}

async function requireActive({ db }: Visit, id: number): Promise<void> {
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!found) throw new AppError('not-found');
}

/** A role that is over before it begins; and a security administrator whose going is only a matter of time. */
function refuseDeadEnd({ role, until, deputyFor }: Giving): void {
  if (until === undefined) return;
  if (until < beijingDay(new Date()))
    throw new AppError('grant-invalid', {
      reason: `截止日期 ${until} 已过`,
      reasonEn: `it would have ended on ${until} already`,
    });
  if (role === 'security-administrator' && deputyFor === undefined)
    throw new AppError('grant-invalid', {
      reason: '安全管理员的角色不设截止日期，以免到期后无人授予角色',
      reasonEn:
        'that of a security administrator has no end, or nobody would be left to give roles',
    });
}

async function requireHeld({ db }: Visit, { id, role, body }: Giving, by: number): Promise<void> {
  const held = await db
    .selectFrom('role_grant')
    .select('id')
    .where('account', '=', by)
    .where('role', '=', role)
    .where('body', '=', body)
    .where('revoked_at', 'is', null)
    // Nobody stands in for whoever stands in, or whose role has ended.
    .where('deputy_for', 'is', null)
    .where((one) => one.or([one('until_at', 'is', null), one('until_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst();
  if (!held || by === id) throw new AppError('deputy-without-role', { account: by });
}

function officeOf({ visitor }: Visit): Role {
  const first = visitor?.roles.includes('security-administrator');
  return first ? 'security-administrator' : 'system-administrator';
}
