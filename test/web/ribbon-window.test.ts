import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, holding, moved, zoomed } from '../../src/web/ribbon/ribbon-window.ts';

const seeds = { seed: 20170528, numRuns: 300 };
const count = 140;
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 5, max: 139 }))
  .map(([from, length]) => ({ from: Math.min(from, count - length), length }))
  .map(({ from, length }) => ({ from, to: from + length }));

describe('a stretch of the ribbon', () => {
  it('stays on the ribbon, however it is zoomed and moved', () => {
    const factor = fc.constantFrom(0.1, 0.5, 0.8, 1.25, 2, 10);
    fc.assert(
      fc.property(stretch, factor, fc.nat(139), fc.integer(), (shown, by, around, steps) => {
        const next = zoomed(shown, { factor: by, around, count });
        for (const found of [next ?? { from: 0, to: count }, moved(shown, steps % 300, count)]) {
          expect(found.from).toBeGreaterThanOrEqual(0);
          expect(found.to).toBeLessThanOrEqual(count);
          expect(found.to - found.from).toBeGreaterThanOrEqual(5);
        }
        expect(moved(shown, steps % 300, count).to - moved(shown, steps % 300, count).from).toBe(
          shown.to - shown.from,
        );
      }),
      seeds,
    );
  });

  it('keeps the place it is zoomed around in sight, and ends in all', () => {
    fc.assert(
      fc.property(stretch, fc.nat(138), (shown, step) => {
        const around = shown.from + (step % (shown.to - shown.from));
        const nearer = zoomed(shown, { factor: 0.5, around, count }) ?? { from: 0, to: count };
        expect(around).toBeGreaterThanOrEqual(nearer.from);
        expect(around).toBeLessThan(nearer.to);
      }),
      seeds,
    );
    expect(zoomed({ from: 10, to: 100 }, { factor: 2, around: 50, count })).toBeNull();
  });

  it('lies between two places in either order, never shorter than five', () => {
    expect(between(60, 40, count)).toEqual({ from: 40, to: 61 });
    expect(between(40, 41, count)).toEqual({ from: 40, to: 45 });
    expect(between(139, 138, count)).toEqual({ from: 135, to: 140 });
    expect(between(0, 139, count)).toBeNull();
  });

  it('moves just so far that a place is in it', () => {
    expect(holding({ from: 10, to: 20 }, 15)).toEqual({ from: 10, to: 20 });
    expect(holding({ from: 10, to: 20 }, 20)).toEqual({ from: 11, to: 21 });
    expect(holding({ from: 10, to: 20 }, 4)).toEqual({ from: 4, to: 14 });
  });
});
