/** A stretch of the ribbon: from a place up to but without another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Fewer columns than this say nothing about their surroundings. */
const least = 5;

/** Returns a stretch `factor` as long around a place, null when that is all; half is 0.5. */
export function zoomed(
  stretch: Stretch,
  options: { readonly factor: number; readonly around: number; readonly count: number },
): Stretch | null {
  const { factor, around, count } = options;
  const length = stretch.to - stretch.from;
  const next = Math.max(least, Math.round(length * factor));
  if (next >= count) return null;
  const share = length > 1 ? (around - stretch.from) / length : 0.5;
  return within(Math.round(around - share * next), next, count);
}

/** Returns a stretch moved along by some places, as far as the ribbon goes. */
export function moved(stretch: Stretch, by: number, count: number): Stretch {
  return within(stretch.from + by, stretch.to - stretch.from, count);
}

/** Returns the stretch between two places in either order; null when it is all or hardly anything. */
export function between(one: number, other: number, count: number): Stretch | null {
  const from = Math.min(one, other);
  const length = Math.max(least, Math.abs(one - other) + 1);
  return length >= count ? null : within(from, length, count);
}

/** Returns the stretch moved just so far that a place is in it. */
export function holding(stretch: Stretch, place: number): Stretch {
  const { from, to } = stretch;
  if (place < from) return { from: place, to: place + to - from };
  if (place >= to) return { from: place + 1 - (to - from), to: place + 1 };
  return stretch;
}

function within(from: number, length: number, count: number): Stretch {
  const start = Math.max(0, Math.min(count - length, from));
  return { from: start, to: start + length };
}
