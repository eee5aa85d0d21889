/**
 * Returns the rank of each number, 1 for the largest; equal numbers share the better rank and the
 * next is skipped (1, 2, 2, 4: “standard competition ranking”, R's `rank(-x, ties.method = "min")`).
 * `ascending` gives 1 to the smallest.
 */
export function ranks(
  values: readonly number[],
  options: { readonly ascending?: boolean } = {},
): number[] {
  const direction = options.ascending ? 1 : -1;
  const sorted = values.toSorted((a, b) => direction * (a - b));
  const first = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!first.has(value)) first.set(value, index + 1);
  });
  return values.map((value) => first.get(value) ?? 0);
}
