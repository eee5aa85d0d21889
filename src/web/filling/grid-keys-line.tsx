import type { ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import { Menu } from '../menu.tsx';
import { useDesk } from './desk.ts';
import { WorkbookExchange } from './workbook-exchange.tsx';

/** Above the grid: the keys worth knowing, or what the last act did; the workbook out and in. */
export function GridKeys({ said }: { said: ReactNode }): ReactNode {
  const words = useMessages().filling.grid;
  const desk = useDesk();
  const shown: readonly (readonly [string, string])[] = [
    ['↑↓←→', words.keys.move],
    ['Enter', words.keys.enter],
    ['Ctrl V', words.keys.paste],
    ['Ctrl Z', words.keys.undo],
    ['/', words.keys.reason],
    ['F8', words.keys.problem],
  ];
  return (
    <div className="grid-keys">
      {desk.said === '' &&
        shown.map(([key, does]) => (
          <span key={key}>
            <kbd>{key}</kbd>
            {does}
          </span>
        ))}
      {said}
      <span className="end">
        <Menu label={words.keys.all} title={words.keys.all} className="key-menu">
          {() => (
            <dl>
              {words.keyList.map(([key, does]) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          )}
        </Menu>
        <WorkbookExchange />
      </span>
    </div>
  );
}
