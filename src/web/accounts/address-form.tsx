import { type ReactNode, useState } from 'react';
import { answers, useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { post } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { AccountField, fieldOf } from './account-field.tsx';
import { AccountForm } from './account-form.tsx';

/** Where mail to oneself goes: to set and to forget. */
export function AddressForm(): ReactNode {
  const words = useMessages().reminders.address;
  const answer = useAnswer('address', {});
  const [said, setSaid] = useState('');
  const set = async (address: string | null) => {
    await post('setAddress', { address });
    await answers.invalidateQueries({ queryKey: ['address'] });
    setSaid(address === null ? words.forgotten : words.saved);
  };
  const forget = (
    <button type="button" className="button" onClick={() => void set(null)}>
      {words.forget}
    </button>
  );
  return (
    <Answered answer={answer}>
      {({ address, mail }) => (
        <>
          <p>{mail ? (address ?? words.none) : words.off}</p>
          {mail && (
            <AccountForm
              key={address}
              label={words.title}
              submit={words.set}
              send={(form) => set(fieldOf(form, 'address'))}
              beside={address !== null && forget}
            >
              <AccountField
                label={words.field}
                name="address"
                type="email"
                autoComplete="email"
                hint={words.hint}
              />
            </AccountForm>
          )}
          {!mail && address !== null && forget}
          <p role="status">{said}</p>
        </>
      )}
    </Answered>
  );
}
