import { answers } from '../answers.ts';
import { post, refusalOf, request } from '../request.ts';
import type { Sent } from './cell-queue.ts';
import type { Queue } from './queue-state.ts';
import type { SubmissionKey } from './submission-key.ts';

/** For how long, in milliseconds, the session may be taken to be the one it was. */
const sessionHolds = 15_000;

/**
 * Resolves to what became of a batch. It goes out only under the account that typed it: somebody
 * else may have signed in in another tab.
 */
export async function sendCells(key: SubmissionKey, batch: Queue): Promise<Sent> {
  try {
    if ((await accountNow()) !== key.account) return 'signed-out';
    const cells = batch.map(({ key: save, indicator, value, absence, note, base }) => ({
      key: save,
      indicator,
      value,
      absence,
      note,
      base,
    }));
    const version = batch[0]?.version ?? 0;
    return (await post('saveCells', { id: key.submission, version, cells })).outcomes;
  } catch (error) {
    return failureOf(refusalOf(error).status);
  }
}

async function accountNow(): Promise<number | null> {
  const session = await answers.fetchQuery({
    queryKey: ['session', {}],
    queryFn: () => request('session', {}),
    staleTime: sessionHolds,
    networkMode: 'always',
    retry: false,
  });
  return session.account?.stage === 'full' ? session.account.id : null;
}

/** What is refused for what it says would be refused again; all else may pass later. */
function failureOf(status: number): Sent {
  if (status === 401) return 'signed-out';
  return status >= 400 && status < 500 && status !== 408 && status !== 429
    ? 'unreadable'
    : 'offline';
}
