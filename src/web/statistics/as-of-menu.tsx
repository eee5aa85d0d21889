import { type ReactNode, useId } from 'react';
import type { Instant } from '../../api/statistics.ts';
import type { ChangeAddress } from '../address-state.ts';
import { useLanguage } from '../language.tsx';
import { Menu } from '../menu.tsx';
import type { ExplorerState } from './explorer-state.ts';
import { instantText, isoDay } from './instant-words.ts';

/** Which publication the figures are of; another is chosen by number or by day. */
export function AsOfMenu(props: {
  newest: Instant;
  instant: Instant;
  state: ExplorerState;
  change: ChangeAddress;
}): ReactNode {
  const { newest, instant, state, change } = props;
  const { messages } = useLanguage();
  const words = messages.explorer.asOf;
  const id = useId();
  const show = (form: FormData, close: () => void) => {
    const [number, day] = [form.get('number'), form.get('day')].map((value) => String(value ?? ''));
    change({ asOf: day || number || null });
    close();
  };
  return (
    <Menu
      title={words.title}
      label={
        <>
          <span className="muted">{words.button}</span>{' '}
          <span className="menu-value">
            {instant.recorded === null ? words.empty : isoDay(instant.recorded)}
            {state.choice.asOf !== null && ` ${words.short(instant.number)}`}
          </span>
        </>
      }
    >
      {(close) => (
        <form
          className="as-of"
          onSubmit={(event) => {
            event.preventDefault();
            show(new FormData(event.currentTarget), close);
          }}
        >
          <p>{instantText(instant, messages)}</p>
          <p className="note">{words.note}</p>
          <label htmlFor={`${id}-number`}>{words.number}</label>
          <input
            id={`${id}-number`}
            className="field"
            type="number"
            name="number"
            min="1"
            max={newest.number}
            defaultValue={instant.number || undefined}
          />
          <label htmlFor={`${id}-day`}>{words.date}</label>
          <input id={`${id}-day`} className="field" type="date" name="day" />
          <div className="place-actions">
            <button type="submit" className="button">
              {words.show}
            </button>
            {state.choice.asOf !== null && (
              <button
                type="button"
                className="button"
                onClick={() => {
                  change({ asOf: null });
                  close();
                }}
              >
                {words.newest}
              </button>
            )}
          </div>
        </form>
      )}
    </Menu>
  );
}
