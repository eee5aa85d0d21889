import { type ReactNode, useEffect, useState } from 'react';
import type { Sheet } from '../../api/collection.ts';
import { useLanguage } from '../language.tsx';
import { FindingHead } from '../submissions/finding-head.tsx';
import { browserStore } from './browser-account.ts';
import { TaskTable } from './task-table.tsx';

/** The forms that open without a network: those that were open here before, as they were then. */
export function KeptSheets({ account, retry }: { account: number; retry: () => void }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.filling.tasks;
  const [sheets, setSheets] = useState<readonly Sheet[] | null>(null);
  useEffect(() => {
    void browserStore()
      .then((store) => store.readSheets(account))
      .then(setSheets);
  }, [account]);
  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [retry]);
  if (sheets === null) return null;
  return (
    <>
      <FindingHead
        finding={words.offline}
        beside={
          <p className="actions">
            <button type="button" className="button" onClick={retry}>
              {messages.states.retry}
            </button>
          </p>
        }
      >
        <p>{sheets.length > 0 ? words.offlineHint : words.offlineNone}</p>
      </FindingHead>
      <TaskTable title={words.keptHere} entries={sheets.map(({ entry }) => entry)} to="/collect" />
    </>
  );
}
