/**
 * Returns the sum of numbers as the decimals they are written as: the double nearest to the exact
 * decimal sum, in whatever order they come. Binary addition would make 0.1 + 0.2 another number than
 * 0.3, and a sum of many another one each time. The sum of none is 0.
 */
export function decimalSum(values: readonly number[]): number {
  return decimalDot(values, null);
}

/**
 * Returns Σ value × weight as decimals, as exact as `decimalSum`; weights of one without them.
 * Throws on numbers that are not finite.
 */
export function decimalDot(values: readonly number[], weights: readonly number[] | null): number {
  const places = placesOf(values);
  const weightPlaces = weights ? placesOf(weights) : 0;
  if (Math.max(places, weightPlaces) > mostPlaces) return longDot(values, weights);
  const [scale, weightScale] = [10 ** places, 10 ** weightPlaces];
  let total = 0;
  for (const [index, value] of values.entries()) {
    const weight = weights?.[index] ?? 1;
    const product = Math.round(value * scale) * Math.round(weight * weightScale);
    total += product;
    if (!(Math.abs(product) <= exact && Math.abs(total) <= exact)) return longDot(values, weights);
  }
  // Both are whole and exact, so the quotient is the double nearest to it.
  return total / (scale * weightScale);
}

/**
 * Returns a number with the noise of binary arithmetic beyond the fifteenth digit removed: figures
 * are decimals, and every decimal of fifteen digits survives the way through a double.
 */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}

const exact = Number.MAX_SAFE_INTEGER;

/** Powers of ten up to here are exact, also as the product of two. */
const mostPlaces = 11;

/** Places after the point that all of them fit into; one more than the most where they do not. */
function placesOf(values: readonly number[]): number {
  let places = 0;
  for (const value of values)
    while (places <= mostPlaces && Math.round(value * 10 ** places) / 10 ** places !== value)
      places += 1;
  return places;
}

/** The same in whole numbers of any length. */
function longDot(values: readonly number[], weights: readonly number[] | null): number {
  const [long, longWeights] = [wholes(values), weights ? wholes(weights) : null];
  const total = long.wholes.reduce(
    (sum, whole, index) => sum + whole * (longWeights?.wholes[index] ?? 1n),
    0n,
  );
  return Number(`${total}e-${long.places + (longWeights?.places ?? 0)}`);
}

function wholes(values: readonly number[]): { wholes: readonly bigint[]; places: number } {
  const parts = values.map((value) => {
    const [mantissa = '', power = '0'] = String(value).split('e');
    const [whole = '', fraction = ''] = mantissa.split('.');
    return { digits: whole + fraction, places: fraction.length - Number(power) };
  });
  const places = Math.max(0, ...parts.map((part) => part.places));
  return {
    wholes: parts.map((part) => BigInt(part.digits) * 10n ** BigInt(places - part.places)),
    places,
  };
}
