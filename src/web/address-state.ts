import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

export type Change = Readonly<Record<string, string | null>>;

/** Returns the choices the address holds and how to change some; null takes one out. */
export function useAddressState(): [URLSearchParams, (change: Change) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (values: Change) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params, change];
}

/** Returns the value if it is one of the options. */
export function oneOf<Option extends string>(
  options: readonly Option[],
  value: string | null,
): Option | null {
  return options.find((option) => option === value) ?? null;
}
