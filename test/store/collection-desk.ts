import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { CellSave } from '../../src/api/collection.ts';
import type { Role } from '../../src/domain/account.ts';
import type { FormsFile } from '../../src/domain/form.ts';
import { loadBodies } from '../../src/store/collection/bodies.ts';
import { type Desk, openDesk } from '../../src/store/collection/desk.ts';
import { loadForms } from '../../src/store/collection/form-sets.ts';
import type { Store } from '../../src/store/open-store.ts';
import { tokenHash, type Visit, visit } from '../../src/store/visit.ts';
import { exampleIndicators, exampleRegister } from './example-statistics.ts';
import { define } from './statistics-base.ts';

const words = (text: string) => ({ zh: text, en: text });

/** A form for the counties of the example: the province reviews, the state approves. */
export function exampleForms(change: Partial<FormsFile['forms'][number]> = {}): FormsFile {
  return {
    citations: [],
    forms: [
      {
        id: 'yearly',
        number: '测01表',
        title: words('年报'),
        issuer: '测试机关',
        approval: null,
        reporters: { of: 'places', kinds: ['county'], group: 'edge' },
        frequency: 'year',
        opens: { years: 1, on: '01-01' },
        due: { years: 1, on: '03-31' },
        graceDays: 10,
        review: [
          { kinds: ['province'], role: 'reviewer' },
          { kinds: ['state'], role: 'approver' },
        ],
        sections: [
          {
            title: words('人口'),
            fields: ['population', 'town-population', 'gdp', 'gdp-per-capita'].map((indicator) => ({
              indicator,
              indent: 0,
              required: true,
            })),
          },
        ],
        rules: [
          { kind: 'at-most', part: 'town-population', whole: 'population', severity: 'hard' },
        ],
        citations: [],
        ...change,
      },
    ],
  };
}

/** Somebody signed in. */
export interface Person {
  readonly id: number;
  readonly token: string;
}

/** Puts the example's definition, bodies and forms into the base of a plan. */
export async function defineCollection(store: Store, plan: string, forms = exampleForms()) {
  await define(store, plan, { register: exampleRegister(), indicators: exampleIndicators() });
  await loadBodies(store.owner, plan, exampleRegister());
  await loadForms(store.owner, plan, forms);
}

/** Makes an account that holds roles, `role@body`, and signs it in. */
export async function signedIn(
  store: Store,
  login: string,
  ...roles: readonly `${Role}@${string}`[]
): Promise<Person> {
  const account = await store.owner
    .insertInto('account')
    .values({ login, name: login, state: 'active', left_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const held of roles) {
    const [role = '', body = ''] = held.split('@');
    await sql`insert into xingbian.role_grant (account, role, body)
      values (${account.id}, ${role}, ${body})`.execute(store.owner);
  }
  const token = randomBytes(32).toString('base64url');
  await sql`insert into xingbian.session (token_hash, account, stage, origin)
    values (${tokenHash(token)}, ${account.id}, 'full', 'test')`.execute(store.owner);
  return { id: account.id, token };
}

const limits = { idleMinutes: 30, longestHours: 12 };

/** Runs `body` as a request of a person, in its transaction. */
export async function as<Result>(
  store: Store,
  person: Person | null,
  body: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const asked = { token: person?.token ?? null, origin: 'test', limits };
  return await visit(store.server, asked, body);
}

/** Runs `body` at the desk of a person. */
export async function atDesk<Result>(
  store: Store,
  plan: string,
  person: Person,
  body: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  return await as(store, person, async (made) => {
    if (made.visitor === null) throw new Error('nobody is signed in');
    return await body(await openDesk(store.server, plan, { ...made, who: made.visitor }));
  });
}

let cellSaves = 0;

/** Returns a cell as the page sends it, with a key of its own. */
export function cellSave(
  indicator: string,
  value: string | null,
  more: Partial<CellSave> = {},
): CellSave {
  cellSaves += 1;
  return {
    key: `save-${cellSaves}-abc`,
    indicator,
    value,
    absence: null,
    note: null,
    base: 0,
    ...more,
  };
}
