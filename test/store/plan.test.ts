import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as api from '../../src/api/plan.ts';
import { openEmbedded, openExternal, type Store } from '../../src/store/open-store.ts';
import { loadPlan } from '../../src/store/plan.ts';
import { launchPostgres } from '../../src/store/postgres/launch.ts';
import { readAgencies, readAgency } from '../../src/store/queries/agencies.ts';
import { readClausePage } from '../../src/store/queries/clause-page.ts';
import { readDocument } from '../../src/store/queries/document.ts';
import { readLedger } from '../../src/store/queries/ledger.ts';
import { readMatrix } from '../../src/store/queries/matrix.ts';
import { search } from '../../src/store/queries/search.ts';
import { readSummary } from '../../src/store/queries/summary.ts';
import { requires } from '../requires.ts';
import { examplePlan, exampleText } from './example-plan.ts';
import {
  createDatabase,
  type ExternalPostgres,
  noExternal,
  query,
  startExternal,
} from './external-postgres.ts';
import { tempFolder } from './temp-folder.ts';

const stops: (() => Promise<unknown>)[] = [];
const removals: (() => void)[] = [];
let external: ExternalPostgres | null = null;
const stores: { embedded: Store | null; external: Store | null } = {
  embedded: null,
  external: null,
};

beforeAll(async () => {
  const onEnd = (remove: () => void) => removals.push(remove);
  const postgres = await launchPostgres(tempFolder(onEnd));
  stops.push(postgres.stop);
  stores.embedded = await openEmbedded(postgres);
  stops.push(stores.embedded.close);
  external = await startExternal(onEnd);
  if (!external) return;
  stops.push(external.stop);
  stores.external = await openExternal(await createDatabase(external, 'xb_plan'));
  stops.push(stores.external.close);
}, 60_000);

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  for (const remove of removals) remove();
});

/** The answer as it is, once it was seen to be what the endpoint promises. */
function valid<Schema extends z.ZodType>(schema: Schema, answer: z.output<Schema>) {
  expect(schema.parse(answer)).toEqual(answer);
  return answer;
}

describe.each(['embedded', 'external'] as const)('a plan in the %s database', (which) => {
  let store: Store;

  beforeAll(async () => {
    const found = stores[which];
    if (!found) return;
    store = found;
    await loadPlan(store.owner, examplePlan());
  });

  const inDatabase = (name: string, body: (store: Store) => Promise<void>) =>
    test(name, async (context) => {
      requires(context, stores[which] !== null, noExternal);
      await body(store);
    });

  inDatabase('is loaded once and replaced when it changed', async ({ owner }) => {
    const first = await loadPlan(owner, examplePlan());
    expect(first.changed).toBe(false);
    const second = await loadPlan(owner, examplePlan({ title: '改过的规划' }));
    expect(second.changed).toBe(true);
    expect(second.hash).not.toBe(first.hash);
    expect((await readSummary(owner, 'example')).title.zh).toBe('改过的规划');
    const again = await Promise.all([1, 2, 3].map(() => loadPlan(owner, examplePlan())));
    expect(again.filter((one) => one.changed)).toHaveLength(1);
  });

  inDatabase('is summed up', async ({ server }) => {
    const { counts } = valid(api.PlanSummary, await readSummary(server, 'example'));
    expect(counts).toEqual({
      clauses: { section: 2, area: 1, task: 1, box: 1, programme: 1 },
      responsibilities: 2,
      agencies: 2,
      cells: 3,
      commitments: 2,
      namedProjects: 1,
      duties: 1,
    });
  });

  inDatabase('gives back its document as it was loaded', async ({ server }) => {
    const { plan, corrections, ...read } = valid(
      api.PlanDocument,
      await readDocument(server, 'example'),
    );
    const { findings, clauses, ...loaded } = examplePlan().document;
    expect(read).toEqual({ ...loaded, clauses: clauses.map(({ text, ...clause }) => clause) });
    expect(corrections).toEqual([]);
    expect(plan.issued).toBe('2017-05-28');
  });

  inDatabase('shows a clause with what hangs on it', async ({ server }) => {
    const page = valid(api.ClausePage, await readClausePage(server, 'example', 'box1.1'));
    expect(page.ancestors.map((link) => link.id)).toEqual(['1', '1.1', 'box1']);
    expect(page.clause.text).toContain('研究建设甲—乙铁路');
    expect(page.namedProjects).toHaveLength(1);
    await expect(readClausePage(server, 'example', '9')).rejects.toMatchObject({
      code: 'clause-not-found',
    });
  });

  inDatabase('shows the matrix in printed order', async ({ server }) => {
    const matrix = valid(api.Matrix, await readMatrix(server, 'example'));
    expect(matrix.agencies).toEqual([
      { name: '交通运输部', count: 1 },
      { name: '国家发展改革委', count: 2 },
    ]);
    expect(matrix.rows[1]).toMatchObject({
      clause: { id: 'box1.1', number: '专栏1（1）', heading: '边境公路' },
      area: { id: '1.1', heading: '基础设施' },
      others: ['各省级人民政府'],
      manner: 'respectively',
    });
  });

  inDatabase('shows an agency and those beside it', async ({ server }) => {
    const page = valid(api.AgencyPage, await readAgency(server, 'example', '国家发展改革委'));
    expect(
      page.items.map((item) => item.commitments.map(({ clause, text }) => [clause, text])),
    ).toEqual(
      page.items.map(({ clause }) =>
        examplePlan()
          .document.commitments.filter((commitment) => commitment.clause === clause.id)
          .map(({ text }) => [clause.id, text]),
      ),
    );
    expect(page.items.flatMap((item) => item.commitments)).not.toEqual([]);
    expect(page.companions).toEqual([{ name: '交通运输部', shared: 1 }]);
    await expect(readAgency(server, 'example', '无此部门')).rejects.toMatchObject({
      code: 'agency-not-found',
    });
  });

  inDatabase('lists the agencies it names, not those only the file has', async ({ server }) => {
    const { agencies } = valid(api.AgencyList, await readAgencies(server, 'example'));
    expect(agencies.map(({ name, count }) => [name, count])).toEqual([
      ['交通运输部', 1],
      ['国家发展改革委', 2],
    ]);
  });

  inDatabase('shows the ledger', async ({ server }) => {
    const ledger = valid(api.Ledger, await readLedger(server, 'example'));
    expect(ledger.commitments.map((item) => item.evaluability)).toEqual([
      { evaluable: true, basis: 'target' },
      { evaluable: false, reason: 'no-criterion' },
    ]);
    expect(ledger.duties[0]?.link.id).toBe('2');
  });

  inDatabase('finds words whatever their width and case, best first', async ({ server }) => {
    const ask = async (q: string) =>
      valid(api.SearchAnswer, await search(server, 'example', { q, limit: 30 }));
    const ids = async (q: string) => (await ask(q)).hits.map((hit) => hit.clause.id);
    // In headings (two hits, then one), then in running text.
    expect(await ids('公路')).toEqual(['1.1.1', 'box1.1', '2']);
    expect(await ids('g219')).toEqual(['1.1.1']);
    expect(await ids('ｇ２１９线')).toEqual(['1.1.1']);
    expect(await ids('路')).toEqual(['1.1.1', 'box1.1', '2']);
    expect(await ids('公路 铁路')).toEqual(['box1.1']);
    expect(await ids('100%')).toEqual(['1.1.1']);
    expect(await ids('0_农')).toEqual([]);
    expect(await ids('%')).toEqual(['1.1.1']);
    expect(await ids('\\')).toEqual([]);
    expect(await ids("'; drop table plan")).toEqual([]);
    expect((await ask('交通运输')).agencies.map((agency) => agency.name)).toEqual(['交通运输部']);
    expect(await search(server, 'example', { q: '公路', limit: 1 })).toMatchObject({ total: 3 });
  });

  inDatabase('marks the hits in their words', async ({ server }) => {
    const { hits } = await search(server, 'example', { q: '公路', limit: 1 });
    const hit = hits[0];
    expect(hit?.count).toBe(2);
    expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual([
      '公路',
      '公路',
    ]);
    expect(exampleText.replace(/\n/g, ' ')).toContain(hit?.snippet.replace(/…/g, ''));
  });

  inDatabase('is read by a role that owns nothing', async ({ server, ownRole }) => {
    expect(ownRole).toBe(true);
    const { rows } = await sql<{ owned: string; super: boolean }>`
      select (select count(*) from pg_class where relowner = r.oid) as owned, rolsuper as super
      from pg_roles r where rolname = current_user`.execute(server);
    expect(rows).toEqual([{ owned: '0', super: false }]);
    await expect(server.deleteFrom('plan').execute()).rejects.toMatchObject({ code: '42501' });
  });

  inDatabase('is served by an index for longer words', async ({ searchIndex }) => {
    expect(searchIndex).toBe(true);
  });
});

test('several programs may start on one database at once', async (context) => {
  requires(context, external !== null, noExternal);
  if (!external) return;
  const url = await createDatabase(external, 'xb_many');
  const opened = await Promise.all([1, 2, 3, 4].map(() => openExternal(url)));
  const loads = await Promise.all(opened.map((store) => loadPlan(store.owner, examplePlan())));
  expect(loads.filter((load) => load.changed)).toHaveLength(1);
  expect(opened.every((store) => store.ownRole)).toBe(true);
  await Promise.all(opened.map((store) => store.close()));
});

test('a user who may neither create roles nor extensions is enough', async (context) => {
  requires(context, external !== null, noExternal);
  if (!external) return;
  const url = await createDatabase(external, 'xb_plain', { owner: 'xb_plain_owner' });
  const admin = new URL(external.url);
  admin.pathname = '/xb_plain';
  await query(admin.href, [
    'revoke create on database xb_plain from xb_plain_owner',
    'alter database xb_plain owner to current_user',
    'create schema xingbian authorization xb_plain_owner',
  ]);
  const store = await openExternal(url);
  expect([store.ownRole, store.searchIndex]).toEqual([false, false]);
  await loadPlan(store.owner, examplePlan());
  const found = await search(store.server, 'example', { q: '农村公路', limit: 5 });
  expect(found.hits.map((hit) => hit.clause.id)).toEqual(['1.1.1']);
  await store.close();
});

test('a user who may create roles gets one for the server, also after its password changed', async (context) => {
  requires(context, external !== null, noExternal);
  if (!external) return;
  const url = await createDatabase(external, 'xb_roles', { owner: 'xb_roles_owner' });
  await query(external.url, ['alter role xb_roles_owner createrole']);
  const first = await openExternal(url);
  await first.close();
  await query(external.url, [`alter role xb_roles_owner password 'changed'`]);
  const second = await openExternal(withPassword(url, 'changed'));
  await second.close();
  expect([first.ownRole, second.ownRole]).toEqual([true, true]);
});

test('a database that cannot be used is refused in a word', async (context) => {
  requires(context, external !== null, noExternal);
  if (!external) return;
  const { href } = new URL(external.url);
  const latin = await createDatabase(external, 'xb_latin', {
    with: "encoding 'LATIN1' template template0",
  });
  const foreign = await createDatabase(external, 'xb_foreign', { owner: 'xb_foreign_owner' });
  await query(external.url, ['alter database xb_foreign owner to current_user']);
  const code = async (attempt: Promise<unknown>) =>
    await attempt.then(
      () => 'opened',
      (error) => error.code,
    );
  expect(await code(openExternal(latin))).toBe('database-encoding');
  expect(await code(openExternal(foreign))).toBe('database-denied');
  expect(await code(openExternal(withPassword(href, 'wrong')))).toBe('database-login');
  expect(await code(openExternal(new URL('/nosuch', href).href))).toBe('database-missing');
  const newer = await createDatabase(external, 'xb_newer');
  await (await openExternal(newer)).close();
  await query(newer, ["insert into xingbian.kysely_migration values ('9999-later', now()::text)"]);
  expect(await code(openExternal(newer))).toBe('database-ahead');
});

function withPassword(href: string, password: string): string {
  const url = new URL(href);
  url.password = password;
  return url.href;
}
