import { describe, expect, test } from 'vitest';
import type { Sheet, SubmissionEntry } from '../../src/api/collection.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { actWords, changeWords } from '../../src/web/accounts/audit-words.ts';
import { bodyOf, type Choice, roleBodies } from '../../src/web/accounts/role-bodies.ts';
import { pagesFor, waitingOn } from '../../src/web/collection-nav/work-pages.ts';
import { zh } from '../../src/web/messages/zh.ts';
import { findingsLeft } from '../../src/web/releases/revision-reasons.ts';
import { toggled } from '../../src/web/review/chosen.ts';
import { askedAmong, isDoubt, isLevelOf, reviewLines } from '../../src/web/review/review-lines.ts';
import {
  branchesOf,
  completeness,
  figureShare,
  isOverdue,
  tallyOf,
} from '../../src/web/rounds/progress-tree.ts';
import { fromBeijing } from '../../src/web/submissions/beijing-time.ts';
import {
  cellText,
  lineText,
  changeWords as percentWords,
} from '../../src/web/submissions/cell-text.ts';
import { csvText } from '../../src/web/submissions/file.ts';
import {
  isCallable,
  isCalledOn,
  shownReminders,
} from '../../src/web/submissions/reminder-lines.tsx';
import { stepsOf } from '../../src/web/submissions/standing.ts';

const level = (body: string) => ({ body, bodyName: body, role: 'reviewer' }) as const;

function entry(body: string, above: readonly string[], change: Partial<SubmissionEntry> = {}) {
  return {
    body,
    bodyName: body,
    levels: above.map(level),
    level: 0,
    state: 'draft',
    punctuality: null,
    overdueDays: 0,
    filled: 1,
    asked: 2,
    absent: 0,
    explained: 0,
    ...change,
  } as SubmissionEntry;
}

describe('the pages of review and rounds', () => {
  test('show whom they are for, and the forms to everyone', () => {
    expect(pagesFor([])).toEqual(['forms']);
    expect(pagesFor(['reviewer'])).toEqual(['review', 'rounds', 'forms']);
  });

  test('count what is owed where it is done', () => {
    const owed = { own: 3, review: 2, publish: 1 };
    expect(
      ['collect', 'review', 'releases', 'forms'].map((page) => waitingOn(page as 'collect', owed)),
    ).toEqual([3, 2, 1, null]);
  });

  test('show the newest call by hand, and what the program said since', () => {
    const at = (day: number) => `2027-03-0${day}T01:00:00.000Z`;
    const raised = (day: number) =>
      ({ kind: 'overdue', at: at(day), by: null, note: null }) as const;
    const called = (day: number) =>
      ({ kind: 'by-hand', at: at(day), by: '李', note: '急' }) as const;
    const days = (...all: Parameters<typeof shownReminders>[0]) =>
      shownReminders(all).map((one) => one.at);
    expect(days()).toEqual([]);
    expect(days(raised(3), raised(2))).toEqual([at(3)]);
    expect(days(called(4), raised(3), called(2))).toEqual([at(4)]);
    expect(days(raised(5), raised(4), called(3))).toEqual([at(5), at(3)]);
  });

  test('offer to remind once on a day in Beijing', () => {
    const called = [{ kind: 'by-hand', at: '2027-03-01T15:59:00Z', by: '李', note: null }] as const;
    const may = (now: string, change: Partial<SubmissionEntry> = {}) =>
      isCallable(
        entry('a', [], { mayRemind: true, reminders: [...called], ...change }),
        new Date(now),
      );
    expect(may('2027-03-01T15:59:59Z')).toBe(false);
    expect(may('2027-03-01T16:00:00Z')).toBe(true);
    expect(may('2027-03-01T15:59:59Z', { reminders: [] })).toBe(true);
    expect(may('2027-03-02T16:00:00Z', { mayRemind: false })).toBe(false);
    const today = entry('a', [], { reminders: [...called] });
    expect(isCalledOn(today, new Date('2027-03-01T15:59:59Z'))).toBe(true);
    expect(isCalledOn(today, new Date('2027-03-01T16:00:00Z'))).toBe(false);
  });

  test('group by who reviews, without whoever reviews all', () => {
    const all = [entry('a', ['p', 'x', 'top']), entry('b', ['x', 'top']), entry('c', ['y', 'top'])];
    const { branches, own } = branchesOf(all);
    expect(own).toEqual([]);
    expect(branches.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(branches[0]?.branches.map(({ name }) => name)).toEqual(['p']);
    expect(branches[0]?.own.map(({ body }) => body)).toEqual(['b']);
  });

  test('add up cells, leave out the exempt, and never round up to complete', () => {
    const tally = tallyOf([
      entry('a', [], {
        state: 'submitted',
        punctuality: 'late',
        filled: 999,
        asked: 1000,
        absent: 20,
      }),
      entry('b', [], { state: 'exempt', asked: 500 }),
      entry('c', [], { overdueDays: 3, filled: 1000, asked: 1000 }),
    ]);
    expect(tally).toMatchObject({ total: 2, exempt: 1, in: 1, late: 1, overdue: 1 });
    expect(completeness(tally)).toBe('99.9%');
    expect(figureShare(tally)).toBe('98.9%');
    expect(completeness({ filled: 0, asked: 0 })).toBeNull();
  });

  test('count nobody late for what was given back, nor wrong for what was not begun', () => {
    const tally = tallyOf([entry('a', [], { state: 'returned', punctuality: 'in-time' })]);
    expect(tally).toMatchObject({ total: 1, in: 0, inTime: 0, overdue: 0 });
    const owedAgain = entry('a', [], { state: 'returned', punctuality: 'late', overdueDays: 4 });
    expect(tallyOf([owedAgain])).toMatchObject({ in: 0, late: 0, overdue: 1 });
    expect(isOverdue({ state: 'submitted', overdueDays: 4 })).toBe(false);
    const missing = {
      code: 'entry-missing',
      severity: 'error',
      where: {},
      params: { indicator: 'x' },
    };
    const sheet = (state: string) =>
      ({
        entry: { state },
        sections: [{ title: {}, fields: [{ indicator: 'x' }] }],
        cells: [],
        known: [],
        before: [],
        accepted: [],
        remarks: [],
      }) as unknown as Sheet;
    const findings = [missing] as unknown as Finding[];
    expect(reviewLines(sheet('draft'), findings).open[0]?.findings).toEqual([]);
    expect(reviewLines(sheet('submitted'), findings).open[0]?.findings).toHaveLength(1);
  });

  test('offer a role where it has something to do, by name, short name or code', () => {
    const place = (id: string, kind: string, name: string, shortName: string) =>
      ({ id, kind, name, shortName, province: null }) as unknown as Choice['places'][number];
    const choice: Choice = {
      places: [
        place('0', 'state', '全国', '全国'),
        place('1', 'province', '甲省', '甲'),
        place('11', 'county', '乙县', '乙'),
        place('12', 'county', '丙县', '乙'),
        place('c', 'corps', '丁兵团', '兵团'),
        place('f', 'farm', '一团', '一团'),
      ],
      agencies: ['财政部'],
      forms: {
        forms: [{ form: { review: [{ kinds: ['province', 'corps'], role: 'reviewer' }] } }],
        bodies: [{ body: '11' }, { body: 'f' }],
      } as unknown as Choice['forms'],
    };
    const names = (role: Parameters<typeof roleBodies>[0]) =>
      roleBodies(role, choice).map(({ name }) => name);
    expect(names('reporter')).toEqual(['乙县', '一团', '财政部']);
    expect(names('reviewer')).toEqual(['甲省', '丁兵团']);
    expect(names('publisher')).toEqual(['全国', '甲省', '丁兵团']);
    const all = roleBodies('reporter', { ...choice, forms: { forms: [], bodies: [] } });
    expect(all).toHaveLength(7);
    expect(bodyOf('兵团', all)).toBe('c');
    expect(bodyOf('乙县 11', all)).toBe('11');
    expect(bodyOf('乙县', all)).toBe('11');
    expect(bodyOf('乙', all)).toBeUndefined();
    expect(bodyOf('财政部', all)).toBe('agency:财政部');
  });

  test('write the record of acts in words, without what stayed', () => {
    const words = zh.accounts.audit;
    const changed = {
      old: { value: '10', note: null, revision: 1 },
      new: { value: '12', note: '核', revision: 2 },
    };
    expect(changeWords(changed, words)).toBe('数 10 → 12；第几次改 1 → 2；说明 核');
    const moved = { old: { state: 'draft' }, new: { state: 'submitted' } };
    expect(changeWords(moved, words, zh.collection.states)).toBe('状态 填报中 → 待审核');
    expect(actWords('cell.save', words)).toBe('填报一格');
    expect(actWords('something.new', words)).toBe('something.new');
  });

  test('fold what was accepted for whoever accepted it alone, and take no information for a doubt', () => {
    const sheet = {
      entry: { state: 'accepted', levels: [level('x')] },
      sections: [
        {
          title: {},
          fields: [
            { indicator: 'x', derived: null },
            { indicator: 'sum', derived: { op: 'sum', of: ['x'] } },
          ],
        },
      ],
      cells: [],
      known: [],
      before: [],
      accepted: [{ indicator: 'x', revision: 0 }],
      remarks: [],
    } as unknown as Sheet;
    const isLevel = isLevelOf(sheet.entry, [{ role: 'reviewer', body: 'x' }]);
    const own = reviewLines(sheet, [], new Map(), isLevel);
    expect([own.open.length, own.quiet.length, askedAmong(own.quiet)]).toEqual([0, 2, 1]);
    expect(isLevelOf(sheet.entry, [{ role: 'publisher', body: 'x' }])).toBe(false);
    expect(reviewLines(sheet, [], new Map(), false)).toMatchObject({ again: false, quiet: [] });
    const said = (severity: string, params = {}) => isDoubt({ severity, params } as Finding);
    expect([said('info'), said('info', { explained: 1 }), said('warning')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('leave what a reason mends to the table of revisions', () => {
    const findings = ['release-reason-wanting', 'other'].map((code) => ({ code }) as Finding);
    expect(findingsLeft(findings).map(({ code }) => code)).toEqual(['other']);
  });

  test('say whose turn it is', () => {
    const steps = stepsOf(entry('a', ['p', 'x'], { state: 'accepted', level: 1 }));
    expect(steps.map(({ stage }) => stage)).toEqual(['done', 'done', 'now', 'later']);
    const returned = stepsOf(entry('a', ['p'], { state: 'returned' }));
    expect(returned.map(({ stage }) => stage)).toEqual(['back', 'later', 'later']);
  });

  test('write figures, reasons and changes; unknown is not zero', () => {
    expect(cellText({ value: '-1234.50', absence: null }, zh.collection)).toBe('−1,234.50');
    expect(cellText({ value: null, absence: 'missing' }, zh.collection)).toBe('缺失');
    expect(cellText(null, zh.collection)).toBe('—');
    const yes = { value: '1', absence: null };
    expect(lineText(yes, '是否', zh.collection)).toBe('是');
    expect(lineText(yes, '人', zh.collection)).toBe('1');
    expect(lineText({ value: null, absence: 'missing' }, '是否', zh.collection)).toBe('缺失');
    expect(percentWords('106', '100')).toBe('+6.0');
    expect(percentWords('106', null)).toBeNull();
    expect(percentWords('106', '0')).toBeNull();
  });

  test('take times as those of Beijing, and disarm formulas in files', () => {
    expect(new Date(fromBeijing('2026-03-31T08:00')).toISOString()).toBe(
      '2026-03-31T00:00:00.000Z',
    );
    expect(csvText([['=1+1', 'a,b', null]])).toBe('\uFEFF\'=1+1,"a,b",\r\n');
  });

  test('tick all, or none where all are', () => {
    expect([...toggled(new Set([1]), [1, 2])]).toEqual([1, 2]);
    expect([...toggled(new Set([1, 2]), [1, 2])]).toEqual([]);
  });
});
