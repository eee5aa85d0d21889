import { accountPaths, collectionPaths } from '../api/paths.ts';
import { answers, useAnswer } from './answers.ts';
import type { Output } from './request.ts';

/** Who is signed in and what holds for signing in. */
export type Session = Output<'session'>;

/** Returns the session as the server last said it; undefined until it did. */
export function useSession(): Session | undefined {
  return useAnswer('session', {}).data;
}

/**
 * Puts what an act of signing in or out answered in the place of what was known. What other
 * endpoints said to whoever was signed in before is forgotten.
 */
export function setSession(session: Session): void {
  answers.setQueryData(['session', {}], session);
  void answers.resetQueries({ predicate: ({ queryKey }) => isOfWork(String(queryKey[0])) });
}

function isOfWork(name: string): boolean {
  return name !== 'session' && (name in accountPaths || name in collectionPaths);
}
