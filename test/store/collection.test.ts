import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CellSave } from '../../src/api/collection.ts';
import { searchAudit } from '../../src/store/accounts/audit-search.ts';
import { publishNextDue } from '../../src/store/collection/embargo.ts';
import { lockForMove, makeMove } from '../../src/store/collection/moves.ts';
import { type ReleaseToMake, release } from '../../src/store/collection/release.ts';
import { withdrawRelease } from '../../src/store/collection/releases.ts';
import { acceptSubmission, returnCells } from '../../src/store/collection/review.ts';
import { changeRound, openRound } from '../../src/store/collection/rounds.ts';
import { saveCells } from '../../src/store/collection/save-cells.ts';
import { readSheet } from '../../src/store/collection/sheet.ts';
import { submit } from '../../src/store/collection/submit.ts';
import { readTasks } from '../../src/store/collection/tasks.ts';
import {
  as,
  atDesk,
  cellSave,
  defineCollection,
  type Person,
  signedIn,
} from './collection-desk.ts';
import { exampleIndicators, observed } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';
import { send } from './statistics-base.ts';

const store = exampleStore();
const plan = 'example';

const people: Record<string, Person> = {};
const who = (name: string): Person => {
  const person = people[name];
  if (!person) throw new Error(`nobody called ${name}`);
  return person;
};

/** Opens a round of a period and resolves to the submissions by body. */
async function round(period: string): Promise<Record<string, number>> {
  const opened = await atDesk(store(), plan, who('coordinator'), (desk) =>
    openRound(desk, { form: 'yearly', period, due: '2999-12-31' }),
  );
  const { rows } = await sql<{ id: number; body: string }>`select id, body from xingbian.submission
    where round = ${opened.round}`.execute(store().owner);
  return { ...Object.fromEntries(rows.map((row) => [row.body, row.id])), round: opened.round };
}

const save = (name: string, id: number, cells: readonly CellSave[], version = 1) =>
  atDesk(store(), plan, who(name), (desk) => saveCells(desk, { id, version, cells }));
const handIn = (name: string, id: number) =>
  atDesk(store(), plan, who(name), (desk) => submit(desk, id));
const sheet = (name: string, id: number) =>
  atDesk(store(), plan, who(name), (desk) => readSheet(desk, id));
const accept = async (name: string, id: number) => {
  const { entry } = await sheet(name, id);
  await atDesk(store(), plan, who(name), (desk) =>
    acceptSubmission(desk, { id, revision: entry.revision }),
  );
};

async function publishing(id: number, more: Partial<ReleaseToMake> = {}) {
  const { rows } = await sql<{ revision: number }>`select revision from xingbian.submission
    where id = ${id}`.execute(store().owner);
  return await release(store().writer, {
    plan,
    account: who('publisher').id,
    origin: 'test',
    title: '2020年年报',
    submissions: [{ id, revision: rows[0]?.revision ?? 0 }],
    reasons: [],
    dryRun: false,
    ...more,
  });
}

const full = () => [
  cellSave('population', '1000'),
  cellSave('town-population', '400'),
  cellSave('gdp', '9000'),
];

beforeAll(async () => {
  await defineCollection(store(), plan);
  people.a1 = await signedIn(store(), 'a1', 'reporter@a1');
  people.second = await signedIn(store(), 'second', 'reporter@a1');
  people.a2 = await signedIn(store(), 'a2', 'reporter@a2');
  people.province = await signedIn(store(), 'province', 'reviewer@A');
  people.other = await signedIn(store(), 'other', 'reviewer@B');
  people.state = await signedIn(store(), 'state', 'approver@s');
  people.publisher = await signedIn(store(), 'publisher', 'publisher@s');
  people.coordinator = await signedIn(store(), 'coordinator', 'coordinator@s');
  people.auditor = await signedIn(store(), 'auditor', 'auditor@');
});

test('a round gives every body its submission and each its levels', async () => {
  const at = await round('2001');
  expect(Object.keys(at).sort()).toEqual(['a1', 'a2', 'b1', 'b2', 'round']);
  const { entry, sections } = await sheet('a1', at.a1 ?? 0);
  expect(entry.levels.map((level) => `${level.body} ${level.role}`)).toEqual([
    'A reviewer',
    's approver',
  ]);
  expect(sections[0]?.fields.map((field) => field.line)).toEqual(['01', '02', '03', '04']);
  expect(entry).toMatchObject({ state: 'draft', filled: 0, asked: 3, may: ['submit'] });
});

test('the whole way: saved, returned, corrected, accepted, published', async () => {
  const at = await round('2002');
  const id = at.a1 ?? 0;
  await save('a1', id, full());
  expect(await handIn('a1', id)).toEqual([]);
  await atDesk(store(), plan, who('province'), (desk) =>
    returnCells(desk, {
      id,
      revision: 1,
      cells: [{ indicator: 'gdp', reason: '与统计局数不符' }],
    }),
  );
  const back = await sheet('a1', id);
  expect(back.entry.state).toBe('returned');
  expect(back.remarks).toMatchObject([
    { indicator: 'gdp', reason: '与统计局数不符', by: 'province' },
  ]);
  // Handed in again without a change: refused at the cell.
  expect(await handIn('a1', id)).toMatchObject([{ code: 'cell-remark-open' }]);
  await save('a1', id, [cellSave('gdp', '9500', { base: 1 })]);
  expect(await handIn('a1', id)).toEqual([]);
  // Only what changed is to be looked at again.
  expect((await sheet('province', id)).accepted.map((one) => one.indicator).sort()).toEqual([
    'population',
    'town-population',
  ]);
  await accept('province', id);
  await accept('state', id);
  const tasks = await atDesk(store(), plan, who('publisher'), readTasks);
  expect(tasks.publish.map((entry) => entry.id)).toContain(id);
  const made = await publishing(id);
  expect(made.summary).toMatchObject({ new: 3, revised: 0 });
  const { rows } = await sql`select o.value::text as value, f.text as source
    from xingbian.observation o join xingbian.source f on f.key = o.source
    join xingbian.indicator i on i.key = o.indicator
    where i.id = 'gdp' and o.period = 200200`.execute(store().owner);
  expect(rows).toEqual([{ value: '9500', source: '年报（测01表）2002：a1填报，A审核，s审定' }]);
  expect((await sheet('a1', id)).entry.state).toBe('published');
});

describe('saving', () => {
  test('the same save twice is one, and another cell of the same revision a conflict', async () => {
    const at = await round('2003');
    const id = at.a1 ?? 0;
    const first = cellSave('gdp', '100');
    expect(await save('a1', id, [first])).toMatchObject([{ outcome: 'saved', revision: 1 }]);
    expect(await save('a1', id, [first])).toMatchObject([{ outcome: 'saved', revision: 1 }]);
    expect(await save('second', id, [cellSave('gdp', '200')])).toMatchObject([
      { outcome: 'conflict', now: { value: '100', revision: 1, changedBy: 'a1' } },
    ]);
    // Knowing what is there, it may be changed; an old copy of the first save changes nothing.
    await save('second', id, [cellSave('gdp', '200', { base: 1 })]);
    expect(await save('a1', id, [first])).toMatchObject([
      { outcome: 'conflict', now: { value: '200', revision: 2 } },
    ]);
    expect((await sheet('a1', id)).cells).toMatchObject([{ value: '200', revision: 2 }]);
  });

  test('what comes too late is kept for who typed it', async () => {
    const at = await round('2004');
    const id = at.a1 ?? 0;
    await save('a1', id, full());
    await handIn('a1', id);
    expect(await save('a1', id, [cellSave('gdp', '1')])).toMatchObject([
      { outcome: 'kept', finding: { code: 'cell-under-review' } },
    ]);
    const other = at.a2 ?? 0;
    expect(await save('a2', other, [cellSave('gdp', '1')], 7)).toMatchObject([
      { outcome: 'kept', finding: { code: 'cell-other-version' } },
    ]);
    await atDesk(store(), plan, who('coordinator'), (desk) =>
      changeRound(desk, { id: at.round ?? 0, closed: true }),
    );
    const late = cellSave('gdp', '2');
    await save('a2', other, [late]);
    await save('a2', other, [late]);
    const kept = (await sheet('a2', other)).kept;
    expect(kept.map((one) => [one.value, one.finding.code])).toEqual([
      ['1', 'cell-other-version'],
      ['2', 'cell-round-closed'],
    ]);
    expect((await sheet('a1', id)).kept).toHaveLength(1);
  });

  test('a key is one account’s for one cell, and a lost answer loses nothing', async () => {
    const at = await round('2016');
    const id = at.a1 ?? 0;
    const first = cellSave('gdp', '0012.50');
    await save('a1', id, [first, ...full().slice(0, 2)]);
    // Another cell and another account under the same key are saves of their own.
    await save('a1', id, [{ ...first, indicator: 'population', value: '1001', base: 1 }]);
    await save('a2', at.a2 ?? 0, [first]);
    expect((await sheet('a2', at.a2 ?? 0)).cells).toMatchObject([{ value: '12.5' }]);
    const saved = new Map((await sheet('a1', id)).cells.map((one) => [one.indicator, one.value]));
    expect(saved.get('population')).toBe('1001');
    expect(saved.get('gdp')).toBe('12.5');
    await handIn('a1', id);
    expect(await save('a1', id, [first])).toMatchObject([{ outcome: 'saved', revision: 1 }]);
    expect((await sheet('a1', id)).kept).toEqual([]);
  });

  test('a body that was never theirs is not there', async () => {
    const at = await round('2005');
    await expect(save('a2', at.a1 ?? 0, [cellSave('gdp', '1')])).rejects.toThrow('not-found');
    await expect(sheet('a2', at.a1 ?? 0)).rejects.toThrow('not-found');
    await expect(sheet('other', at.a1 ?? 0)).rejects.toThrow('not-found');
  });

  test('whoever reports no longer keeps what was typed', async () => {
    const at = await round('2006');
    const leaver = await signedIn(store(), 'leaver', 'reporter@a1');
    people.leaver = leaver;
    await sql`update xingbian.role_grant set revoked_at = now() where account = ${leaver.id}`.execute(
      store().owner,
    );
    expect(await save('leaver', at.a1 ?? 0, [cellSave('gdp', '5')])).toMatchObject([
      { outcome: 'kept', finding: { code: 'cell-reassigned' } },
    ]);
  });
});

describe('what the database holds', () => {
  test('a superior changes no figure, whatever the program asks', async () => {
    const at = await round('2007');
    const id = at.a1 ?? 0;
    await save('a1', id, full());
    await handIn('a1', id);
    for (const name of ['province', 'state', 'publisher', 'coordinator']) {
      const changed = await as(store(), who(name), ({ db }) =>
        sql`update xingbian.cell set value = 1, changed_by = ${who(name).id}
          where submission = ${id}`.execute(db),
      );
      expect(changed.numAffectedRows).toBe(0n);
      await expect(
        as(store(), who(name), ({ db }) =>
          sql`insert into xingbian.cell (submission, indicator, value, revision, changed_by)
            values (${id}, 'water', 1, 1, ${who(name).id})`.execute(db),
        ),
      ).rejects.toThrow('not-permitted');
    }
    // Nor does who reports, once it is handed in.
    const own = await as(store(), who('a1'), ({ db }) =>
      sql`update xingbian.cell set value = 1 where submission = ${id}`.execute(db),
    );
    expect(own.numAffectedRows).toBe(0n);
  });

  test('a submission makes only the moves of the table, by whom it says', async () => {
    const at = await round('2008');
    const id = at.a1 ?? 0;
    const to = (name: string, state: string, level: number) =>
      as(store(), who(name), ({ db }) =>
        sql`update xingbian.submission set state = ${state}, level = ${level}
          where id = ${id}`.execute(db),
      );
    await expect(to('a1', 'accepted', 1)).rejects.toThrow('move-not-allowed');
    await expect(to('province', 'accepted', 1)).rejects.toThrow('move-not-allowed');
    await expect(to('publisher', 'published', 0)).rejects.toThrow('move-not-allowed');
    await save('a1', id, full());
    await handIn('a1', id);
    await expect(to('state', 'accepted', 1)).rejects.toThrow('move-not-allowed');
    await expect(to('a1', 'accepted', 1)).rejects.toThrow('move-not-allowed');
    await expect(to('province', 'published', 0)).rejects.toThrow('move-not-allowed');
    expect((await to('other', 'accepted', 1)).numAffectedRows).toBe(0n);
  });

  test('nobody skips a level, nor makes up what was done', async () => {
    const at = await round('2017');
    const id = at.a1 ?? 0;
    await save('a1', id, full());
    const change = (name: string, set: ReturnType<typeof sql>) =>
      as(store(), who(name), ({ db }) =>
        sql`update xingbian.submission set ${set} where id = ${id}`.execute(db),
      );
    await expect(
      change('a1', sql`state = 'submitted', level = 1, revision = revision + 1`),
    ).rejects.toThrow('move-not-allowed');
    await handIn('a1', id);
    await expect(
      change('province', sql`state = 'accepted', level = 2, revision = revision + 1`),
    ).rejects.toThrow('move-not-allowed');
    await expect(change('publisher', sql`revision = revision + 7`)).rejects.toThrow(
      'move-not-allowed',
    );
    await expect(
      as(store(), who('province'), ({ db }) =>
        sql`insert into xingbian.submission_move (submission, act, state, level, made_by, revision)
          values (${id}, 'publish', 'published', 2, ${who('province').id}, 9)`.execute(db),
      ),
    ).rejects.toThrow('not-permitted');
  });

  test('a line that is computed is not returned', async () => {
    const at = await round('1998');
    const id = at.a1 ?? 0;
    await save('a1', id, full());
    await handIn('a1', id);
    const cells = [{ indicator: 'gdp-per-capita', reason: '请核对' }];
    await expect(
      atDesk(store(), plan, who('province'), (desk) =>
        returnCells(desk, { id, revision: 1, cells }),
      ),
    ).rejects.toThrow('input-invalid');
  });

  test('a draft shows its cells to its reporter alone', async () => {
    const at = await round('2009');
    const id = at.a1 ?? 0;
    await save('a1', id, [cellSave('gdp', '77')]);
    expect((await sheet('province', id)).cells).toEqual([]);
    expect((await sheet('second', id)).cells).toHaveLength(1);
  });

  test('every save is on record, and only the auditor reads it', async () => {
    const at = await round('2010');
    await save('a1', at.a1 ?? 0, [cellSave('gdp', '31')]);
    const read = (name: string) =>
      as(
        store(),
        who(name),
        async ({ db }) =>
          (
            await sql`select act, old, new from xingbian.audit
            where subject = ${`submission/${at.a1}/gdp`}`.execute(db)
          ).rows,
      );
    expect(await read('auditor')).toMatchObject([{ act: 'cell.save', new: { value: '31' } }]);
    expect(await read('a1')).toEqual([]);
    const search = (subject: string, name = 'auditor') =>
      as(store(), who(name), (visit) => searchAudit(visit, 'audit.search', { subject }, 500));
    const about = { login: null, form: 'yearly', period: '2010', body: 'a1' };
    for (const subject of [`submission/${at.a1}/`, 'a1', 'yearly']) {
      const { entries } = await search(subject);
      expect(entries.find((one) => one.subject === `submission/${at.a1}/gdp`)).toMatchObject({
        about,
      });
    }
    const [opened] = (await search(`round/${at.round}`)).entries;
    expect(opened?.about).toEqual({ ...about, body: null });
    await expect(search('a1', 'coordinator')).rejects.toThrow();
    await expect(sql`delete from xingbian.audit`.execute(store().owner)).rejects.toThrow(
      'only added to',
    );
  });
});

describe('publishing', () => {
  async function accepted(period: string, values = full()) {
    const at = await round(period);
    const id = at.a1 ?? 0;
    await save('a1', id, values);
    await handIn('a1', id);
    await accept('province', id);
    await accept('state', id);
    return id;
  }

  test('a figure that replaces a published one needs a reason', async () => {
    const id = await accepted('2011');
    await publishing(id);
    await atDesk(store(), plan, who('publisher'), async (desk) => {
      const move = { id, act: 'reopen', reason: '县里更正' } as const;
      await makeMove(desk, await lockForMove(desk, move));
    });
    await save('a1', id, [cellSave('gdp', '8000', { base: 1, note: '核实后更正' })]);
    expect(await handIn('a1', id)).toEqual([]);
    await accept('province', id);
    await accept('state', id);
    const refused = await publishing(id);
    expect(refused).toMatchObject({
      release: null,
      findings: [{ code: 'release-reason-wanting' }],
      revisions: [{ indicator: 'gdp', old: '9000', value: '8000' }],
    });
    const reasons = [{ submission: id, indicator: 'gdp', reason: '年报核实' }];
    expect(await publishing(id, { reasons })).toMatchObject({ summary: { revised: 1 } });
  });

  test('under an embargo nothing is public until it ends', async () => {
    const id = await accepted('2012');
    const embargo = new Date(Date.now() + 1_500).toISOString();
    const made = await publishing(id, { embargo });
    expect(made.summary).toBeNull();
    const published = async () =>
      (await sql`select from xingbian.observation where period = 201200`.execute(store().owner))
        .rows.length;
    expect(await publishNextDue(store().writer, plan)).toBe('none');
    expect(await published()).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 1_600));
    expect(await publishNextDue(store().writer, plan)).toBe('published');
    expect(await published()).toBe(3);
    expect(await publishNextDue(store().writer, plan)).toBe('none');
    expect((await sheet('a1', id)).entry.state).toBe('published');
  });

  test('it may be taken back before the embargo ends', async () => {
    const id = await accepted('2013');
    const embargo = new Date(Date.now() + 3_600_000).toISOString();
    const made = await publishing(id, { embargo });
    await withdrawRelease(store().writer, {
      id: made.release ?? 0,
      reason: '推迟公布',
      account: who('publisher').id,
      origin: 'test',
    });
    expect((await sheet('a1', id)).entry.state).toBe('accepted');
  });

  test('only a publisher of the place, and only what was accepted by every level', async () => {
    const at = await round('2014');
    await expect(publishing(at.a1 ?? 0)).rejects.toThrow('move-not-allowed');
    const id = await accepted('2015');
    await expect(publishing(id, { account: who('state').id })).rejects.toThrow('not-found');
    await expect(publishing(id, { submissions: [{ id, revision: 0 }] })).rejects.toThrow(
      'changed-meanwhile',
    );
  });

  test('one whose figures the base has changed meanwhile is held, and keeps no other back', async () => {
    const id = await accepted('1999');
    const soon = () => new Date(Date.now() + 700).toISOString();
    const made = await publishing(id, { embargo: soon() });
    await send(store(), plan, [observed('a1', 'gdp', '1999', '5')], {
      indicators: exampleIndicators(),
    });
    const other = await accepted('1997');
    await publishing(other, { embargo: soon() });
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await publishNextDue(store().writer, plan)).toBe('held');
    expect(await publishNextDue(store().writer, plan)).toBe('published');
    const back = await sheet('a1', id);
    expect(back.entry.state).toBe('accepted');
    expect(back.moves.at(-1)).toMatchObject({ act: 'unschedule', by: null });
    expect(made.release).not.toBeNull();
  });

  test('what was published is corrected also in a closed round', async () => {
    const at = await round('1996');
    const id = at.a1 ?? 0;
    await save('a1', id, full());
    await handIn('a1', id);
    await accept('province', id);
    await accept('state', id);
    await publishing(id);
    await atDesk(store(), plan, who('coordinator'), (desk) =>
      changeRound(desk, { id: at.round ?? 0, closed: true }),
    );
    await atDesk(store(), plan, who('publisher'), async (desk) => {
      const move = { id, act: 'reopen', reason: '县里更正' } as const;
      await makeMove(desk, await lockForMove(desk, move));
    });
    const note = '核实后更正';
    expect(await save('a1', id, [cellSave('gdp', '8000', { base: 1, note })])).toMatchObject([
      { outcome: 'saved' },
    ]);
    expect(await handIn('a1', id)).toEqual([]);
  });
});
