import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../../src/store/accounts/sign-in.ts';
import { writeBackup } from '../../src/store/backup/backup.ts';
import { baseTables, keptTables, rebuiltTables } from '../../src/store/backup/kept-tables.ts';
import { restoreBackup } from '../../src/store/backup/restore.ts';
import { publishNextDue } from '../../src/store/collection/embargo.ts';
import { returnCells } from '../../src/store/collection/review.ts';
import { openRound } from '../../src/store/collection/rounds.ts';
import { saveCells } from '../../src/store/collection/save-cells.ts';
import { readSheet } from '../../src/store/collection/sheet.ts';
import type { Store } from '../../src/store/open-store.ts';
import { visit } from '../../src/store/visit.ts';
import { atDesk, cellSave, defineCollection, type Person } from './collection-desk.ts';
import { password, quickRules } from './example-accounts.ts';
import { exampleStore } from './example-store.ts';
import { type FilledDesk, fillDesk } from './filled-desk.ts';

const plan = 'example';
const source = exampleStore();
const target = exampleStore();
const kept = Object.keys(keptTables);
let filled: FilledDesk;
let backup: string[];

beforeAll(async () => {
  await defineCollection(source(), plan);
  filled = await fillDesk(source(), plan);
  // A row that a trigger would refuse, as two requests at the same moment may have left it.
  await source().writer.query(
    `alter table xingbian.role_grant disable trigger user;
    insert into xingbian.role_grant (account, role, body)
      select id, 'evaluator', 's' from xingbian.account where login = 'auditor';
    alter table xingbian.role_grant enable trigger user`,
  );
  // What no way of the program leads to any more, and the signs a format may stumble over.
  await sql`insert into xingbian.audit (account, origin, act, subject, old, new, outcome, key)
    values (null, 'test', 'test', 'a\\b"c"\n甲', 'null', ${'{"a":[1.50,"\\n"]}'}, 'refused', null)`.execute(
    source().owner,
  );
  backup = await linesOf(writeBackup(source().writer, plan));
}, 60_000);

test('every table is kept, told by words, or rebuilt', async () => {
  const { rows } = await source().writer.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'xingbian'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  const named = [...kept, ...baseTables, ...rebuiltTables];
  expect(named.toSorted()).toEqual(rows.map((row) => row.name).toSorted());
});

test('the desk it is tried on has every state and rows in every table', async () => {
  const counts = await countsOf(source());
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  const { rows } = await sql<{ state: string }>`
    select distinct state from xingbian.submission order by 1`.execute(source().owner);
  expect(rows.map((row) => row.state)).toEqual(Object.keys(filled.at).toSorted());
});

describe('a damaged backup leaves nothing', () => {
  const cases: readonly (readonly [string, (lines: string[]) => string[]])[] = [
    ['cut off', (lines) => lines.slice(0, -1)],
    ['cut off in a table', (lines) => lines.slice(0, -40)],
    ['without a row', (lines) => without(lines, '["cell_remark"')],
    [
      'with a row twice',
      (lines) => [...lines.slice(0, -2), lines.at(-2) ?? '', ...lines.slice(-2)],
    ],
    ['whose accounts are gone', (lines) => lines.filter((line) => !line.startsWith('["account"'))],
    ['with a broken line', (lines) => changed(lines, '["cell"', (line) => line.slice(0, 30))],
    ['with a wrong number', (lines) => changed(lines, '["audit","', () => '["audit","x"]')],
    [
      'with rows of a stranger',
      (lines) => [...lines.slice(0, -1), '["session","1"]', ...lines.slice(-1)],
    ],
    ['of a newer version', (lines) => lines.map((line) => line.replace('"login"', '"log_in"'))],
  ];
  test.each(cases)('%s', async (_, broken) => {
    await expect(
      restoreBackup(target().writer, plan, stream(broken(backup))),
    ).rejects.toMatchObject({ code: 'backup-invalid' });
    expect(Object.values(await countsOf(target())).every((count) => count === 0)).toBe(true);
    expect(await triggersOff(target())).toEqual([]);
  });
});

test('an older backup, of the base alone, is restored', async () => {
  const head = JSON.parse(backup[0] ?? '');
  const { tables: _, ...end } = JSON.parse(backup.at(-1) ?? '').end;
  const old = [
    JSON.stringify({ format: 'xingbian.backup/1', plan, number: head.number }),
    ...backup.filter((line) => /^\["(definition|publication|observation|doubt)"/.test(line)),
    JSON.stringify({ end }),
  ];
  expect(await restoreBackup(target().writer, plan, stream(old))).toMatchObject({
    ...end,
    tables: {},
  });
  await expect(restoreBackup(target().writer, plan, stream(backup))).rejects.toMatchObject({
    code: 'restore-not-empty',
  });
  await target().writer.query(
    `truncate xingbian.observation, xingbian.doubt, xingbian.aggregate, xingbian.publication,
      xingbian.source, xingbian.statistics`,
  );
});

test('rows of an earlier schema are taken: a column that came later has its default', async () => {
  const head = JSON.parse(backup[0] ?? '');
  const at = head.tables.kept_save.indexOf('arrived');
  head.tables.kept_save.splice(at, 1);
  const rows = backup.slice(1, -1).map((line) => {
    if (!line.startsWith('["kept_save"')) return line;
    return JSON.stringify(JSON.parse(line).toSpliced(at + 1, 1));
  });
  // Only the end is wanting, so that the database stays as it is for the tests that follow.
  await expect(
    restoreBackup(target().writer, plan, stream([JSON.stringify(head), ...rows])),
  ).rejects.toMatchObject({ details: { reasonEn: expect.stringContaining('has no end') } });
});

describe('a backup put into an empty database', () => {
  beforeAll(async () => {
    await restoreBackup(target().writer, plan, stream(backup));
    // As the next start does.
    await defineCollection(target(), plan);
  });

  test.each(kept)('gives the same rows of %s', async (table) => {
    expect(await rowsOf(target(), table)).toEqual(await rowsOf(source(), table));
  });

  test.each(['body_within', 'transition'])('and the same %s, rebuilt', async (table) => {
    expect(await rowsOf(target(), table)).toEqual(await rowsOf(source(), table));
  });

  test('gives the same base, and the same backup again', async () => {
    expect(await linesOf(writeBackup(target().writer, plan))).toEqual(backup);
  });

  test('carries no session, and the old password signs in', async () => {
    expect(await rowsOf(target(), 'session')).toEqual([]);
    const { stage } = await signIn(target().owner, quickRules, { login: 'a1', password, origin });
    expect(stage).toBe('full');
    await expect(
      signIn(target().owner, quickRules, { login: 'a1', password: 'wrong', origin }),
    ).rejects.toThrow('sign-in-refused');
  });

  test('goes on: the next moves, and numbers that do not collide', async () => {
    const { at } = filled;
    const a2 = await person('a2');
    // A returned one is corrected, a submitted one returned, a new round opened.
    const [saved] = await atDesk(target(), plan, a2, (desk) =>
      saveCells(desk, {
        id: at.returned,
        version: 1,
        cells: [cellSave('gdp', '9100', { base: 1 })],
      }),
    );
    expect(saved).toMatchObject({ outcome: 'saved', revision: 2 });
    const province = await person('province');
    await atDesk(target(), plan, province, (desk) =>
      returnCells(desk, {
        id: at.submitted,
        revision: 1,
        cells: [{ indicator: 'gdp', reason: '再核' }],
      }),
    );
    const coordinator = await person('coordinator');
    const { round } = await atDesk(target(), plan, coordinator, (desk) =>
      openRound(desk, { form: 'yearly', period: '2004', due: '2999-12-31' }),
    );
    expect(round).toBe(3);
    const { rows } = await sql<{ least: number; before: number }>`
      select min(id) filter (where round = 3) as least, max(id) filter (where round < 3) as before
      from xingbian.submission`.execute(target().owner);
    expect(rows[0]?.least).toBe((rows[0]?.before ?? 0) + 1);
  });

  test('an embargo that ended meanwhile is published', async () => {
    const { rows } = await sql<{ embargo: Date }>`
      select embargo from xingbian.release where embargo is not null`.execute(target().owner);
    await sleep((rows[0]?.embargo.getTime() ?? 0) - Date.now() + 50);
    expect(await publishNextDue(target().writer, plan)).toBe('published');
    const publisher = await person('publisher');
    const { entry } = await atDesk(target(), plan, publisher, (desk) =>
      readSheet(desk, filled.at.scheduled),
    );
    expect(entry.state).toBe('published');
  });

  test('leaves the triggers on', async () => {
    expect(await triggersOff(target())).toEqual([]);
    await expect(sql`delete from xingbian.audit`.execute(target().owner)).rejects.toThrow(
      'only added to',
    );
    await expect(
      sql`insert into xingbian.role_grant (account, role, body)
        values (${filled.a1.id}, 'auditor', '')`.execute(target().owner),
    ).rejects.toThrow('officers-apart');
    const a1 = await person('a1');
    await expect(
      visit(target().server, { token: a1.token, origin, limits: quickRules.session }, ({ db }) =>
        sql`update xingbian.submission set state = 'accepted', level = 1
          where id = ${filled.at.scheduled}`.execute(db),
      ),
    ).rejects.toThrow('move-not-allowed');
  });

  test('is not put on top of accounts', async () => {
    await target().writer.query(
      `truncate xingbian.observation, xingbian.doubt, xingbian.publication, xingbian.statistics`,
    );
    await expect(restoreBackup(target().writer, plan, stream(backup))).rejects.toMatchObject({
      code: 'restore-accounts',
      details: { count: 8 },
    });
  });
});

test('a backup is one instant, whatever is done meanwhile', async () => {
  const lines: string[] = [];
  for await (const line of writeBackup(source().writer, plan)) {
    if (lines.length === 0) {
      await sql`insert into xingbian.account (login, name) values ('meanwhile', 'm')`.execute(
        source().owner,
      );
      await sql`insert into xingbian.audit (origin, act, subject, outcome)
        values ('test', 'test', 'meanwhile', 'done')`.execute(source().owner);
    }
    lines.push(line);
  }
  expect(lines).toEqual(backup);
});

const origin = '192.0.2.1';

/** Signs somebody in on the restored desk. */
async function person(login: string): Promise<Person> {
  const { token } = await signIn(target().owner, quickRules, { login, password, origin });
  const { rows } = await sql<{ id: number }>`
    select id from xingbian.account where login = ${login}`.execute(target().owner);
  return { id: rows[0]?.id ?? 0, token };
}

async function rowsOf(store: Store, table: string): Promise<string[]> {
  const { rows } = await store.writer.query<{ row: string }>(
    `select t::text as row from xingbian."${table}" t order by 1`,
  );
  return rows.map(({ row }) => row);
}

async function countsOf(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [...kept, 'publication', 'observation'])
    counts[table] = (await rowsOf(store, table)).length;
  return counts;
}

async function triggersOff(store: Store): Promise<unknown[]> {
  const { rows } = await store.writer.query(
    `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'xingbian'::regnamespace and t.tgenabled <> 'O'`,
  );
  return rows;
}

function without(lines: readonly string[], start: string): string[] {
  const at = lines.findIndex((line) => line.startsWith(start));
  return lines.toSpliced(at, 1);
}

function changed(
  lines: readonly string[],
  start: string,
  change: (line: string) => string,
): string[] {
  const at = lines.findIndex((line) => line.startsWith(start));
  return lines.toSpliced(at, 1, change(lines[at] ?? ''));
}

async function* stream<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
