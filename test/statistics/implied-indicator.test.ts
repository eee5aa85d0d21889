import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/statistics/evaluate.ts';
import {
  impliedIndicator,
  isMovement,
  movementId,
  withImplied,
} from '../../src/statistics/implied-indicator.ts';
import { ask, madeIndicator } from './made-figures.ts';

const indicators = new Map(
  [
    madeIndicator('gdp', { unit: '万元', aggregation: { kind: 'sum' } }),
    madeIndicator('people', { unit: '人', aggregation: { kind: 'sum' } }),
    madeIndicator('people-change', {
      unit: '%',
      derived: { op: 'growth', of: 'people', over: 10 },
    }),
    madeIndicator('share', { unit: '%', digits: 2, aggregation: { kind: 'median' } }),
    madeIndicator('left', { unit: '日期' }),
    madeIndicator('reached', { unit: '是否' }),
  ].map((one) => [one.id, one]),
);

const movement = (id: string, over: number) => {
  const indicator = indicators.get(id);
  if (!indicator) throw new Error(id);
  return movementId(indicator, over, indicators);
};

describe('how an indicator moved', () => {
  test.each([
    ['gdp', 1, 'gdp~growth'],
    ['gdp', 10, 'gdp~growth-10'],
    ['share', 10, 'share~change-10'],
    ['people', 10, 'people-change'],
    ['people', 1, 'people~growth'],
    ['people-change', 1, null],
    ['left', 1, null],
    ['reached', 1, null],
  ])('%s over %i years is %s', (id, over, expected) => {
    expect(movement(id, over)).toBe(expected);
  });

  test.each([
    ['gdp~growth', { 'gdp 2020': 110, 'gdp 2019': 100 }, 10],
    ['share~change-10', { 'share 2020': 92.5, 'share 2010': 60 }, 32.5],
    ['share~change-10', { 'share 2020': 92.5 }, null],
  ] as const)('%s is computed', (id, figures, expected) => {
    const value = evaluate(
      ask(id, 2020),
      withImplied(indicators, [id]),
      ({ id: leaf }, period) =>
        (figures as Record<string, number>)[`${leaf} ${Math.floor(period / 100)}`] ?? null,
    );
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 9);
  });

  test.each([
    'gdp',
    'nothing~growth',
    'share~growth',
    'gdp~change',
    'people-change~growth',
    'gdp~growth-0',
  ])('%s implies nothing', (id) => expect(impliedIndicator(id, indicators)).toBeNull());

  test('an implied indicator is a movement, in per cent or in points', () => {
    const growth = impliedIndicator('gdp~growth', indicators);
    const change = impliedIndicator('share~change-10', indicators);
    expect([growth?.unit, change?.unit]).toEqual(['%', '百分点']);
    expect([growth, change].every((one) => one && isMovement(one))).toBe(true);
    expect(change?.digits).toBe(2);
  });

  test('only what is implied is added', () => {
    expect(withImplied(indicators, ['gdp', 'nothing'])).toBe(indicators);
    expect(withImplied(indicators, ['gdp~growth']).size).toBe(indicators.size + 1);
  });
});
