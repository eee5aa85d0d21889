import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { Refused } from './refused.tsx';

/** Draws an answer once it is there; until then hairlines, or what went wrong. */
export function Answered<Data>(props: {
  answer: UseQueryResult<Data>;
  rows?: number;
  children: (data: Data) => ReactNode;
}): ReactNode {
  const { data, error, refetch } = props.answer;
  if (data !== undefined) return props.children(data);
  if (error) return <Refused error={error} retry={() => void refetch()} />;
  return <Loading rows={props.rows ?? 16} />;
}
