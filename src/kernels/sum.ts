/**
 * Returns the sum of numbers with the rounding of every addition carried along (Neumaier 1974,
 * “Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen”, ZAMM 54), so that the
 * order does not matter to any digit shown. The sum of none is 0.
 */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let carried = 0;
  for (const value of values) {
    const next = total + value;
    carried += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + carried;
}

/**
 * Returns a number with the noise of binary arithmetic beyond the fifteenth digit removed: figures
 * are decimals, and every decimal of fifteen digits survives the way through a double.
 */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}
