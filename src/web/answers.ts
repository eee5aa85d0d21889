import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { planPaths } from '../api/paths.ts';
import { type Input, type JsonName, type Output, refusalOf, request } from './request.ts';

/**
 * A plan changes when the server restarts, so an answer about it holds for as long as the page is
 * open. Statistics are published while it runs: an answer is asked for again when a page needs it
 * anew, and costs an empty reply where nothing changed.
 */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      gcTime: 30 * 60 * 1000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => refusalOf(error).status === 0 && failures < 2,
      retryDelay: 800,
    },
  },
});

/** Returns the answer of an endpoint as it stands: asked for, arrived or refused. */
export function useAnswer<Name extends JsonName>(
  name: Name,
  input: Input<Name>,
  enabled = true,
): UseQueryResult<Output<Name>> {
  return useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => request(name, input, signal),
    staleTime: freshFor(name),
    enabled,
  });
}

/** Asks for an answer that a page about to open will need. */
export function ask<Name extends JsonName>(name: Name, input: Input<Name>): void {
  void answers.prefetchQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => request(name, input, signal),
    staleTime: freshFor(name),
  });
}

/** In milliseconds. */
function freshFor(name: JsonName): number {
  return name in planPaths ? Number.POSITIVE_INFINITY : 1_000;
}
