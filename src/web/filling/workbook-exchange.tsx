import { type ChangeEvent, type ReactNode, useState } from 'react';
import { useLanguage } from '../language.tsx';
import { address, postFile, type Refusal, refusalOf } from '../request.ts';
import { useDesk } from './desk.ts';
import { refetchSheet } from './use-queue.ts';
import { WorkbookPreview, WorkbookRefused } from './workbook-preview.tsx';
import { takenBack, type WorkbookLine, type WorkbookReading } from './workbook-taking.ts';

/**
 * The form as a workbook: out to be filled elsewhere, and in again. What it would change is shown
 * first; taken, it is one act, which undo or the button takes back.
 */
export function WorkbookExchange(): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.workbook;
  const desk = useDesk();
  const { id } = desk.sheet.entry;
  const [reading, setReading] = useState<WorkbookReading | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [taken, setTaken] = useState<readonly WorkbookLine[]>([]);
  const read = async (file: File) => {
    desk.say(words.reading);
    try {
      setReading(await postFile('readTemplate', { id }, file));
      desk.say('');
      // The file was compared with what stands there now, which this page may not have seen yet.
      refetchSheet(id);
    } catch (error) {
      desk.say('');
      setRefusal(refusalOf(error));
    }
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) void read(file);
    // The same file, mended, is chosen again.
    target.value = '';
  };
  const take = (lines: readonly WorkbookLine[]) => {
    setReading(null);
    setTaken(lines);
    desk.say(words.taken(desk.change(lines.map(({ change }) => change))));
  };
  const takeBack = () => {
    const rows = desk.states.map(({ row }) => row);
    setTaken([]);
    desk.say(messages.filling.said.undone(desk.change(takenBack(taken, rows))));
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
      {taken.length > 0 && (
        <button type="button" className="quiet" onClick={takeBack}>
          {words.takeBack}
        </button>
      )}
      {reading && <WorkbookPreview reading={reading} take={take} close={() => setReading(null)} />}
      {refusal && <WorkbookRefused refusal={refusal} close={() => setRefusal(null)} />}
    </span>
  );
}
