import { sql } from 'kysely';
import type { Visit, Visitor } from '../visit.ts';
import { recordActs } from './audit.ts';

type Own = Visit & { readonly who: Visitor };

/** Resolves to where mail to the visitor goes; null: nowhere. */
export async function readAddress({ db, who }: Pick<Own, 'db' | 'who'>): Promise<string | null> {
  const row = await db
    .selectFrom('account_address')
    .select('address')
    .where('account', '=', who.id)
    .executeTakeFirst();
  return row?.address ?? null;
}

/** Sets where mail to the visitor goes, or forgets it. The record says that, and not the address. */
export async function setAddress(visit: Own, address: string | null): Promise<void> {
  const { db, who } = visit;
  if (address === null)
    await db.deleteFrom('account_address').where('account', '=', who.id).execute();
  else
    await sql`insert into xingbian.account_address (account, address)
      values (${who.id}, ${address})
      on conflict (account) do update set address = excluded.address`.execute(db);
  const act = address === null ? 'account.forget-address' : 'account.set-address';
  await recordActs(visit, [{ act, subject: `account/${who.id}` }]);
}
