import { type ReactNode, useEffect, useRef } from 'react';
import { KeyList } from '../key-list.tsx';
import { useMessages } from '../language.tsx';

/** The keys of the reader, shown by `?`. */
export function KeysDialog(props: { open: boolean; close: () => void }): ReactNode {
  const { reader, frame } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (props.open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [props.open]);
  return (
    <dialog ref={dialog} className="keys" onClose={props.close} aria-labelledby="keys-title">
      <h2 id="keys-title">{reader.keys}</h2>
      <KeyList />
      <button type="button" className="button" onClick={props.close}>
        {frame.close}
      </button>
    </dialog>
  );
}
