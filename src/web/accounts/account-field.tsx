import { type ReactNode, useId } from 'react';

/** A field of a form with its name above and what helps to fill it below. */
export function AccountField(props: {
  label: string;
  name: string;
  hint?: string;
  type?: 'text' | 'password' | 'date' | 'email';
  autoComplete?: string;
  inputMode?: 'numeric';
  pattern?: string;
  optional?: boolean;
  list?: string;
  focused?: boolean;
  initial?: string;
}): ReactNode {
  const id = useId();
  const { label, hint, optional, focused, initial, type = 'text', ...input } = props;
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        type={type}
        id={id}
        className="field"
        required={!optional}
        // biome-ignore lint/a11y/noAutofocus: the page is this form
        autoFocus={focused}
        defaultValue={initial}
        aria-describedby={hint ? `${id}-hint` : undefined}
        autoCapitalize="none"
        spellCheck={false}
      />
      {hint && (
        <p className="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Returns the words a form holds under a name. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
