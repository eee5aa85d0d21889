import { type ReactNode, useState } from 'react';
import { passwordFault } from '../../domain/password-rules.ts';
import { useLanguage } from '../language.tsx';
import { post, refusalOf } from '../request.ts';
import { type Session, setSession } from '../session.ts';
import { AccountField, fieldOf } from './account-field.tsx';
import { AccountForm } from './account-form.tsx';

/** Changes one's own password. */
export function PasswordForm({ session }: { session: Session }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.accounts.own;
  const [changed, setChanged] = useState(false);
  const { minLength, classes } = session.passwordRules;
  const send = async (form: FormData) => {
    const next = fieldOf(form, 'next');
    const fault = passwordFault(next, session.account?.login ?? '', session.passwordRules);
    if (fault) throw new Error(language === 'zh' ? fault.reason : fault.reasonEn);
    if (next !== fieldOf(form, 'repeat')) throw new Error(words.differs);
    setChanged(false);
    try {
      setSession(await post('changePassword', { current: fieldOf(form, 'current'), next }));
    } catch (error) {
      // The refusal of signing in speaks of an account, and here there is but one.
      const isWrong = refusalOf(error).code === 'sign-in-refused';
      throw isWrong ? new Error(words.wrongCurrent) : error;
    }
    setChanged(true);
  };
  return (
    <>
      <AccountForm label={words.password} submit={words.change} send={send}>
        <AccountField
          label={words.current}
          name="current"
          type="password"
          autoComplete="current-password"
        />
        <AccountField
          label={words.next}
          name="next"
          type="password"
          autoComplete="new-password"
          hint={words.rules(minLength, classes)}
        />
        <AccountField
          label={words.repeat}
          name="repeat"
          type="password"
          autoComplete="new-password"
        />
      </AccountForm>
      <p role="status">{changed && words.changed}</p>
    </>
  );
}
