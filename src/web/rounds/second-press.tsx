import type { ReactNode } from 'react';
import { useMessages } from '../language.tsx';

/** What an act on a round asks before it is done: its words or fields, the press, and the way back. */
export function SecondPress(props: {
  children: ReactNode;
  sure: string;
  busy: boolean;
  go: () => void;
  drop: () => void;
}): ReactNode {
  const { collection } = useMessages();
  return (
    <form
      className="change-round"
      onSubmit={(event) => {
        event.preventDefault();
        props.go();
      }}
    >
      {props.children}
      <p className="actions">
        <button type="submit" className="button primary" disabled={props.busy}>
          {props.sure}
        </button>
        <button type="button" className="quiet" onClick={props.drop}>
          {collection.cancel}
        </button>
      </p>
    </form>
  );
}
