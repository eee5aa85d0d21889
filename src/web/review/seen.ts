import { recall, remember } from '../remembered.ts';

const key = (id: number) => `seen.${id}`;

/** Keeps in this browser which revision of a submission was looked at last. */
export function markSeen(id: number, revision: number): void {
  remember(key(id), String(revision));
}

/** Returns how many moves a submission made since it was looked at here; null: it never was. */
export function movesSince(id: number, revision: number): number | null {
  const seen = recall(key(id));
  return seen === null ? null : Math.max(0, revision - Number(seen));
}
