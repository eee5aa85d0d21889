import { describe, expect, test } from 'vitest';
import { overdueDays, punctualityOf, scheduleOf } from '../../src/collection/schedule.ts';

const yearly = { opens: { years: 1, on: '01-15' }, due: { years: 1, on: '03-31' }, graceDays: 10 };
const quarterly = {
  opens: { years: 1, on: '01-01' },
  due: { years: 1, on: '01-31' },
  graceDays: 0,
};

describe('the days of a form', () => {
  test.each([
    [yearly, '2020', '2021-01-15', '2021-03-31', '2021-04-10'],
    [quarterly, '2020-Q4', '2021-01-01', '2021-01-31', '2021-01-31'],
    [quarterly, '2020-Q1', '2020-04-01', '2020-04-30', '2020-04-30'],
    [quarterly, '2020-H1', '2020-07-01', '2020-07-31', '2020-07-31'],
    [quarterly, '2020-01', '2020-02-01', '2020-02-29', '2020-02-29'],
  ])('%j for %s', (form, period, opens, due, graceEnds) => {
    expect(scheduleOf(form, period)).toEqual({ opens, due, graceEnds });
  });

  test('a text that is no period has none', () => {
    expect(scheduleOf(yearly, '2020-13')).toBeNull();
  });
});

describe('in time', () => {
  const due = { due: '2021-03-31', graceDays: 10 };

  test.each([
    // The last minute of the day in Beijing, and the first of the next.
    ['2021-03-31T15:59:59Z', 'in-time'],
    ['2021-03-31T16:00:00Z', 'grace'],
    ['2021-04-10T15:59:59Z', 'grace'],
    ['2021-04-10T16:00:00Z', 'late'],
    [null, null],
  ])('%s is %s', (at, expected) => {
    expect(punctualityOf(at, due)).toBe(expected);
  });

  test('days are counted from the due day', () => {
    expect(overdueDays('2021-03-31', new Date('2021-03-30T01:00:00Z'))).toBe(-1);
    expect(overdueDays('2021-03-31', new Date('2021-03-31T01:00:00Z'))).toBe(0);
    expect(overdueDays('2021-03-31', new Date('2021-04-02T17:00:00Z'))).toBe(3);
  });
});
