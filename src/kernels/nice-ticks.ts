/**
 * Returns round numbers that divide the span from `low` to `high` into about `count` steps: multiples
 * of 1, 2 or 5 times a power of ten, those within the span only. An empty span has its one number
 * where it is such a multiple of itself, a span upside down has none.
 *
 * The step is chosen as in P. Heckbert, "Nice numbers for graph labels", Graphics Gems (1990).
 */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return high === low ? [low] : [];
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
}

/**
 * Returns the span from `low` to `high` widened to whole steps on both sides, so that the axis begins
 * and ends on a tick. A span without extent is widened around its number.
 */
export function niceSpan(low: number, high: number, count: number): readonly [number, number] {
  if (!(high > low))
    return niceSpan(low - (Math.abs(low) || 1) / 2, low + (Math.abs(low) || 1) / 2, count);
  const step = niceStep(high - low, count);
  return [clean(Math.floor(low / step + 1e-9) * step), clean(Math.ceil(high / step - 1e-9) * step)];
}

function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  const nice = lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10;
  return nice * power;
}

/** A multiple of a decimal step carries binary dust; twelve digits are more than a label shows. */
function clean(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
