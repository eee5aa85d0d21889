import type { ReactNode } from 'react';
import { describeFinding, type Finding } from '../../domain/finding.ts';
import { useLanguage } from '../language.tsx';
import type { CellContent } from './cell-content.ts';
import { shownDecimal } from './cell-entry.ts';
import { useDesk } from './desk.ts';
import { HardMark, ReturnedMark, SoftMark } from './row-marks.tsx';
import { contentWords } from './row-words.ts';
import { proposalOf, type RowState } from './sheet-problems.ts';

/** What is said about a row: a conflict to settle, why it was returned, findings, its note, its source. */
export function RowRemarks(props: {
  state: RowState;
  fix: () => void;
  writeNote: () => void;
  /** Where the value proposed is to stand on its button. */
  spelt?: boolean;
}): ReactNode {
  const { state, fix, writeNote } = props;
  const { row } = state;
  const { messages } = useLanguage();
  const words = messages.filling.grid;
  const desk = useDesk();
  const proposal = desk.editable ? proposalOf(state) : null;
  const asks = desk.editable && state.soft.length > 0;
  return (
    <>
      {row.conflict && <ConflictChoice state={state} />}
      {row.remarks.map(({ id, by, reason }) => (
        <p key={id} className={state.returned ? 'said-returned' : 'said-quiet'}>
          <ReturnedMark />
          {words.returned(by, reason)}
        </p>
      ))}
      {row.queued?.state === 'refused' && (
        <p className="said-hard">
          <HardMark />
          {words.refused}
        </p>
      )}
      {state.hard.map((item) => (
        <p key={item.code} className="said-hard">
          <HardMark />
          <FindingWords item={item} spelt={props.spelt && proposal !== null} />
        </p>
      ))}
      {state.soft.map((item) => (
        <p key={item.code} className="said-soft">
          <SoftMark />
          <FindingWords item={item} spelt={props.spelt && proposal !== null} />
        </p>
      ))}
      {(proposal !== null || asks) && (
        <span className={`fixes ${state.hard.length > 0 ? 'said-hard' : 'said-soft'}`}>
          {proposal !== null && (
            <button type="button" tabIndex={-1} title="Ctrl ." onClick={fix}>
              {props.spelt ? words.takeValue(shownDecimal(proposal)) : words.take}
            </button>
          )}
          {asks && (
            <button type="button" tabIndex={-1} title="Shift F2" onClick={writeNote}>
              {words.writeNote}
            </button>
          )}
        </span>
      )}
      {state.quiet.map((item) => (
        <p key={item.code} className={item.params.explained ? 'said-quiet' : 'said-ok'}>
          <FindingWords item={item} />
        </p>
      ))}
      {row.content.note && <p className="said-note">{words.noteSaid(row.content.note)}</p>}
      <RowSource state={state} />
    </>
  );
}

/** `spelt`: a button beside it says what its hint proposes. */
function FindingWords(props: { item: Finding; spelt?: boolean | undefined }): ReactNode {
  const { item } = props;
  const said = props.spelt && item.params.proposal !== undefined;
  const { language } = useLanguage();
  const { message, hint } = describeFinding(item, language);
  return (
    <span>
      <b>{message}</b>
      {item.severity !== 'info' && hint && !said && (language === 'zh' ? `。${hint}` : `. ${hint}`)}
    </span>
  );
}

/** Where a value comes from that nobody typed, in quiet ink. */
function RowSource({ state: { row } }: { state: RowState }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.filling.grid;
  if (row.origin === 'derived' || row.field.derived)
    return <p className="said-quiet">{words.computed}</p>;
  if (row.origin === 'known' && row.known)
    return <p className="said-quiet source">{words.known(row.known.source)}</p>;
  return null;
}

/** Two people typed into one cell: each value with a button, and nothing is lost until one is chosen. */
function ConflictChoice({ state: { row } }: { state: RowState }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.filling.conflict;
  const desk = useDesk();
  const { conflict } = row;
  if (!conflict?.now) return null;
  const shown = (content: CellContent) => {
    const figure = contentWords(content, row.field.unit, messages.filling) || words.blank;
    return content.note ? words.withNote(figure, content.note) : figure;
  };
  const { now } = conflict;
  return (
    <fieldset className="said-hard conflict" aria-label={words.title}>
      <p>
        <HardMark />
        <b>{words.title}</b>
      </p>
      <span className="fixes">
        <button type="button" onClick={() => desk.decide(conflict.key, 'mine')}>
          {words.mine(shown(conflict))}
        </button>
        <button type="button" onClick={() => desk.decide(conflict.key, 'theirs')}>
          {words.theirs(shown(now), now.changedBy || words.someone)}
        </button>
      </span>
    </fieldset>
  );
}
