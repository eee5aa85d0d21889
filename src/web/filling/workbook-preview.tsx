import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { describeFinding, type Finding, hasErrors } from '../../domain/finding.ts';
import { useLanguage } from '../language.tsx';
import type { Refusal } from '../request.ts';
import type { CellContent } from './cell-content.ts';
import { useDesk } from './desk.ts';
import { contentWords, rowName } from './row-words.ts';
import { type WorkbookLine, type WorkbookReading, workbookLines } from './workbook-taking.ts';

/** What a workbook would change, before it does: cells old → new, conflicts to choose, findings. */
export function WorkbookPreview(props: {
  reading: WorkbookReading;
  take: (lines: readonly WorkbookLine[]) => void;
  close: () => void;
}): ReactNode {
  const { reading, take, close } = props;
  const words = useLanguage().messages.filling.workbook;
  const { states } = useDesk();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = states.map(({ row }) => row);
  const { changes, conflicts } = workbookLines(reading, rows);
  const isStopped = hasErrors(reading.findings);
  const lines = [...changes, ...conflicts.filter(({ change }) => chosen.has(change.indicator))];
  const choose = (indicator: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(indicator)) next.add(indicator);
      return next;
    });
  const others = reading.findings.filter(({ code }) => code !== 'template-conflict');
  return (
    <WorkbookDialog title={isStopped ? words.stopped : words.changes(changes.length)} close={close}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
      <div className="workbook-body" tabIndex={0}>
        {!isStopped && changes.length > 0 && (
          <ul className="workbook-lines">
            {changes.map((line) => (
              <li key={line.change.indicator}>
                <LineWords line={line} />
              </li>
            ))}
          </ul>
        )}
        {!isStopped && conflicts.length > 0 && (
          <fieldset className="workbook-conflicts">
            <legend>{words.conflicts(conflicts.length)}</legend>
            <p className="note">{words.conflictsHint}</p>
            {conflicts.map((line) => (
              <label key={line.change.indicator}>
                <input
                  type="checkbox"
                  checked={chosen.has(line.change.indicator)}
                  onChange={() => choose(line.change.indicator)}
                />
                <span>
                  <LineWords line={line} by={changedBy(reading, line)} />
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <FindingList findings={others} />
      </div>
      <p className="acts">
        {!isStopped && changes.length + conflicts.length > 0 && (
          <button
            type="button"
            className="button main"
            disabled={lines.length === 0}
            onClick={() => take(lines)}
          >
            {words.take(lines.length)}
          </button>
        )}
        <button type="button" className="button" onClick={close}>
          {isStopped || changes.length + conflicts.length === 0 ? words.close : words.cancel}
        </button>
      </p>
    </WorkbookDialog>
  );
}

/** Why a workbook was not read at all. */
export function WorkbookRefused(props: { refusal: Refusal; close: () => void }): ReactNode {
  const { language, messages } = useLanguage();
  const { message, hint } = props.refusal;
  return (
    <WorkbookDialog title={message[language]} close={props.close}>
      <p>{hint[language]}</p>
      <p className="acts">
        <button type="button" className="button" onClick={props.close}>
          {messages.filling.workbook.close}
        </button>
      </p>
    </WorkbookDialog>
  );
}

function WorkbookDialog(props: {
  title: string;
  close: () => void;
  children: ReactNode;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="workbook-note" onClose={props.close} aria-labelledby={title}>
      <h2 id={title}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}

function LineWords({ line, by }: { line: WorkbookLine; by?: string }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.workbook;
  const { row, change } = line;
  const figure = (content: CellContent) =>
    contentWords(content, row.field.unit, messages.filling) || words.blank;
  const isNote = (row.own.note ?? '') !== (change.content.note ?? '');
  return (
    <>
      <span className="line">{row.field.line}</span>
      <span className="name">{rowName(row, language)}</span>
      <span className="figures">
        <del>
          {figure(row.own)}
          {by && <small>{words.by(by)}</small>}
        </del>
        <span aria-hidden="true">→</span>
        <ins>{figure(change.content)}</ins>
      </span>
      {isNote && (
        <span className="note">
          {words.note} {change.content.note ?? words.blank}
        </span>
      )}
    </>
  );
}

function changedBy({ conflicts }: WorkbookReading, { change }: WorkbookLine): string {
  return conflicts.find(({ indicator }) => indicator === change.indicator)?.now.changedBy ?? '';
}

/** What was wrong with the rows of a workbook, by cell as the spreadsheet names it. */
function FindingList({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { language, messages } = useLanguage();
  if (findings.length === 0) return null;
  return (
    <section className="workbook-findings">
      <h3>{messages.filling.workbook.findings(findings.length)}</h3>
      <ul>
        {findings.map((item, at) => {
          const { message, hint } = describeFinding(item, language);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings of one reading never move
            <li key={at} className={item.severity === 'error' ? 'said-hard' : 'said-soft'}>
              <span className="line">{item.where.cell ?? item.where.line}</span>
              {message} {hint}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
