import { z } from 'zod';

/**
 * Where a body's copy of a form stands. `accepted` is by as many levels as its `level` says;
 * `scheduled` waits for the end of an embargo.
 */
export const SubmissionState = z.enum([
  'draft',
  'submitted',
  'returned',
  'accepted',
  'scheduled',
  'published',
  'exempt',
]);
export type SubmissionState = z.infer<typeof SubmissionState>;

/** What moves a submission from one state to another. */
export const SubmissionAct = z.enum([
  'submit',
  'withdraw',
  'return',
  'accept',
  'schedule',
  'unschedule',
  'publish',
  'reopen',
  'exempt',
  'unexempt',
]);
export type SubmissionAct = z.infer<typeof SubmissionAct>;

/**
 * Who does an act: who reports for the body; who holds the role of the level it waits at; who
 * publishes or coordinates for a place above; or the program itself, when an embargo ends.
 */
export type Party = 'reporter' | 'level' | 'publisher' | 'coordinator' | 'program';

export interface Transition {
  readonly act: SubmissionAct;
  readonly from: SubmissionState;
  readonly to: SubmissionState;
  readonly by: Party;
  /** Of an accepted one: whether levels are still to come. Left out where it does not matter. */
  readonly reviewed?: 'partly' | 'wholly';
  /** Whether the act must say why. */
  readonly reason: boolean;
}

/**
 * Every move there is: the API, the pages, the database and the tests read this table. Nobody above
 * the reporter changes a figure: it is returned, and corrected where it was made.
 */
export const transitions: readonly Transition[] = [
  { act: 'submit', from: 'draft', to: 'submitted', by: 'reporter', reason: false },
  { act: 'submit', from: 'returned', to: 'submitted', by: 'reporter', reason: false },
  { act: 'withdraw', from: 'submitted', to: 'draft', by: 'reporter', reason: false },
  { act: 'accept', from: 'submitted', to: 'accepted', by: 'level', reason: false },
  ...partly({ act: 'accept', from: 'accepted', to: 'accepted', by: 'level', reason: false }),
  { act: 'return', from: 'submitted', to: 'returned', by: 'level', reason: true },
  ...partly({ act: 'return', from: 'accepted', to: 'returned', by: 'level', reason: true }),
  ...wholly({ act: 'return', from: 'accepted', to: 'returned', by: 'publisher', reason: true }),
  ...wholly({ act: 'publish', from: 'accepted', to: 'published', by: 'publisher', reason: false }),
  ...wholly({ act: 'schedule', from: 'accepted', to: 'scheduled', by: 'publisher', reason: false }),
  { act: 'unschedule', from: 'scheduled', to: 'accepted', by: 'publisher', reason: true },
  { act: 'publish', from: 'scheduled', to: 'published', by: 'program', reason: false },
  { act: 'reopen', from: 'published', to: 'returned', by: 'publisher', reason: true },
  { act: 'exempt', from: 'draft', to: 'exempt', by: 'coordinator', reason: true },
  { act: 'exempt', from: 'returned', to: 'exempt', by: 'coordinator', reason: true },
  { act: 'unexempt', from: 'exempt', to: 'draft', by: 'coordinator', reason: true },
];

/** A submission as far as its moves depend on it. */
export interface Standing {
  readonly state: SubmissionState;
  /** Levels that have accepted it. */
  readonly level: number;
  /** Levels there are. */
  readonly levels: number;
}

/** Returns the moves that `parties` can make from where a submission stands. */
export function movesFrom(standing: Standing, parties: readonly Party[]): Transition[] {
  const reviewed = standing.level < standing.levels ? 'partly' : 'wholly';
  return transitions.filter(
    (item) =>
      item.from === standing.state &&
      parties.includes(item.by) &&
      (item.reviewed === undefined || item.reviewed === reviewed),
  );
}

/** Says whether whoever reports may change the cells. */
export function isOpenToReporter(state: SubmissionState): boolean {
  return state === 'draft' || state === 'returned';
}

function partly(item: Omit<Transition, 'reviewed'>): Transition[] {
  return [{ ...item, reviewed: 'partly' }];
}

function wholly(item: Omit<Transition, 'reviewed'>): Transition[] {
  return [{ ...item, reviewed: 'wholly' }];
}
