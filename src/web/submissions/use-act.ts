import { useState } from 'react';
import { useLocation } from 'wouter';
import { collectionPaths } from '../../api/paths.ts';
import { signInPath } from '../addresses.ts';
import { answers } from '../answers.ts';
import {
  type Input,
  type Output,
  type PostName,
  post,
  type Refusal,
  refusalOf,
} from '../request.ts';

/** An act of collection: to do it, whether it is being done, and what the last refusal said. */
export interface Act<Name extends PostName> {
  readonly run: (input: Input<Name>) => Promise<Output<Name> | null>;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
}

/**
 * Returns an act. Once it is done, what the pages know of collection is asked again; null: it was
 * refused. Whoever is signed out by then signs in and comes back.
 */
export function useAct<Name extends PostName>(name: Name): Act<Name> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [, navigate] = useLocation();
  const run = async (input: Input<Name>) => {
    setBusy(true);
    setRefusal(null);
    try {
      const done = await post(name, input);
      await forgetCollection();
      return done;
    } catch (error) {
      const refused = refusalOf(error);
      if (refused.status === 401) navigate(signInPath(location.pathname + location.search));
      else setRefusal(refused);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, refusal };
}

/** Asks again for everything that an act of collection may have changed. */
export async function forgetCollection(): Promise<void> {
  await answers.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]) in collectionPaths,
  });
}
