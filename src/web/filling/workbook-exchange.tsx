import { type ChangeEvent, type ReactNode, useState } from 'react';
import { describeFinding, type Finding, hasErrors } from '../../domain/finding.ts';
import { useLanguage } from '../language.tsx';
import { address, postFile, refusalOf } from '../request.ts';
import { useDesk } from './desk.ts';

interface Reading {
  readonly title: string;
  readonly hint: string;
  readonly findings: readonly Finding[];
}

/** The form as a workbook: out to be filled elsewhere, and in again as one act that undo takes back. */
export function WorkbookExchange(): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.workbook;
  const desk = useDesk();
  const { id } = desk.sheet.entry;
  const [reading, setReading] = useState<Reading | null>(null);
  const read = async (file: File) => {
    setReading({ title: words.reading, hint: '', findings: [] });
    try {
      const { cells, findings } = await postFile('readTemplate', { id }, file);
      if (hasErrors(findings)) {
        setReading({ title: words.findings(findings.length), hint: words.stopped, findings });
        return;
      }
      const changed = desk.change(
        cells.map(({ indicator, ...content }) => ({ indicator, content })),
      );
      const hint = changed > 0 ? words.read(cells.length) : words.same;
      desk.say(hint);
      const title = words.findings(findings.length);
      setReading(findings.length > 0 ? { title, hint, findings } : null);
    } catch (error) {
      const { message, hint } = refusalOf(error);
      setReading({ title: message[language], hint: hint[language], findings: [] });
    }
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) void read(file);
    // The same file, mended, is chosen again.
    target.value = '';
  };
  return (
    <span className="workbook">
      <a href={address('template', { id, lang: language })} download>
        {words.download}
      </a>
      {desk.editable && (
        <label className="quiet">
          {words.upload}
          <input type="file" className="unseen" accept=".xlsx" onChange={onChange} />
        </label>
      )}
      {reading && <ReadingNote reading={reading} close={() => setReading(null)} />}
    </span>
  );
}

/** What was wrong with the rows of a workbook, by cell as the spreadsheet names it. */
function ReadingNote(props: { reading: Reading; close: () => void }): ReactNode {
  const { language, messages } = useLanguage();
  const { title, hint, findings } = props.reading;
  return (
    <div className="workbook-note" role="alert">
      <p>
        <b>{title}</b> {hint}
      </p>
      <ul>
        {findings.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings of one reading never move
          <li key={at} className={item.severity === 'error' ? 'said-hard' : 'said-soft'}>
            <span className="line">{item.where.cell ?? item.where.line}</span>
            <FindingText item={item} language={language} />
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={props.close}>
        {messages.filling.workbook.close}
      </button>
    </div>
  );
}

function FindingText({ item, language }: { item: Finding; language: 'zh' | 'en' }): ReactNode {
  const { message, hint } = describeFinding(item, language);
  return (
    <>
      {message} {hint}
    </>
  );
}
