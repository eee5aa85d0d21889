import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useHere } from '../here.ts';
import { type Session, useSession } from '../session.ts';
import { Loading } from '../states/loading.tsx';

/** Who is signed in. */
export type Signed = NonNullable<Session['account']>;

/** Draws what is for whoever is signed in; leads everybody else to sign in, and back afterwards. */
export function NeedsSession(props: {
  children: (account: Signed, session: Session) => ReactNode;
}): ReactNode {
  const session = useSession();
  const [, go] = useLocation();
  const here = useHere();
  const account = session?.account;
  const missing = session !== undefined && account?.stage !== 'full';
  useEffect(() => {
    if (missing) go(`/sign-in?to=${encodeURIComponent(here)}`, { replace: true });
  }, [missing, here, go]);
  if (!session || !account || missing) return <Loading rows={8} />;
  return props.children(account, session);
}
