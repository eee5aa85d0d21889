import { useMemo, useState } from 'react';

/** What is ticked in a list, and how to tick. */
export interface Chosen {
  readonly ids: ReadonlySet<number>;
  readonly toggle: (id: number) => void;
  /** Ticks all of these, or none of them where all are. */
  readonly toggleAll: (ids: readonly number[]) => void;
  /** Ticks these and no other. */
  readonly only: (ids: readonly number[]) => void;
}

/** Returns what is ticked among the ids that are there; what has gone from the list is ticked no more. */
export function useChosen(there: readonly number[]): Chosen {
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const ids = useMemo(() => new Set(there.filter((id) => ticked.has(id))), [there, ticked]);
  return {
    ids,
    toggle: (id) => setTicked(toggled(ids, [id])),
    toggleAll: (some) => setTicked(toggled(ids, some)),
    only: (some) => setTicked(new Set(some)),
  };
}

/** Returns the set with all of `some` in it, or without them where they all were. */
export function toggled(ids: ReadonlySet<number>, some: readonly number[]): ReadonlySet<number> {
  const next = new Set(ids);
  const isFull = some.every((id) => ids.has(id));
  for (const id of some) {
    if (isFull) next.delete(id);
    else next.add(id);
  }
  return next;
}
