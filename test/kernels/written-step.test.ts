import { expect, test } from 'vitest';
import { writtenStep } from '../../src/kernels/written-step.ts';

test.each([
  [4.43, 0.01],
  [0.5, 0.1],
  [30199, 1],
  [425600, 100],
  [-120, 10],
  [20000, 10000],
  [1.5e-7, 1e-8],
  [0, 0],
])('%d is written in steps of %d', (value, step) => {
  expect(writtenStep(value)).toBeCloseTo(step, 12);
});
