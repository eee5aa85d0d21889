import { useCallback, useEffect, useState } from 'react';
import { onErased } from '../filling/browser-account.ts';

/** Reasons to return, by indicator; an empty one is still to be written. */
export type Reasons = Readonly<Record<string, string>>;

const prefix = 'xingbian.reasons.';
const none: Reasons = {};

/**
 * Returns the reasons an account writes at the cells of a submission, and how to set them. They
 * outlive a reload, in this tab; without any, nothing is kept.
 */
export function useReasons(
  account: number | undefined,
  submission: number,
): [Reasons, (change: (reasons: Reasons) => Reasons) => void] {
  const key = account === undefined ? null : `${prefix}${account}.${submission}`;
  const [reasons, setReasons] = useState(() => readReasons(key));
  const change = useCallback(
    (step: (reasons: Reasons) => Reasons) =>
      setReasons((before) => {
        const after = step(before);
        keepReasons(key, after);
        return after;
      }),
    [key],
  );
  useEffect(
    () =>
      account === undefined
        ? undefined
        : onErased(account, () => {
            eraseReasons(account);
            setReasons(none);
          }),
    [account],
  );
  return [reasons, change];
}

/** Erases every reason an account has in this tab; for signing out. */
export function eraseReasons(account: number): void {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(`${prefix}${account}.`));
  for (const key of keys) sessionStorage.removeItem(key);
}

function readReasons(key: string | null): Reasons {
  try {
    const text = key && sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as Reasons) : none;
  } catch {
    return none;
  }
}

function keepReasons(key: string | null, reasons: Reasons): void {
  if (key === null) return;
  try {
    if (Object.keys(reasons).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(reasons));
  } catch {
    // The browser keeps nothing: they last as long as the page.
  }
}
