import type { Role } from '../../domain/account.ts';

/** The pages of collection and review, in the order of the work. */
export const workPages = ['collect', 'review', 'rounds', 'releases', 'forms', 'import'] as const;
export type WorkPage = (typeof workPages)[number];

/** Whom a page is for; one left out is for everyone. */
const rolesOf: Partial<Record<WorkPage, readonly Role[]>> = {
  collect: ['reporter'],
  review: ['reviewer', 'approver'],
  rounds: ['reporter', 'reviewer', 'approver', 'publisher', 'coordinator', 'evaluator'],
  releases: ['publisher', 'coordinator'],
  import: ['publisher'],
};

/** Returns the pages that someone with these roles has something to do or to see on. */
export function pagesFor(roles: readonly Role[]): WorkPage[] {
  return workPages.filter((page) => rolesOf[page]?.some((role) => roles.includes(role)) ?? true);
}

/** What waits, as far as it is counted. */
export interface Waiting {
  readonly own: readonly { readonly may: readonly string[] }[];
  readonly review: readonly unknown[];
  readonly publish: readonly unknown[];
}

/** Returns how many submissions wait on a page; null where nothing is counted there. */
export function waitingOn(page: WorkPage, tasks: Waiting | undefined): number | null {
  if (!tasks) return null;
  if (page === 'collect') return tasks.own.filter(({ may }) => may.includes('submit')).length;
  if (page === 'review') return tasks.review.length;
  if (page === 'releases') return tasks.publish.length;
  return null;
}
