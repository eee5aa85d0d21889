import { expect, test } from 'vitest';
import { medianAbsoluteDeviation } from '../../src/kernels/median-absolute-deviation.ts';

// R 4.3: mad(c(1, 2, 3, 4, 100)), mad(c(5, 5, 5, 9)), mad(c(2, 4)).
test.each([
  [[1, 2, 3, 4, 100], 1.4826],
  [[5, 5, 5, 9], 0],
  [[2, 4], 1.4826],
])('the deviation of %j is that of R', (values, expected) => {
  expect(medianAbsoluteDeviation(values)).toBeCloseTo(expected, 4);
});

test('of no values there is none', () => {
  expect(medianAbsoluteDeviation([])).toBeNull();
});
