import { type ReactNode, useState } from 'react';
import { answers } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { post } from '../request.ts';
import { AccountField, fieldOf } from './account-field.tsx';
import { AccountForm } from './account-form.tsx';

/** As the server takes it; said by the form, so that what it said before goes. */
const isLogin = /^[a-z0-9][a-z0-9._@-]{1,63}$/i;

/** Makes an account and shows its one-time password, once. */
export function NewAccount(): ReactNode {
  const { list } = useMessages().accounts;
  const [made, setMade] = useState<{ login: string; password: string } | null>(null);
  const send = async (form: FormData) => {
    // The password of the one before is not read out for this one.
    setMade(null);
    const login = fieldOf(form, 'login').trim();
    if (!isLogin.test(login)) throw new Error(list.loginRule);
    const { password } = await post('createAccount', { login, name: fieldOf(form, 'name') });
    setMade({ login: login.toLowerCase(), password });
    await answers.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <section className="part">
      <h2>{list.make}</h2>
      <AccountForm label={list.make} submit={list.submit} send={send} inline>
        <AccountField label={list.login} name="login" autoComplete="off" hint={list.loginRule} />
        <AccountField label={list.name} name="name" autoComplete="off" />
      </AccountForm>
      {made && <OncePassword {...made} />}
    </section>
  );
}

/** A password that is shown this once. */
export function OncePassword(props: { login: string; password: string }): ReactNode {
  const { list } = useMessages().accounts;
  return (
    <div className="once-password" role="status">
      <p>
        {list.once(props.login)} <code>{props.password}</code>
      </p>
      <p className="note">{list.onceHint}</p>
    </div>
  );
}
