import { type ReactNode, useEffect } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { addressOf } from '../../api/endpoint.ts';
import { accountPaths } from '../../api/paths.ts';
import { useMessages } from '../language.tsx';
import { post } from '../request.ts';
import { type Session, setSession, useSession } from '../session.ts';
import { Loading } from '../states/loading.tsx';
import { useTitle } from '../title.ts';
import { AccountField, fieldOf } from './account-field.tsx';
import { AccountForm } from './account-form.tsx';
import { Authenticator, CodeField } from './authenticator.tsx';
import { PasswordForm } from './password-form.tsx';

/** Signing in, a step at a time; it leads back to where one came from. */
export function SignInPage(): ReactNode {
  const { signIn } = useMessages().accounts;
  const session = useSession();
  const [params] = useSearchParams();
  const [, go] = useLocation();
  const to = pageOf(params.get('to'));
  const stage = session?.account?.stage;
  useTitle(signIn.title);
  useEffect(() => {
    if (stage === 'full') go(to, { replace: true });
  }, [stage, to, go]);
  if (!session || stage === 'full') return <Loading rows={8} />;
  return (
    <div className="wrap sign-in">
      <p className="sign-in-notice">{signIn.notice}</p>
      <Step session={session} to={to} refused={params.get('refused')} />
    </div>
  );
}

function Step(props: { session: Session; to: string; refused: string | null }): ReactNode {
  const { signIn } = useMessages().accounts;
  const { session } = props;
  if (session.account === null) return <Password {...props} />;
  const { stage } = session.account;
  return (
    <>
      {stage === 'second-factor' && <Code />}
      {stage === 'password-change' && (
        <>
          <h1>{signIn.changeTitle}</h1>
          <p>{signIn.changeHint}</p>
          <PasswordForm session={session} />
        </>
      )}
      {stage === 'authenticator' && (
        <>
          <h1>{signIn.authenticatorTitle}</h1>
          <Authenticator session={session} />
        </>
      )}
      <button
        type="button"
        className="quiet"
        onClick={() => void post('signOut', {}).then(setSession)}
      >
        {signIn.again}
      </button>
    </>
  );
}

function Password(props: { session: Session; to: string; refused: string | null }): ReactNode {
  const { signIn } = useMessages().accounts;
  const { singleSignOn } = props.session;
  const { refused } = props;
  const send = async (form: FormData) =>
    setSession(
      await post('signIn', { login: fieldOf(form, 'login'), password: fieldOf(form, 'password') }),
    );
  return (
    <>
      <h1>{signIn.title}</h1>
      {(refused === 'account' || refused === 'provider') && (
        <p className="account-refused" role="alert">
          {signIn.refused[refused]}
        </p>
      )}
      <AccountForm
        label={signIn.title}
        submit={signIn.submit}
        primary
        send={send}
        beside={
          singleSignOn && (
            <>
              <span className="muted">{signIn.or}</span>
              <a
                className="button"
                href={addressOf(accountPaths.beginSingleSignOn, { to: props.to })}
              >
                {singleSignOn}
              </a>
            </>
          )
        }
      >
        <AccountField label={signIn.login} name="login" autoComplete="username" focused />
        <AccountField
          label={signIn.password}
          name="password"
          type="password"
          autoComplete="current-password"
        />
      </AccountForm>
    </>
  );
}

function Code(): ReactNode {
  const { signIn } = useMessages().accounts;
  return (
    <>
      <h1>{signIn.code}</h1>
      <AccountForm
        label={signIn.code}
        submit={signIn.codeSubmit}
        primary
        send={async (form) =>
          setSession(await post('secondFactor', { code: fieldOf(form, 'code') }))
        }
      >
        <CodeField />
      </AccountForm>
    </>
  );
}

/** A page of this site and nothing else. */
function pageOf(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/account';
}
