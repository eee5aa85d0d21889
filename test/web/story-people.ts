import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Browser, BrowserContext } from 'playwright-core';
import type { Role } from '../../src/domain/account.ts';
import { openEmbedded, type Store } from '../../src/store/open-store.ts';
import { joinPostgres } from '../../src/store/postgres/join.ts';
import { tokenHash } from '../../src/store/visit.ts';

/** Resolves to the database of a product that runs on a data folder. */
export async function joinStore(data: string): Promise<Store> {
  const postgres = joinPostgres(data);
  if (postgres === null) throw new Error('the product runs no database');
  return await openEmbedded(postgres);
}

/** Opens a browser context of somebody who holds a role at a body and is signed in. */
export async function contextOf(
  browser: Browser,
  given: {
    readonly base: string;
    readonly store: Store;
    readonly name: string;
    readonly role: Role;
    readonly body: string;
    /** What the account is called; the same one twice is one account. */
    readonly login?: string;
  },
): Promise<BrowserContext> {
  const { base, store, name, role, body, login = `${role}-${body}` } = given;
  const token = randomBytes(32).toString('base64url');
  await sql`
    with made as (insert into xingbian.account (login, name) values (${login}, ${name})
      on conflict (login) do update set name = excluded.name
      returning id),
    held as (insert into xingbian.role_grant (account, role, body)
      select id, ${role}, ${body} from made where not exists (select from xingbian.role_grant g
        where g.account = made.id and g.role = ${role} and g.body = ${body}))
    insert into xingbian.session (token_hash, account, stage, origin)
      select ${tokenHash(token)}, id, 'full', 'test' from made`.execute(store.owner);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: 'xingbian', value: token, url: base, httpOnly: true }]);
  return context;
}
