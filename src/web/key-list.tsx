import type { ReactNode } from 'react';
import { useMessages } from './language.tsx';

/** The keys of the reader and what each does. */
export function KeyList(): ReactNode {
  const { reader } = useMessages();
  return (
    <dl className="key-list">
      {reader.keyList.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
