import { type ReactNode, useState } from 'react';
import { encode } from 'uqr';
import { useMessages } from '../language.tsx';
import { type Output, post } from '../request.ts';
import { type Session, setSession } from '../session.ts';
import { AccountField, fieldOf } from './account-field.tsx';
import { AccountForm } from './account-form.tsx';

/** Adds an authenticator to one's own account, or removes it with the password. */
export function Authenticator({ session }: { session: Session }): ReactNode {
  const words = useMessages().accounts.own;
  const [begun, setBegun] = useState<Output<'beginSecondFactor'> | null>(null);
  if (session.account?.secondFactor)
    return (
      <>
        <p>{words.on}</p>
        <AccountForm
          label={words.remove}
          submit={words.remove}
          send={async (form) =>
            setSession(await post('removeSecondFactor', { password: fieldOf(form, 'password') }))
          }
        >
          <AccountField
            label={words.current}
            name="password"
            type="password"
            autoComplete="current-password"
          />
        </AccountForm>
      </>
    );
  if (begun === null)
    return (
      <>
        <p>{words.off}</p>
        <AccountForm
          label={words.authenticator}
          submit={words.begin}
          send={async () => setBegun(await post('beginSecondFactor', {}))}
        >
          {null}
        </AccountForm>
      </>
    );
  return <Confirm begun={begun} done={() => setBegun(null)} />;
}

function Confirm(props: { begun: Output<'beginSecondFactor'>; done: () => void }): ReactNode {
  const { accounts } = useMessages();
  const { secret, address } = props.begun;
  const words = accounts.own;
  return (
    <>
      <p>{words.scan}</p>
      <QrCode label={words.qr} text={address} />
      <dl className="account-secret">
        <dt>{words.secret}</dt>
        <dd>
          <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </dd>
        <dt>{words.address}</dt>
        <dd>
          <code>{address}</code>
        </dd>
      </dl>
      <AccountForm
        label={words.confirm}
        submit={words.confirm}
        send={async (form) => {
          setSession(await post('confirmSecondFactor', { code: fieldOf(form, 'code') }));
          props.done();
        }}
      >
        <CodeField />
      </AccountForm>
    </>
  );
}

/** The six digits of an authenticator. */
export function CodeField(): ReactNode {
  const words = useMessages().accounts.signIn;
  return (
    <AccountField
      label={words.code}
      name="code"
      hint={words.codeHint}
      inputMode="numeric"
      pattern="[0-9]{6}"
      autoComplete="one-time-code"
      focused
    />
  );
}

/** Dark on light in both themes: a camera reads nothing else. */
function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const { data, size } = encode(text, { border: 2, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} className="qr-light" />
      <path d={path} className="qr-dark" />
    </svg>
  );
}
