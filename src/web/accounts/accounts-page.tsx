import { type ReactNode, useState } from 'react';
import type { AccountEntry } from '../../api/accounts.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { TypedField } from '../typed-field.tsx';
import { AccountRow, type Office } from './account-row.tsx';
import { NeedsSession, type Signed } from './needs-session.tsx';
import { NewAccount } from './new-account.tsx';
import './accounts.css';

/** The accounts: the system administrator keeps them, the security administrator gives roles. */
export function AccountsPage(): ReactNode {
  return <NeedsSession>{(account) => <Listed account={account} />}</NeedsSession>;
}

function Listed({ account }: { account: Signed }): ReactNode {
  const answer = useAnswer('accounts', {});
  const holds = (role: string) => account.roles.some((held) => held.role === role);
  const office = {
    own: account.id,
    system: holds('system-administrator'),
    security: holds('security-administrator'),
  };
  return (
    <Answered answer={answer}>
      {({ accounts }) => <Body accounts={accounts} office={office} />}
    </Answered>
  );
}

function Body({ accounts, office }: { accounts: AccountEntry[]; office: Office }): ReactNode {
  const { list } = useMessages().accounts;
  const [words, setWords] = useState('');
  const active = accounts.filter(({ state }) => state === 'active').length;
  const title = list.finding(active, accounts.length);
  useTitle(title);
  const shown = accounts.filter((entry) => fits(entry, words.toLowerCase()));
  // Until there is a security administrator the system administrator appoints the officers.
  const vacant = !accounts.some(
    ({ state, grants }) =>
      state === 'active' && grants.some(({ role }) => role === 'security-administrator'),
  );
  return (
    <div className="wrap accounts-page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p>{list.lede}</p>
        </div>
      </header>
      {office.system && <NewAccount />}
      <div className="toolbar">
        <TypedField label={list.filter} words={words} change={setWords} />
      </div>
      {shown.length === 0 && <p className="note">{list.nothing}</p>}
      <div className="account-heads" aria-hidden="true">
        <span>{list.account}</span>
        <span>{list.grants}</span>
        <span className="acts">{list.acts}</span>
      </div>
      <ul className="account-list">
        {shown.map((entry) => (
          <AccountRow
            key={entry.id}
            entry={entry}
            accounts={accounts}
            office={office}
            giving={office.security ? 'all' : office.system && vacant ? 'officers' : 'none'}
          />
        ))}
      </ul>
    </div>
  );
}

function fits({ login, name, grants }: AccountEntry, words: string): boolean {
  const held = grants.map(({ bodyName }) => bodyName);
  return [login, name, ...held].some((text) => text.toLowerCase().includes(words));
}
