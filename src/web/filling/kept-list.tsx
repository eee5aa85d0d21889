import type { ReactNode } from 'react';
import type { KeptSave } from '../../api/collection.ts';
import { describeFinding } from '../../domain/finding.ts';
import { useLanguage } from '../language.tsx';
import { post, refusalOf } from '../request.ts';
import { goToCell, useDesk } from './desk.ts';
import { contentWords, rowName } from './row-words.ts';
import { refetchSheet } from './use-queue.ts';

/** What arrived too late to be saved: kept for who typed it, with what to do about it. */
export function KeptList(): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.side;
  const { sheet, say } = useDesk();
  if (sheet.kept.length === 0) return null;
  const dismiss = async (id: number) => {
    try {
      await post('dismissKept', { id });
    } catch (error) {
      say(refusalOf(error).message[language]);
    }
    refetchSheet(sheet.entry.id);
  };
  return (
    <section className="row-links kept">
      <h2>
        {words.kept} <span>{sheet.kept.length}</span>
      </h2>
      <p className="note">{words.keptHint}</p>
      <ul>
        {sheet.kept.map((item) => (
          <KeptRow key={item.id} item={item} dismiss={() => void dismiss(item.id)} />
        ))}
      </ul>
    </section>
  );
}

function KeptRow({ item, dismiss }: { item: KeptSave; dismiss: () => void }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.side;
  const desk = useDesk();
  const row = desk.states.find((state) => state.row.field.indicator === item.indicator)?.row;
  const { message, hint } = describeFinding(item.finding, language);
  const figure = contentWords(item, row?.field.unit ?? '', messages.filling);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText([figure, item.note].filter(Boolean).join('\t'));
      desk.say(messages.filling.said.copied(1));
    } catch (error) {
      desk.say(String(error));
    }
  };
  const take = () => {
    const { indicator, value, absence, note } = item;
    desk.change([{ indicator, content: { value, absence, note } }]);
    goToCell(indicator);
    dismiss();
  };
  return (
    <li>
      <p>
        <span className="line">{row?.field.line}</span>
        {row ? rowName(row, language) : item.indicator} <b>{figure}</b> {item.note}
      </p>
      <p className="note">
        {message} {hint}
      </p>
      <span className="fixes">
        {desk.editable && row && (
          <button type="button" onClick={take}>
            {words.keptTake}
          </button>
        )}
        <button type="button" onClick={() => void copy()}>
          {words.keptCopy}
        </button>
        <button type="button" onClick={dismiss}>
          {words.keptDone}
        </button>
      </span>
    </li>
  );
}
