import { useCallback, useState } from 'react';

/** Returns what this browser remembers under `key`, or null; storage may be forbidden. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`xingbian.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a choice in this browser; where storage is forbidden it lasts until the page closes. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`xingbian.${key}`, value);
  } catch {
    // The choice still holds in memory.
  }
}

/** Returns a choice among `options` that this browser remembers, and how to change it. */
export function useRemembered<Option extends string>(
  key: string,
  options: readonly Option[],
  otherwise: Option,
): [Option, (value: Option) => void] {
  const [value, setValue] = useState<Option>(() => {
    const kept = recall(key);
    return options.find((option) => option === kept) ?? otherwise;
  });
  const choose = useCallback(
    (next: Option) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, choose];
}
