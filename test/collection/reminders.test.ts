import { describe, expect, test } from 'vitest';
import { type Remindable, remindedOf, reminderDue } from '../../src/collection/reminders.ts';

/** County a1's yearly form: opens on 1 January, due on 31 March, ten days of grace. */
const given: Remindable = {
  filledBy: 'a1',
  state: 'draft',
  level: 0,
  chain: [
    { role: 'reviewer', body: 'A' },
    { role: 'approver', body: 's' },
  ],
  closed: false,
  opens: '2027-01-01',
  due: '2027-03-31',
  graceDays: 10,
  revision: 4,
  since: null,
};
const since = new Date('2027-03-01T15:00:00+08:00');
const returned = { state: 'returned', since } as const;
const submitted = { state: 'submitted', since } as const;

/** What is owed at a time of Beijing: kind, occurrence, role and body; or nothing. */
const cases: readonly [string, Partial<Remindable>, string, string | null][] = [
  ['long before', {}, '2027-02-01T12:00', null],
  ['before it opens', { opens: '2027-03-28' }, '2027-03-27T12:00', null],
  [
    'opened within the week',
    { opens: '2027-03-28' },
    '2027-03-28T08:00',
    'due-soon 2027-03-31/7 reporter@a1',
  ],
  ['eight days before', {}, '2027-03-23T23:59', null],
  ['a week before, at night', {}, '2027-03-24T07:59', null],
  ['a week before, from eight', {}, '2027-03-24T08:00', 'due-soon 2027-03-31/7 reporter@a1'],
  ['three days before', {}, '2027-03-28T12:00', 'due-soon 2027-03-31/7 reporter@a1'],
  ['the day before', {}, '2027-03-30T08:00', 'due-soon 2027-03-31/1 reporter@a1'],
  ['on the day', {}, '2027-03-31T23:00', 'due-soon 2027-03-31/1 reporter@a1'],
  ['after midnight', {}, '2027-04-01T00:30', 'due-soon 2027-03-31/1 reporter@a1'],
  ['the day after', {}, '2027-04-01T08:00', 'overdue 2027-03-31 reporter@a1'],
  ['the last day of grace', {}, '2027-04-10T12:00', 'overdue 2027-03-31 reporter@a1'],
  ['grace is over', {}, '2027-04-11T08:00', 'very-late 2027-04-10 reporter@a1'],
  ['long after', {}, '2028-01-01T12:00', 'very-late 2027-04-10 reporter@a1'],
  ['without grace', { graceDays: 0 }, '2027-04-01T08:00', 'very-late 2027-03-31 reporter@a1'],
  [
    'a deadline that was moved',
    { due: '2027-04-30' },
    '2027-04-24T12:00',
    'due-soon 2027-04-30/7 reporter@a1',
  ],
  [
    'filled in by the place above',
    { filledBy: 'A' },
    '2027-03-30T08:00',
    'due-soon 2027-03-31/1 reporter@A',
  ],
  ['just given back, by night', returned, '2027-03-01T23:30', 'returned 4 reporter@a1'],
  ['given back two days ago', returned, '2027-03-03T12:00', 'returned 4 reporter@a1'],
  ['given back three days ago', returned, '2027-03-04T08:00', 'returned 4/again reporter@a1'],
  [
    'given back, and overdue meanwhile',
    returned,
    '2027-05-01T12:00',
    'returned 4/again reporter@a1',
  ],
  ['waiting for four days', submitted, '2027-03-06T07:59', null],
  ['waiting for five days', submitted, '2027-03-06T08:00', 'waiting 4 reviewer@A'],
  [
    'accepted by one level, waiting at the next',
    { state: 'accepted', level: 1, since },
    '2027-03-09T12:00',
    'waiting 4 approver@s',
  ],
  [
    'accepted by all: the publisher’s',
    { state: 'accepted', level: 2, since },
    '2027-04-09T12:00',
    null,
  ],
  ['held until an embargo ends', { state: 'scheduled', level: 2, since }, '2027-04-09T12:00', null],
  ['published', { state: 'published', level: 2, since }, '2027-04-09T12:00', null],
  ['exempt', { state: 'exempt', since }, '2027-04-09T12:00', null],
  ['not begun, closed', { closed: true }, '2027-04-09T12:00', null],
  ['given back, closed', { ...returned, closed: true }, '2027-04-09T12:00', null],
  ['waiting, closed', { ...submitted, closed: true }, '2027-04-09T12:00', null],
];

describe('a reminder is owed', () => {
  test.each(cases)('%s', (_name, change, at, owed) => {
    const found = reminderDue({ ...given, ...change }, new Date(`${at}:00+08:00`));
    const words = found && `${found.kind} ${found.occurrence} ${found.role}@${found.body}`;
    expect(words).toBe(owed);
  });
});

test('by hand, what was given back or handed in is called for after the close too', () => {
  const whom = (change: Partial<Remindable>) =>
    remindedOf({ ...given, closed: true, ...change }, new Date('2027-03-01'));
  expect(whom({})).toBeNull();
  expect(whom({ state: 'returned' })).toEqual({ role: 'reporter', body: 'a1' });
  expect(whom({ state: 'submitted' })).toEqual({ role: 'reviewer', body: 'A' });
  expect(whom({ closed: false, opens: '2027-03-02' })).toBeNull();
  expect(whom({ state: 'published', level: 2 })).toBeNull();
});
