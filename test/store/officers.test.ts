import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/account.ts';
import { changeAccount } from '../../src/store/accounts/accounts.ts';
import { type Giving, giveRole, takeRole } from '../../src/store/accounts/grants.ts';
import { loadBodies } from '../../src/store/collection/bodies.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Visit } from '../../src/store/visit.ts';
import { as, enrol, tokenOf } from './example-accounts.ts';
import { exampleRegister } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';

const storeOf = exampleStore();
let store: Store;
const ids: Record<string, number> = {};
const plan = 'example';
const refused = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  store = storeOf();
  await loadBodies(store.owner, plan, exampleRegister());
  for (const [login, roles] of Object.entries(people))
    ids[login] = await enrol(store, login, roles);
}, 60_000);

const people: Record<string, [Role, string][]> = {
  admin: [['system-administrator', '']],
  safe: [['security-administrator', '']],
  auditor: [['auditor', '']],
  county: [['reporter', 'a1']],
  idle: [],
  puppet: [],
};
const idOf = (login: string) => ids[login] ?? 0;
const by = async <Result>(login: string, body: (visit: Visit) => Promise<Result>) =>
  await as(store, await tokenOf(store, login), body);
const give = async (login: string, giving: Giving) =>
  await by(login, (visit) => giveRole(visit, plan, giving));
const change = async (login: string, state: 'locked' | 'left' | 'active') =>
  await by('admin', (visit) => changeAccount(visit, idOf(login), state));
const grantOf = async (login: string) => {
  const { rows } = await sql<{ id: number }>`select id from xingbian.role_grant
    where account = ${idOf(login)} and role = 'security-administrator' and revoked_at is null`.execute(
    store.owner,
  );
  return rows[0]?.id ?? 0;
};
const officer = { role: 'security-administrator', body: '' } as const;

describe('the last security administrator', () => {
  test.each(['locked', 'left'] as const)('is not %s', async (state) => {
    await expect(change('safe', state)).rejects.toEqual(refused('officer-last'));
    await expect(give('admin', { id: idOf('puppet'), ...officer })).rejects.toEqual(
      refused('not-permitted'),
    );
  });

  test('has a role without an end', async () => {
    const giving = { id: idOf('puppet'), ...officer, until: '2099-12-31' };
    await expect(give('safe', giving)).rejects.toEqual(refused('grant-invalid'));
  });

  test('may go once there is another, and the right to appoint does not come back', async () => {
    await enrolOfficer('second');
    await change('safe', 'locked');
    await expect(change('second', 'locked')).rejects.toEqual(refused('officer-last'));
    await change('safe', 'active');
    await sql`update xingbian.account set state = 'left' where login in ('safe', 'second')`.execute(
      store.owner,
    );
    await expect(give('admin', { id: idOf('puppet'), ...officer })).rejects.toEqual(
      refused('not-permitted'),
    );
    await sql`update xingbian.account set state = 'active' where state = 'left'`.execute(
      store.owner,
    );
  });

  test('is left when two take the role from one another at once', async () => {
    await enrolOfficer('third');
    await sql`update xingbian.role_grant set revoked_at = now()
      where account = ${idOf('second')}`.execute(store.owner);
    const [safe, third] = [await grantOf('safe'), await grantOf('third')];
    const results = await Promise.allSettled([
      by('safe', (visit) => takeRole(visit, third).then(() => sleep(80))),
      by('third', (visit) => takeRole(visit, safe).then(() => sleep(80))),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'officer-last' } });
    expect([await grantOf('safe'), await grantOf('third')].filter((id) => id > 0)).toHaveLength(1);
  });
});

test('closing an account and taking its role wait for one another, never for each other', async () => {
  const { rows } = await sql<{ id: number; login: string }>`select a.id, a.login
    from xingbian.account a join xingbian.role_grant g on g.account = a.id
    where g.role = 'security-administrator' and g.revoked_at is null`.execute(store.owner);
  const safe = rows[0]?.login ?? '';
  for (let turn = 0; turn < 5; turn += 1) {
    await enrolOfficer(`going-${turn}`);
    const grant = await grantOf(`going-${turn}`);
    const results = await Promise.allSettled([
      change(`going-${turn}`, 'left'),
      by(safe, (visit) => takeRole(visit, grant)),
    ]);
    expect(results[0]).toMatchObject({ status: 'fulfilled' });
    const other = results[1] as { reason?: { code: string } };
    expect([undefined, 'not-found']).toContain(other.reason?.code);
  }
});

async function enrolOfficer(login: string): Promise<void> {
  ids[login] = await enrol(store, login, [['security-administrator', '']]);
}

test('two grants at once do not bring an office and a role of work together', async () => {
  const id = await enrol(store, 'both');
  const add = (role: Role, body: string) =>
    store.owner.transaction().execute(async (db) => {
      await db.insertInto('role_grant').values({ account: id, role, body }).execute();
      await sleep(80);
    });
  const results = await Promise.allSettled([add('auditor', ''), add('publisher', 's')]);
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(String(results.find((result) => result.status === 'rejected')?.reason)).toMatch(
    'officers-apart',
  );
});

describe('who speaks SQL as the server', () => {
  const accountOf = async (db: Visit['db']) => {
    const { rows } = await sql<{ id: number | null }>`select xingbian.account_id() as id`.execute(
      db,
    );
    return rows[0]?.id;
  };
  const set = (db: Visit['db'], setting: string) =>
    sql`select set_config('xingbian.account', ${setting}, true)`.execute(db);

  test('is nobody by a setting of their own, and is in their own name by a session', async () => {
    await by('county', async ({ db }) => {
      expect(await accountOf(db)).toBe(idOf('county'));
      for (const forged of ['1', '1:', `1:${'0'.repeat(64)}`, ':', '', 'x']) {
        await set(db, forged);
        expect(await accountOf(db)).toBeNull();
      }
    });
  });

  test('gets nothing from the seal of another account or another transaction', async () => {
    const sealOf = async ({ db }: Visit) => {
      const { rows } = await sql<{ seal: string }>`
        select current_setting('xingbian.account') as seal`.execute(db);
      return rows[0]?.seal ?? '';
    };
    const seal = await by('county', sealOf);
    expect(seal).toMatch(/^\d+:[0-9a-f]{64}$/);
    await by('county', async (visit) => {
      await set(visit.db, seal);
      expect(await accountOf(visit.db)).toBeNull();
      const own = await sealOf(visit);
      await set(visit.db, own.replace(/^\d+/, `${idOf('admin')}`));
      expect(await accountOf(visit.db)).toBeNull();
    });
  });

  test.each([
    'select * from xingbian.seal',
    "select xingbian.seal_of('1')",
    'select xingbian.act_as(1)',
  ])('cannot make one: %s', async (statement) => {
    await expect(by('county', ({ db }) => sql.raw(statement).execute(db))).rejects.toEqual(
      refused('not-permitted'),
    );
  });

  test('reads the names of who holds a role of work, and one’s own', async () => {
    const named = async (login: string) =>
      await by(login, async ({ db }) => {
        const { rows } = await sql<{ login: string }>`select o.login from unnest(
          ${Object.keys(people)}::text[], ${Object.keys(people).map(idOf)}::int[]) o (login, id)
          where xingbian.account_name(o.id) is not null`.execute(db);
        return rows.map((row) => row.login).sort();
      });
    expect(await named('county')).toEqual(['county']);
    expect(await named('idle')).toEqual(['county', 'idle']);
    await sql`update xingbian.role_grant set revoked_at = now()
      where account = ${idOf('county')}`.execute(store.owner);
    expect(await named('auditor')).toEqual(['auditor', 'county']);
  });
});

describe('a role that cannot be given', () => {
  test('says why: its end is past, or nobody holds what a deputy is to stand in for', async () => {
    const { rows } = await sql<{ login: string }>`select login from xingbian.account a
      join xingbian.role_grant g on g.account = a.id where g.role = 'security-administrator'
      and g.revoked_at is null and a.state = 'active'`.execute(store.owner);
    const safe = rows[0]?.login ?? '';
    const giving = { id: idOf('idle'), role: 'reviewer', body: 's' } as const;
    await expect(give(safe, { ...giving, until: '2020-01-01' })).rejects.toEqual(
      refused('grant-invalid'),
    );
    await expect(give(safe, { ...giving, deputyFor: idOf('puppet') })).rejects.toEqual(
      refused('deputy-without-role'),
    );
  });
});
