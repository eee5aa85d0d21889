import type { Owed } from '../../api/reminders.ts';
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

/** Returns how many submissions wait on a page; null where nothing is counted there. */
export function waitingOn(page: WorkPage, owed: Owed | undefined): number | null {
  if (!owed) return null;
  if (page === 'collect') return owed.own;
  if (page === 'review') return owed.review;
  return page === 'releases' ? owed.publish : null;
}
