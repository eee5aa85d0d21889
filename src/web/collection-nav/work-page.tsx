import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { signInPath } from '../addresses.ts';
import { refusalOf } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { CollectionNav } from './collection-nav.tsx';
import type { WorkPage as Page } from './work-pages.ts';

/**
 * A page of collection below its navigation, drawn once its answer is there. Whoever is not signed
 * in goes to do so, and comes back.
 */
export function WorkPage<Data>(props: {
  here: Page;
  answer: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}): ReactNode {
  const { here, answer, children } = props;
  if (answer.error && refusalOf(answer.error).status === 401) return <ToSignIn />;
  return (
    <>
      <CollectionNav here={here} />
      <Answered answer={answer}>{children}</Answered>
    </>
  );
}

/** Leads to the page of signing in, which leads back here. */
export function ToSignIn(): ReactNode {
  return <Redirect to={signInPath(location.pathname + location.search)} replace />;
}
