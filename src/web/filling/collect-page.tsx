import { type ReactNode, useEffect, useState } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import { answers, useAnswer } from '../answers.ts';
import { CollectionNav } from '../collection-nav/collection-nav.tsx';
import { useLanguage } from '../language.tsx';
import { refusalOf } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { hasOpened } from '../submissions/beijing-time.ts';
import { FindingHead } from '../submissions/finding-head.tsx';
import { useTitle } from '../title.ts';
import { browserStore } from './browser-account.ts';
import { openCellQueue } from './cell-queue.ts';
import { SignInFirst } from './filling-page.tsx';
import { KeptElsewhereList } from './kept-elsewhere.tsx';
import { KeptSheets } from './kept-sheets.tsx';
import { keepForOffline } from './offline-shell.ts';
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
  const { account, offline } = useFiller();
  const tasks = useAnswer('tasks', {}, typeof account === 'number' && !offline);
  useEffect(() => void keepForOffline(), []);
  useTitle(words.tasks.title);
  if (account === null) return <SignInFirst />;
  const silent = offline || (tasks.error !== null && refusalOf(tasks.error).status === 0);
  if (silent && typeof account === 'number' && !tasks.data)
    return (
      <div className="wrap tasks">
        <KeptSheets account={account} retry={tryAgain} />
        <UnsentLine account={account} />
      </div>
    );
  return (
    <>
      <CollectionNav here="collect" />
      <div className="wrap tasks">
        <Answered answer={tasks}>
          {({ own, review, publish, kept }) => (
            <>
              <FindingHead finding={findingOf(own, words.tasks)}>
                {own.length === 0 && <p>{words.tasks.none}</p>}
              </FindingHead>
              <p className="classified">{words.classified}</p>
              {account !== undefined && <UnsentLine account={account} />}
              <TaskTable title={words.tasks.own} entries={own} to="/collect" />
              <TaskTable title={words.tasks.review} entries={review} to="/review" />
              <TaskTable title={words.tasks.publish} entries={publish} to="/review" />
              <KeptElsewhereList kept={kept} />
            </>
          )}
        </Answered>
      </div>
    </>
  );
}

/** Asks who is signed in and what waits for them anew. */
function tryAgain(): void {
  void answers.refetchQueries({ predicate: ({ queryKey }) => isOfPage(queryKey[0]) });
}

function isOfPage(name: unknown): boolean {
  return name === 'session' || name === 'tasks';
}

function findingOf(
  own: readonly SubmissionEntry[],
  words: ReturnType<typeof useLanguage>['messages']['filling']['tasks'],
): string {
  const open = own.filter(
    ({ state, opens }) => state === 'returned' || (state === 'draft' && hasOpened(opens)),
  );
  const overdue = open.filter(({ overdueDays }) => overdueDays > 0);
  return words.finding(open.length, overdue.length);
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
