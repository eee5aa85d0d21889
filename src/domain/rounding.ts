/**
 * Returns a number as decimal text with `digits` places, a half rounded to the even neighbour
 * (四舍六入五成双, GB/T 8170). The half is judged on the shortest decimal that reads back as the
 * number, which is what people see: 2.675 is a half, though its binary form lies below one.
 * Throws on a number that is not finite.
 */
export function roundedText(value: number, digits: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
  const [mantissa = '', power = '0'] = String(Math.abs(value)).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const exponent = Number(power);
  const all = whole + fraction;
  const point = whole.length + exponent;
  const cut = point + digits;
  const kept = cut <= 0 ? '' : all.slice(0, cut).padEnd(cut, '0');
  const dropped = cut < 0 ? '0' : all.slice(Math.max(0, cut));
  const rounded = addOne(kept === '' ? '0' : kept, roundsUp(kept, dropped));
  const text = rounded.padStart(digits + 1, '0');
  const at = text.length - digits;
  const result = digits > 0 ? `${text.slice(0, at)}.${text.slice(at)}` : text;
  const plain = result.replace(/^0+(?=\d)/, '');
  return value < 0 && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** Returns the number nearest to `value` with `digits` places, halves to even. */
export function rounded(value: number, digits: number): number {
  return Number(roundedText(value, digits));
}

function roundsUp(kept: string, dropped: string): boolean {
  const [first = '0', ...rest] = dropped;
  if (first !== '5') return first > '5';
  if (rest.some((digit) => digit !== '0')) return true;
  return Number(kept.at(-1) ?? '0') % 2 === 1;
}

function addOne(digits: string, up: boolean): string {
  if (!up) return digits;
  return String(BigInt(digits) + 1n).padStart(digits.length, '0');
}
