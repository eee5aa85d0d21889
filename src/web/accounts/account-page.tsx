import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { HeldRole } from '../../api/session.ts';
import { eraseQueue, unsentCells } from '../filling/browser-account.ts';
import { useMessages } from '../language.tsx';
import { post } from '../request.ts';
import { eraseReasons } from '../review/reasons.ts';
import { type Session, setSession } from '../session.ts';
import { useTitle } from '../title.ts';
import { AddressForm } from './address-form.tsx';
import { Authenticator } from './authenticator.tsx';
import { NeedsSession, type Signed } from './needs-session.tsx';
import { PasswordForm } from './password-form.tsx';
import { RoleWords } from './role-words.tsx';
import './accounts.css';

/** One's own account: name, roles, password, authenticator. */
export function AccountPage(): ReactNode {
  return (
    <NeedsSession>
      {(account, session) => <Body account={account} session={session} />}
    </NeedsSession>
  );
}

function Body({ account, session }: { account: Signed; session: Session }): ReactNode {
  const { accounts, filling, reminders } = useMessages();
  const { own, list, audit } = accounts;
  const [, go] = useLocation();
  useTitle(account.name);
  const holds = (...roles: string[]) => account.roles.some(({ role }) => roles.includes(role));
  const signOut = async () => {
    const waiting = await unsentCells(account.id);
    if (waiting > 0 && !confirm(filling.signOutErases(waiting))) return;
    await eraseQueue(account.id);
    eraseReasons(account.id);
    setSession(await post('signOut', {}));
    go('/sign-in');
  };
  return (
    <div className="wrap account-page">
      <header className="page-head">
        <div>
          <h1>{own.title(account.name)}</h1>
          <p>
            {own.login(account.login)} · {own.idle(session.idleMinutes)}
          </p>
        </div>
        <p className="actions">
          {holds('system-administrator', 'security-administrator', 'auditor') && (
            <Link className="button" href="/accounts">
              {list.grants}
            </Link>
          )}
          {holds('auditor') && (
            <Link className="button" href="/audit">
              {audit.search}
            </Link>
          )}
          <button type="button" className="button" onClick={() => void signOut()}>
            {own.signOut}
          </button>
        </p>
      </header>
      <section className="part">
        <h2>{own.roles}</h2>
        <Roles roles={account.roles} />
      </section>
      <section className="part">
        <h2>{own.password}</h2>
        <PasswordForm session={session} />
      </section>
      <section className="part">
        <h2>{own.authenticator}</h2>
        <Authenticator session={session} />
      </section>
      <section className="part">
        <h2>{reminders.address.title}</h2>
        <AddressForm />
      </section>
    </div>
  );
}

function Roles({ roles }: { roles: readonly HeldRole[] }): ReactNode {
  const { own } = useMessages().accounts;
  if (roles.length === 0) return <p>{own.noRoles}</p>;
  return (
    <ul className="account-roles">
      {roles.map((held) => (
        <li key={held.id}>
          <RoleWords held={held} />
        </li>
      ))}
    </ul>
  );
}
