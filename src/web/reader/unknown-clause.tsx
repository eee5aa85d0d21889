import type { ReactNode } from 'react';
import { useAnswer } from '../answers.ts';
import { Loading } from '../states/loading.tsx';
import { Refused } from '../states/refused.tsx';

/** An address that names no clause: the server's own words and a way back. */
export function UnknownClause({ id }: { id: string }): ReactNode {
  const { error, refetch } = useAnswer('clause', { id });
  if (!error) return <Loading rows={3} />;
  return <Refused error={error} retry={() => void refetch()} />;
}
