import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

export type Change = Readonly<Record<string, string | null>>;

/** Changes some of the address's choices; null takes one out. */
export type ChangeAddress = (change: Change, how?: 'step' | 'typing') => void;

/**
 * Returns the choices the address holds and how to change some. What was chosen is a step Back
 * returns from; what is being typed is not.
 */
export function useAddressState(): [URLSearchParams, ChangeAddress] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (values: Change, how: 'step' | 'typing' = 'step') =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: how === 'typing' },
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
