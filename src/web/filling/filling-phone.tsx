import { type ReactNode, useState } from 'react';
import type { Absence } from '../../domain/observation.ts';
import { unitName } from '../../domain/unit-words.ts';
import { useLanguage } from '../language.tsx';
import { absences } from './cell-entry.ts';
import { cellId, useDesk } from './desk.ts';
import { rowClass } from './filling-grid.tsx';
import { NoteField } from './note-field.tsx';
import { RowRemarks } from './row-remarks.tsx';
import { contentWords, earlierWords, rowName } from './row-words.ts';
import type { RowState } from './sheet-problems.ts';
import { SyncLine } from './sync-line.tsx';
import type { GridActs } from './use-grid-acts.ts';
import { fieldClass } from './value-cell.tsx';
import { useValueField } from './value-field.ts';

/** The form on a phone: a list of fields, one below the other. */
export function FillingPhone({ acts }: { acts: GridActs }): ReactNode {
  const { language } = useLanguage();
  const { sheet, states } = useDesk();
  return (
    <div className="filling-phone">
      <SyncLine />
      {sheet.sections.map((section, index) => (
        <section key={section.title.zh}>
          <h2>{section.title[language]}</h2>
          <ul>
            {states.map((state, at) =>
              state.row.section === index ? (
                <PhoneField key={state.row.field.indicator} state={state} at={at} acts={acts} />
              ) : null,
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PhoneField(props: { state: RowState; at: number; acts: GridActs }): ReactNode {
  const { state, at, acts } = props;
  const { row } = state;
  const { field } = row;
  const { language, messages } = useLanguage();
  const words = messages.filling;
  const desk = useDesk();
  const value = useValueField(row);
  const [noting, setNoting] = useState(false);
  const unit = unitName(field.unit, language);
  const before = row.before && contentWords(row.before, field.unit, messages.filling);
  const locked = !desk.editable || field.derived !== null;
  const name = rowName(row, language);
  // The choice below the field says it.
  const chosen = !locked && value.hold === 'ready' && row.content.absence !== null;
  const note = cellId(field.indicator, 'note');
  return (
    <li className={rowClass(state)}>
      <div className="label">
        <span className="line">{field.line}</span>
        <label htmlFor={cellId(field.indicator)}>
          <b>{name}</b>
          <small>
            {before
              ? words.phone.before(before, unit)
              : row.isFirst
                ? words.grid.first
                : words.phone.before('—', '')}
            {row.earlier && ` (${earlierWords(row.earlier, field.unit, messages.filling)})`}
          </small>
        </label>
      </div>
      <div className="field-with-unit">
        <input
          id={cellId(field.indicator)}
          type="text"
          inputMode={field.min !== null && field.min >= 0 ? 'decimal' : 'text'}
          enterKeyHint="next"
          autoComplete="off"
          readOnly={locked}
          aria-label={words.grid.value(field.line, name, unit)}
          aria-invalid={state.hard.length > 0 || undefined}
          aria-describedby={note}
          className={fieldClass(row, value.text)}
          value={chosen ? '' : value.text}
          onChange={value.onChange}
          onFocus={(event) => {
            acts.setCurrent(at);
            value.onFocus(event);
          }}
          onMouseUp={value.onMouseUp}
          onBlur={value.commit}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            acts.act(
              { do: 'go', rows: 1, open: true },
              { at, column: 'value', field: value, locked },
            );
          }}
        />
        <span className="print-only printed" aria-hidden="true">
          {value.text}
        </span>
        {row.content.absence === null && <span>{unit}</span>}
      </div>
      {!locked && (row.content.value === null || row.content.absence) && (
        <ReasonSelect state={state} />
      )}
      <div className="said" id={note} tabIndex={-1}>
        <RowRemarks
          state={state}
          spelt
          fix={() => acts.fix(at)}
          writeNote={() => setNoting(true)}
        />
        {noting && <NoteField row={row} close={() => setNoting(false)} />}
      </div>
    </li>
  );
}

/** Why there is no figure, as the phone's own choice. */
function ReasonSelect({ state: { row } }: { state: RowState }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling;
  const desk = useDesk();
  const { indicator } = row.field;
  const choose = (absence: Absence | null) => {
    desk.setUnsound(indicator, null);
    desk.change([{ indicator, content: { value: null, absence, note: row.own.note } }]);
  };
  return (
    <select
      className="reason-select"
      aria-label={`${rowName(row, language)}: ${words.grid.reasons}`}
      value={row.content.absence ?? ''}
      onChange={({ target }) => choose((target.value || null) as Absence | null)}
    >
      <option value="">{row.content.absence ? words.grid.noReason : words.phone.noFigure}</option>
      {absences.map((absence) => (
        <option key={absence} value={absence}>
          {words.grid.absences[absence]}
        </option>
      ))}
    </select>
  );
}
