import type { Ledger } from '../../api/plan.ts';
import type { Grade, TargetKind } from '../../domain/commitment.ts';
import { oneOf } from '../address-state.ts';
import { grades } from '../marks/grades.ts';

export type Entry = Ledger['commitments'][number];

export const targets: readonly TargetKind[] = [
  'absolute',
  'relative',
  'saturation',
  'conditional',
  'directional',
  'none',
];
export const verdicts = ['evaluable', 'unevaluable'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the reader chose; all of it stands in the address. */
export interface LedgerChoice {
  readonly grade: Grade | null;
  readonly target: TargetKind | null;
  readonly area: string | null;
  readonly verdict: Verdict | null;
  readonly words: string;
}

/** Returns the choice an address holds. */
export function choiceOf(params: URLSearchParams): LedgerChoice {
  return {
    grade: oneOf(grades, params.get('grade')),
    target: oneOf(targets, params.get('target')),
    area: params.get('area'),
    verdict: oneOf(verdicts, params.get('verdict')),
    words: params.get('q')?.trim() ?? '',
  };
}

/** Returns whether a choice leaves anything out. */
export function isFiltered({ grade, target, area, verdict, words }: LedgerChoice): boolean {
  return Boolean(grade || target || area || verdict || words);
}

/** Returns the commitments a choice leaves, grade and target aside: what the cross-table counts. */
export function inScope(entries: readonly Entry[], choice: LedgerChoice): Entry[] {
  const { area, verdict, words } = choice;
  return entries.filter(
    (entry) =>
      (!area || entry.area.id === area) &&
      (!verdict || entry.evaluability.evaluable === (verdict === 'evaluable')) &&
      holds(words, entry.text, entry.link.heading, entry.clause),
  );
}

/** Returns the commitments of one cell, row or column of the cross-table. */
export function inCell(
  entries: readonly Entry[],
  grade: Grade | null,
  target: TargetKind | null,
): Entry[] {
  return entries.filter(
    (entry) => (!grade || entry.grade === grade) && (!target || entry.target === target),
  );
}

/** Returns whether any of the texts holds the words. */
export function holds(words: string, ...texts: readonly string[]): boolean {
  return !words || texts.some((text) => text.includes(words));
}
