import { type ReactNode, useState } from 'react';
import type { AccountEntry } from '../../api/accounts.ts';
import { answers } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { post } from '../request.ts';
import { AccountForm } from './account-form.tsx';
import { GiveRole } from './give-role.tsx';
import { OncePassword } from './new-account.tsx';
import { RoleWords } from './role-words.tsx';

/** What whoever looks at the accounts may do with them. */
export interface Office {
  readonly own: number;
  readonly system: boolean;
  readonly security: boolean;
}

/** What may be asked for a row, one at a time. */
type Asked = 'close' | 'reset' | 'give' | null;

/** Reads the accounts again after one changed. */
async function readAgain(): Promise<void> {
  await answers.invalidateQueries({ queryKey: ['accounts'] });
}

/** An account with its roles, and what the office of whoever looks may do with it. */
export function AccountRow(props: {
  entry: AccountEntry;
  accounts: readonly AccountEntry[];
  office: Office;
  giving: 'all' | 'officers' | 'none';
}): ReactNode {
  const { entry, office, giving } = props;
  const { list } = useMessages().accounts;
  const [asked, setAsked] = useState<Asked>(null);
  const [once, setOnce] = useState<string | null>(null);
  const { id, login, name, state, grants } = entry;
  const other = id !== office.own && state !== 'left';
  const setState = async (next: AccountEntry['state']) => {
    await post('changeAccount', { id, state: next });
    await readAgain();
  };
  return (
    <li className={state === 'active' ? undefined : 'muted'}>
      <div className="account-name">
        <b>{name}</b> <code>{login}</code>
        {state !== 'active' && <span className="account-state">{list.states[state]}</span>}
      </div>
      <ul className="account-roles" aria-label={list.grants}>
        {grants.length === 0 && <li className="muted">{list.none}</li>}
        {grants.map((held) => (
          <li key={held.id}>
            <RoleWords
              held={held}
              whose={props.accounts.find((one) => one.id === held.deputyFor)?.name}
            />
            {office.security && other && <TakeRole held={held} />}
          </li>
        ))}
      </ul>
      <div className="actions">
        {other && giving !== 'none' && state === 'active' && (
          <Ask words={list.give} open={asked === 'give'} ask={() => setAsked('give')} />
        )}
        {office.system && other && (
          <>
            <button
              type="button"
              className="quiet"
              onClick={() => void setState(state === 'active' ? 'locked' : 'active')}
            >
              {state === 'active' ? list.lock : list.unlock}
            </button>
            <Ask words={list.reset} open={asked === 'reset'} ask={() => setAsked('reset')} />
            <Ask words={list.close} open={asked === 'close'} ask={() => setAsked('close')} />
          </>
        )}
      </div>
      {asked === 'give' && giving !== 'none' && (
        <GiveRole
          entry={entry}
          accounts={props.accounts}
          officersOnly={giving === 'officers'}
          done={() => setAsked(null)}
          readAgain={readAgain}
        />
      )}
      {asked === 'reset' && (
        <Sure
          words={list.resetSure(login)}
          cancel={() => setAsked(null)}
          send={async () => {
            setOnce((await post('resetPassword', { id })).password);
            setAsked(null);
          }}
        />
      )}
      {asked === 'close' && (
        <Sure
          words={list.closeSure(login)}
          cancel={() => setAsked(null)}
          send={() => setState('left')}
        />
      )}
      {once !== null && <OncePassword login={login} password={once} />}
    </li>
  );
}

function Ask(props: { words: string; open: boolean; ask: () => void }): ReactNode {
  return (
    <button type="button" className="quiet" aria-expanded={props.open} onClick={props.ask}>
      {props.words}
    </button>
  );
}

function Sure(props: {
  words: string;
  send: () => Promise<unknown>;
  cancel: () => void;
}): ReactNode {
  const { list } = useMessages().accounts;
  return (
    <AccountForm
      label={props.words}
      submit={list.sure}
      send={props.send}
      beside={
        <button type="button" className="quiet" onClick={props.cancel}>
          {list.cancel}
        </button>
      }
    >
      <p>{props.words}</p>
    </AccountForm>
  );
}

function TakeRole({ held }: { held: AccountEntry['grants'][number] }): ReactNode {
  const { list, role } = useMessages().accounts;
  const take = async () => {
    await post('takeRole', { id: held.id });
    await readAgain();
  };
  return (
    <button
      type="button"
      className="quiet"
      aria-label={list.takeOf(role(held.role), held.bodyName)}
      onClick={() => void take()}
    >
      {list.take}
    </button>
  );
}
