/** Places side by side: equal columns in order, a little space between provinces. */
export interface Columns {
  /** The first place drawn, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** From one column to the next. */
  readonly step: number;
  /** What of a column is filled; the rest keeps neighbours apart. */
  readonly bar: number;
  readonly start: number;
  readonly end: number;
  /** Where each column begins, from `from` on. */
  readonly left: readonly number[];
}

/** Returns the columns of the places `from` … `to` − 1 over the length from `start` to `end`. */
export function layColumns(
  provinces: readonly string[],
  options: {
    readonly from: number;
    readonly to: number;
    readonly start: number;
    readonly end: number;
    /** Space before a province; none before the first. */
    readonly space: number;
  },
): Columns {
  const { from, to, start, end, space } = options;
  const breaks = provinces
    .slice(from, to)
    .map((province, index, all) => (index > 0 && all[index - 1] !== province ? 1 : 0));
  const spaces = breaks.reduce<number>((sum, value) => sum + value, 0);
  const step = (end - start - spaces * space) / Math.max(1, to - from);
  let before = 0;
  const left = breaks.map((value, index) => {
    before += value;
    return start + index * step + before * space;
  });
  return { from, to, step, bar: step - Math.min(1, step * 0.16), start, end, left };
}

/** Returns the columns laid so that each is `step` wide, whatever length that takes. */
export function stackColumns(
  provinces: readonly string[],
  options: {
    readonly from: number;
    readonly to: number;
    readonly start: number;
    readonly step: number;
    readonly space: number;
  },
): Columns {
  const { from, to, start, step, space } = options;
  const shown = provinces.slice(from, to);
  const spaces = shown.filter((province, index) => index > 0 && shown[index - 1] !== province);
  const end = start + shown.length * step + spaces.length * space;
  return layColumns(provinces, { from, to, start, end, space });
}

/** Returns the middle of a place's column. */
export function centreOf(columns: Columns, place: number): number {
  return leftOf(columns, place) + columns.bar / 2;
}

/** Returns where a place's column begins; for a place not drawn, the end it lies beyond. */
export function leftOf(columns: Columns, place: number): number {
  if (place < columns.from) return columns.start;
  return columns.left[place - columns.from] ?? columns.end;
}

/** Returns the place whose column lies nearest to a position, or null where no place is drawn. */
export function placeAt(columns: Columns, position: number): number | null {
  const { from, to, left, step } = columns;
  if (to <= from) return null;
  const beyond = left.findIndex((edge) => edge > position);
  const at = beyond < 0 ? to - from - 1 : Math.max(0, beyond - 1);
  const after = left[at + 1];
  const inSpace = after !== undefined && after - position < position - ((left[at] ?? 0) + step);
  return from + (inSpace ? at + 1 : at);
}

/** Returns the places drawn. */
export function drawn(columns: Columns): readonly number[] {
  return Array.from({ length: columns.to - columns.from }, (_, index) => columns.from + index);
}
