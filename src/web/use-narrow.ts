import { useCallback, useSyncExternalStore } from 'react';

/** Returns whether the window is no wider than so many px; as narrow as a phone, where not told. */
export function useNarrow(width = 700): boolean {
  const query = `(max-width: ${width}px)`;
  const told = useCallback((changed: () => void) => subscribe(query, changed), [query]);
  return useSyncExternalStore(told, () => matchMedia(query).matches);
}

function subscribe(query: string, changed: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
