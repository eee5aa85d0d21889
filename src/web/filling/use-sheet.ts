import { useEffect, useState } from 'react';
import type { Sheet } from '../../api/collection.ts';
import { useAnswer } from '../answers.ts';
import { refusalOf } from '../request.ts';
import { browserStore, rememberAccount, rememberedAccount } from './browser-account.ts';
import type { QueueStore } from './queue-store.ts';

/** Who fills the form: undefined until it is known, null where nobody is signed in. */
export interface Filler {
  readonly account: number | null | undefined;
  /** Whether this is what the browser remembers, because the server cannot be asked. */
  readonly offline: boolean;
}

/** Returns who is signed in; without a network, who last was and did not sign out. */
export function useFiller(): Filler {
  const { data, error, fetchStatus, failureCount } = useAnswer('session', {});
  const account = data?.account?.stage === 'full' ? data.account.id : null;
  useEffect(() => {
    if (account !== null) rememberAccount(account);
  }, [account]);
  if (data) return { account, offline: false };
  const silent = fetchStatus === 'paused' || failureCount > 0 || error !== null;
  return silent
    ? { account: rememberedAccount(), offline: true }
    : { account: undefined, offline: false };
}

/** A sheet, and whether it is the one this browser kept; or what the server said instead. */
export interface OpenedSheet {
  readonly sheet: Sheet | null;
  readonly kept: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
}

/** Returns a submission as the server has it; without a network, as it was when it was last open here. */
export function useSheet(id: number, { account, offline }: Filler): OpenedSheet {
  const answer = useAnswer('sheet', { id }, typeof account === 'number' && !offline);
  const [kept, setKept] = useState<Sheet | null>(null);
  useEffect(() => {
    if (typeof account !== 'number') return;
    void browserStore()
      .then((store) => store.readSheet({ account, submission: id }))
      .then(setKept);
  }, [account, id]);
  const refused = answer.error && refusalOf(answer.error).status !== 0 ? answer.error : null;
  const silent = offline || answer.fetchStatus === 'paused' || answer.failureCount > 0;
  return {
    sheet: answer.data ?? (silent && !refused ? kept : null),
    kept: answer.data === undefined,
    error: refused ?? (silent && !kept ? answer.error : null),
    refetch: () => void answer.refetch(),
  };
}

/** Returns the store of this browser once it is open. */
export function useStore(): QueueStore | null {
  const [store, setStore] = useState<QueueStore | null>(null);
  useEffect(() => void browserStore().then(setStore), []);
  return store;
}
