/**
 * Returns the power of ten of the last significant digit of a number as people write it: 0.01 of
 * 4.43, 100 of 425600. Zero of zero. What a figure is known to, at best.
 */
export function writtenStep(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  if (Number.isInteger(value)) return stepOfInteger(Math.abs(value));
  const [mantissa = '', power = '0'] = String(value).split('e');
  const point = mantissa.indexOf('.');
  const places = point < 0 ? 0 : mantissa.length - point - 1;
  return 10 ** (Number(power) - places);
}

function stepOfInteger(value: number): number {
  let step = 1;
  while (value % (step * 10) === 0) step *= 10;
  return step;
}
