import { type ReactNode, useState } from 'react';
import { useMessages } from '../language.tsx';

/** A button that asks for the reason of an act before it is done. */
export function ReasonForm(props: {
  label: string;
  /** What leaving it undone is called, where the act itself is to cancel something. */
  keep?: string;
  className?: string;
  busy: boolean;
  act: (reason: string) => Promise<unknown>;
}): ReactNode {
  const words = useMessages().collection;
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <button type="button" className={props.className ?? 'button'} onClick={() => setReason('')}>
        {props.label}
      </button>
    );
  const close = () => setReason(null);
  return (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) void props.act(reason.trim()).then((done) => done && close());
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <label>
        <span>
          {props.label} · {words.reason}
        </span>
        <input
          className="field"
          required
          maxLength={2000}
          value={reason}
          // biome-ignore lint/a11y/noAutofocus: the press that opened it asked for it
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={props.busy}>
        {props.busy ? words.working : words.confirm}
      </button>
      <button type="button" className="quiet" onClick={close}>
        {props.keep ?? words.cancel}
      </button>
    </form>
  );
}
