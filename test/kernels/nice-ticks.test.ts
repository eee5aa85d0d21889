import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceSpan, niceTicks } from '../../src/kernels/nice-ticks.ts';

const seeds = { seed: 20170528, numRuns: 200 };

describe('nice ticks', () => {
  it.each([
    [0, 100, 4, [0, 20, 40, 60, 80, 100]],
    [0, 1, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-60, 60, 4, [-60, -40, -20, 0, 20, 40, 60].filter((value) => value % 20 === 0)],
    [3, 3, 4, [3]],
    [5, 1, 4, []],
  ] as const)('from %d to %d', (low, high, count, expected) => {
    expect(niceTicks(low, high, count)).toEqual(expected);
  });

  it('rise by one step, lie within, and a nice span begins and ends on one', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 10 }), (one, other, count) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(high - low > 1e-3);
        const [from, to] = niceSpan(low, high, count);
        const slack = (to - from) * 1e-9;
        expect(from).toBeLessThanOrEqual(low + slack);
        expect(to).toBeGreaterThanOrEqual(high - slack);
        const ticks = niceTicks(low, high, count);
        for (const tick of ticks) expect(tick).toBeGreaterThanOrEqual(low - slack);
        for (const tick of ticks) expect(tick).toBeLessThanOrEqual(high + slack);
        const steps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
        for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, -Math.log10(slack) - 3);
      }),
      seeds,
    );
  });
});
