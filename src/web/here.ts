import { useLocation, useSearch } from 'wouter';

/** Returns the address of the page that is open, to come back to. */
export function useHere(): string {
  const [location] = useLocation();
  const search = useSearch();
  return search ? `${location}?${search}` : location;
}
