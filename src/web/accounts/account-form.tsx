import { type FormEvent, type ReactNode, useState } from 'react';
import { useLanguage } from '../language.tsx';
import { refusalOf } from '../request.ts';
import './accounts.css';

/**
 * A form that does something at the server: while it does, it cannot be sent again; what is refused is
 * said below its fields.
 */
export function AccountForm(props: {
  label: string;
  submit: string;
  send: (form: FormData) => Promise<unknown>;
  children: ReactNode;
  beside?: ReactNode;
  inline?: boolean;
  /** Whether the page is there for this form. */
  primary?: boolean;
}): ReactNode {
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setRefused(null);
    try {
      await props.send(new FormData(form));
      form.reset();
    } catch (error) {
      setRefused(wordsOf(error, language));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={props.inline ? 'account-form inline' : 'account-form'}
      aria-label={props.label}
      onSubmit={(event) => void send(event)}
    >
      {props.children}
      <p className="actions">
        <button
          type="submit"
          className={props.primary ? 'button primary' : 'button'}
          disabled={busy}
        >
          {props.submit}
        </button>
        {props.beside}
      </p>
      <p className="account-refused" role="alert">
        {refused}
      </p>
    </form>
  );
}

/** An error of the form itself carries its words; a refusal of the server has a hint besides. */
function wordsOf(error: unknown, language: 'zh' | 'en'): string {
  if (error instanceof Error && error.cause === undefined) return error.message;
  const { message, hint } = refusalOf(error);
  return `${message[language]}${language === 'zh' ? '。' : '. '}${hint[language]}`;
}
