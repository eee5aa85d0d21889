/**
 * Returns the columns so ordered that neighbours share most rows. Columns are sets of row numbers;
 * the likeness of two is shared rows ÷ rows of either (Jaccard). A chain grows from the fullest
 * column by the cheapest insertion, then single columns move while that helps; ties go to the
 * earlier column, so the same table always gives the same order.
 */
export function seriation(columns: readonly ReadonlySet<number>[]): number[] {
  const likeness = columns.map((a) => columns.map((b) => jaccard(a, b)));
  const like = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? 0 : (likeness[a]?.[b] ?? 0);
  const bySize = columns
    .map((_, index) => index)
    .sort((a, b) => (columns[b]?.size ?? 0) - (columns[a]?.size ?? 0) || a - b);
  const chain: number[] = [];
  for (const column of bySize) chain.splice(bestPlace(chain, column, like), 0, column);
  for (let round = 0, moved = true; moved && round < 20; round += 1) moved = improve(chain, like);
  return chain;
}

type Likeness = (a: number | undefined, b: number | undefined) => number;

/** What the chain gains when `column` stands before position `at`. */
function gain(chain: readonly number[], at: number, column: number, like: Likeness): number {
  const before = chain[at - 1];
  const after = chain[at];
  return like(before, column) + like(column, after) - like(before, after);
}

function bestPlace(chain: readonly number[], column: number, like: Likeness): number {
  let best = 0;
  for (let at = 1; at <= chain.length; at += 1)
    if (gain(chain, at, column, like) > gain(chain, best, column, like) + 1e-12) best = at;
  return best;
}

function improve(chain: number[], like: Likeness): boolean {
  let moved = false;
  for (const column of [...chain]) {
    const from = chain.indexOf(column);
    chain.splice(from, 1);
    const to = bestPlace(chain, column, like);
    const better = gain(chain, to, column, like) > gain(chain, from, column, like) + 1e-9;
    chain.splice(better ? to : from, 0, column);
    moved ||= better;
  }
  return moved;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const row of a) if (b.has(row)) shared += 1;
  const either = a.size + b.size - shared;
  return either === 0 ? 0 : shared / either;
}
