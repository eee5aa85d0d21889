import { type MouseEvent, type ReactNode, useState } from 'react';
import { useLanguage } from '../language.tsx';
import { cellId, goToCell, useDesk } from './desk.ts';
import { KeptList } from './kept-list.tsx';
import { rowName, shortFinding } from './row-words.ts';
import type { RowState } from './sheet-problems.ts';
import { SubmitBar, type Submitting } from './submit-bar.tsx';
import { SyncLine } from './sync-line.tsx';

/** Rows of a kind that are listed before one asks for the rest. */
const shownFirst = 6;

/** Beside the grid: how far the form is, what is left by kind, submitting, the burden. */
export function FillingSide({ submitting }: { submitting: Submitting }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.side;
  const { tally } = useDesk();
  const named = (state: RowState) => rowName(state.row, language);
  const withFinding = (state: RowState) => {
    const finding = shortFinding([...state.hard, ...state.soft], language);
    return language === 'zh' ? `${named(state)}：${finding}` : `${named(state)}: ${finding}`;
  };
  return (
    <aside className="filling-side" aria-label={words.label}>
      <Progress />
      <SyncLine />
      <RowLinks title={words.conflicts} states={tally.conflicts} words={named} />
      <RowLinks title={words.returned} states={tally.returned} words={named} />
      <RowLinks title={words.hard} states={tally.hard} words={withFinding} />
      <RowLinks title={words.soft} states={tally.soft} words={withFinding} />
      <RowLinks title={words.empty} states={tally.empty} words={named} />
      <SubmitBar submitting={submitting} />
      <KeptList />
      <BurdenLine />
    </aside>
  );
}

/** 13 / 17, and a bar of it: filled, and of that what must change. */
function Progress(): ReactNode {
  const words = useLanguage().messages.filling.side;
  const { tally } = useDesk();
  const wrong = tally.hard.filter(({ missing }) => !missing).length;
  const part = (count: number) => (tally.asked === 0 ? 0 : (count / tally.asked) * 100);
  const sound = Math.max(0, tally.filled - wrong);
  return (
    <div className="progress">
      <p>
        <span>{words.filled}</span>
        <b>
          {tally.filled}
          <small> / {tally.asked}</small>
        </b>
      </p>
      <svg role="img" aria-label={words.bar(tally.filled, tally.asked)} width="100%" height="8">
        <rect className="all" width="100%" height="8" />
        <rect className="sound" width={`${part(sound)}%`} height="8" />
        <rect className="wrong" x={`${part(sound)}%`} width={`${part(wrong)}%`} height="8" />
      </svg>
    </div>
  );
}

/** Rows of one kind as links to their cells; nothing where there are none. */
function RowLinks(props: {
  title: string;
  states: readonly RowState[];
  words: (state: RowState) => string;
}): ReactNode {
  const words = useLanguage().messages.filling.side;
  const [all, setAll] = useState(false);
  if (props.states.length === 0) return null;
  const shown = all ? props.states : props.states.slice(0, shownFirst);
  const more = props.states.length - shown.length;
  const go = (event: MouseEvent, indicator: string) => {
    event.preventDefault();
    goToCell(indicator);
  };
  return (
    <section className="row-links">
      <h2>
        {props.title} <span>{props.states.length}</span>
      </h2>
      <ul>
        {shown.map((state) => {
          const { indicator, line } = state.row.field;
          return (
            <li key={indicator}>
              <a href={`#${cellId(indicator)}`} onClick={(event) => go(event, indicator)}>
                <span className="line">{line}</span>
                {props.words(state)}
              </a>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {words.more(more)}
        </button>
      )}
    </section>
  );
}

/** How many cells somebody has to fill here: what the base knows is nobody's work. */
function BurdenLine(): ReactNode {
  const words = useLanguage().messages.filling.side;
  const { sheet, states, tally } = useDesk();
  const known = states.filter(({ row }) => row.known && row.field.derived === null).length;
  const derived = states.filter(({ row }) => row.field.derived !== null).length;
  const all = states.length - derived;
  return (
    <section className="row-links">
      <h2>
        {words.burden} <span>{words.each[sheet.form.frequency]}</span>
      </h2>
      <p className="note">
        {words.burdenWords(all, known, Math.max(0, all - known), derived)}
        <span className="unseen">{words.bar(tally.filled, tally.asked)}</span>
      </p>
    </section>
  );
}
