import { type ReactNode, useId, useMemo, useState } from 'react';
import type { AccountEntry } from '../../api/accounts.ts';
import type { Role, WorkRole } from '../../domain/account.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { post } from '../request.ts';
import { AccountField, fieldOf } from './account-field.tsx';
import { AccountForm } from './account-form.tsx';
import { bodyOf, optionOf, type RoleBody, roleBodies } from './role-bodies.ts';

/** Gives an account a role, at a place or an agency where it is no officer's. */
export function GiveRole(props: {
  entry: AccountEntry;
  accounts: readonly AccountEntry[];
  officersOnly: boolean;
  done: () => void;
  readAgain: () => Promise<void>;
}): ReactNode {
  const { entry, accounts, officersOnly } = props;
  const { list, workRoles, officerRoles } = useMessages().accounts;
  const [role, setRole] = useState<Role>(officersOnly ? 'security-administrator' : 'reporter');
  const listId = useId();
  // Whoever is one gives no second.
  const { 'system-administrator': _, ...appointed } = officerRoles;
  const atBody = role in workRoles;
  const bodies = useBodies(atBody ? (role as WorkRole) : null);
  const send = async (form: FormData) => {
    const body = atBody ? bodyOf(fieldOf(form, 'body'), bodies) : '';
    if (body === undefined) throw new Error(list.unknownBody);
    const until = fieldOf(form, 'until');
    const deputyFor = Number(fieldOf(form, 'deputyFor'));
    await post('giveRole', {
      id: entry.id,
      role,
      body,
      ...(until && { until }),
      ...(deputyFor > 0 && { deputyFor }),
    });
    await props.readAgain();
    props.done();
  };
  return (
    <AccountForm
      label={list.giveTo(entry.login)}
      submit={list.give}
      send={send}
      inline
      beside={
        <button type="button" className="quiet" onClick={props.done}>
          {list.cancel}
        </button>
      }
    >
      <RoleChoice
        role={role}
        choose={setRole}
        roles={officersOnly ? appointed : { ...workRoles, ...officerRoles }}
      />
      {atBody && (
        <>
          <AccountField
            label={list.body}
            name="body"
            {...(bodies.length > 0 && { hint: list.bodyHint(bodies.length) })}
            list={listId}
            focused
          />
          <datalist id={listId}>
            {bodies.map((one) => (
              <option key={one.body} value={optionOf(one)}>
                {one.also}
              </option>
            ))}
          </datalist>
          <AccountField label={list.untilField} name="until" type="date" optional />
          <DeputyChoice accounts={accounts} role={role} own={entry.id} />
        </>
      )}
    </AccountForm>
  );
}

function RoleChoice(props: {
  role: Role;
  roles: Partial<Record<Role, string>>;
  choose: (role: Role) => void;
}): ReactNode {
  const { list } = useMessages().accounts;
  const id = useId();
  return (
    <div className="account-field">
      <label htmlFor={id}>{list.grants}</label>
      <select
        id={id}
        className="field"
        value={props.role}
        onChange={(event) => props.choose(event.target.value as Role)}
      >
        {Object.entries(props.roles).map(([role, words]) => (
          <option key={role} value={role}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whoever holds the role can be stood in for. */
function DeputyChoice(props: {
  accounts: readonly AccountEntry[];
  role: Role;
  own: number;
}): ReactNode {
  const { list } = useMessages().accounts;
  const id = useId();
  const holders = props.accounts.filter(
    (account) => account.id !== props.own && account.grants.some(({ role }) => role === props.role),
  );
  return (
    <div className="account-field">
      <label htmlFor={id}>{list.deputyField}</label>
      <select id={id} name="deputyFor" className="field">
        <option value="">{list.noDeputy}</option>
        {holders.map((account) => (
          <option key={account.id} value={account.id}>
            {account.name} {account.login}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The bodies a role can be given at; none for an officer's. */
function useBodies(role: WorkRole | null): readonly RoleBody[] {
  const { data: catalog } = useAnswer('catalog', {});
  const { data: agencies } = useAnswer('agencies', {});
  const { data: forms } = useAnswer('forms', {});
  return useMemo(
    () =>
      role === null || !forms
        ? []
        : roleBodies(role, {
            places: catalog?.territories ?? [],
            agencies: (agencies?.agencies ?? []).map(({ name }) => name),
            forms,
          }),
    [role, catalog, agencies, forms],
  );
}
