import { type ReactNode, useEffect, useState } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import { useAnswer } from '../answers.ts';
import { CollectionNav } from '../collection-nav/collection-nav.tsx';
import { useLanguage } from '../language.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { browserStore } from './browser-account.ts';
import { openCellQueue } from './cell-queue.ts';
import { SignInFirst } from './filling-page.tsx';
import { unsent } from './queue-state.ts';
import { sendCells } from './send-cells.ts';
import { TaskTable } from './task-table.tsx';
import { useFiller } from './use-sheet.ts';
import './filling.css';
import './tasks.css';

/** What waits for whoever is signed in: forms to fill, to review, to publish. */
export function CollectPage(): ReactNode {
  const { messages } = useLanguage();
  const words = messages.filling;
  const { account } = useFiller();
  const tasks = useAnswer('tasks', {}, typeof account === 'number');
  useTitle(words.tasks.title);
  if (account === null) return <SignInFirst />;
  return (
    <>
      <CollectionNav here="collect" />
      <div className="wrap tasks">
        <Answered answer={tasks}>
          {({ own, review, publish }) => (
            <>
              <header className="page-head">
                <div>
                  <h1>{words.tasks.title}</h1>
                  <p>{ledeOf(own, words.tasks)}</p>
                </div>
              </header>
              <p className="classified">{words.classified}</p>
              {account !== undefined && <UnsentLine account={account} />}
              <TaskTable title={words.tasks.own} entries={own} to="/collect" />
              {own.length === 0 && <p className="note">{words.tasks.none}</p>}
              <TaskTable title={words.tasks.review} entries={review} to="/review" />
              <TaskTable title={words.tasks.publish} entries={publish} to="/review" />
            </>
          )}
        </Answered>
      </div>
    </>
  );
}

function ledeOf(
  own: readonly SubmissionEntry[],
  words: ReturnType<typeof useLanguage>['messages']['filling']['tasks'],
): string {
  const open = own.filter(({ state }) => state === 'draft' || state === 'returned');
  const overdue = open.filter(({ overdueDays }) => overdueDays > 0);
  return words.lede(open.length, overdue.length);
}

/** Sends what earlier visits left on this device, and says how much of it is still here. */
function UnsentLine({ account }: { account: number }): ReactNode {
  const words = useLanguage().messages.filling.tasks;
  const [count, setCount] = useState(0);
  useEffect(() => {
    let left = false;
    const closes: (() => void)[] = [];
    const open = async () => {
      const store = await browserStore();
      const saves = await store.readAll(account);
      if (left) return;
      setCount(unsent(saves));
      for (const submission of new Set(saves.map((save) => save.submission))) {
        const key = { account, submission };
        const queue = openCellQueue({
          key,
          store,
          send: (batch) => sendCells(key, batch),
          taken: () => void store.readAll(account).then((rest) => setCount(unsent(rest))),
          elsewhere: () => {},
        });
        closes.push(
          queue.subscribe(() => void store.readAll(account).then((rest) => setCount(unsent(rest)))),
          queue.close,
        );
      }
    };
    void open();
    return () => {
      left = true;
      for (const close of closes) close();
    };
  }, [account]);
  return count === 0 ? null : (
    <p className="sync-line away" role="status">
      <i aria-hidden="true" />
      {words.waiting(count)}
    </p>
  );
}
