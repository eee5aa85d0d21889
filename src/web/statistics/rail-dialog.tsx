import { type ReactNode, useRef } from 'react';
import { useMessages } from '../language.tsx';

/** The indicators on a phone: a press that says how many are chosen opens them over the whole window. */
export function RailDialog(props: { count: number; children: ReactNode }): ReactNode {
  const { explorer } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="button rail-open"
        onClick={() => dialog.current?.showModal()}
      >
        {explorer.rail.open(props.count)}
      </button>
      <dialog ref={dialog} className="rail-dialog" aria-label={explorer.rail.title}>
        {props.children}
        <form method="dialog">
          <button type="submit" className="button">
            {explorer.rail.close}
          </button>
        </form>
      </dialog>
    </>
  );
}
