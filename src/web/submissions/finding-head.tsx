import type { ReactNode } from 'react';
import { Phrases } from '../marks/phrases.tsx';

/** The head of a page of collection: what it found in one sentence, what goes with it, acts beside. */
export function FindingHead(props: {
  finding: string;
  children?: ReactNode;
  beside?: ReactNode;
}): ReactNode {
  return (
    <header className="page-head">
      <div>
        <h1>
          <Phrases words={props.finding} />
        </h1>
        {props.children}
      </div>
      {props.beside}
    </header>
  );
}
