import type { SubmissionEntry } from '../../api/collection.ts';
import type { CollectionWords } from '../messages/collection-zh.ts';

/** Where a submission stands, with those accepted by every level apart. */
export const standings = [
  'draft',
  'returned',
  'submitted',
  'accepted',
  'reviewed',
  'scheduled',
  'published',
  'exempt',
] as const;
export type Standing = (typeof standings)[number];

type Standed = Pick<SubmissionEntry, 'state' | 'level' | 'levels'>;

/** Returns where a submission stands. */
export function standingOf({ state, level, levels }: Standed): Standing {
  return state === 'accepted' && level >= levels.length ? 'reviewed' : state;
}

/** Returns the word for where a submission stands. */
export function standingWord(standing: Standing, words: CollectionWords): string {
  return standing === 'reviewed' ? words.reviewed : words.states[standing];
}

/** A step of the way of a submission: who, in which role, and whether it is behind it. */
export interface Step {
  readonly name: string;
  readonly role: 'reporter' | 'reviewer' | 'approver' | 'publisher';
  readonly stage: 'done' | 'now' | 'later' | 'back';
}

/** Returns the way of a submission: who reports, each level, the publishing. */
export function stepsOf(entry: Standed & Pick<SubmissionEntry, 'bodyName'>): Step[] {
  const { state, level, levels, bodyName } = entry;
  const isOut = state === 'published';
  const isIn = state === 'submitted' || state === 'accepted' || state === 'scheduled' || isOut;
  const stageOf = (at: number) =>
    !isIn || at > level ? 'later' : at < level || isOut ? 'done' : 'now';
  return [
    {
      name: bodyName,
      role: 'reporter',
      stage: isIn ? 'done' : state === 'returned' ? 'back' : state === 'draft' ? 'now' : 'later',
    },
    ...levels.map(
      (one, at) => ({ name: one.bodyName, role: one.role, stage: stageOf(at) }) as const,
    ),
    { name: '', role: 'publisher', stage: stageOf(levels.length) },
  ];
}
