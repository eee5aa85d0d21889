import { type ReactNode, useState } from 'react';
import type { KeptElsewhere } from '../../api/collection.ts';
import { describeFinding, type Finding } from '../../domain/finding.ts';
import { answers } from '../answers.ts';
import { useLanguage } from '../language.tsx';
import { post, refusalOf } from '../request.ts';
import { formAndPeriod } from '../submissions/period-words.ts';
import { contentWords } from './row-words.ts';

/** What was kept for its author of forms that are somebody else's now: to be handed on or dropped. */
export function KeptElsewhereList({ kept }: { kept: readonly KeptElsewhere[] }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.tasks;
  const [said, say] = useState('');
  if (kept.length === 0) return null;
  const dismiss = async (id: number) => {
    try {
      await post('dismissKept', { id });
    } catch (error) {
      say(refusalOf(error).message[language]);
    }
    void answers.refetchQueries({ queryKey: ['tasks'] });
  };
  return (
    <section className="part">
      <header>
        <h2>{words.keptElsewhere}</h2>
        <p className="note">{words.keptElsewhereHint}</p>
      </header>
      <p role="status" className="note">
        {said}
      </p>
      <table className="task-table">
        <caption className="unseen">{words.keptElsewhere}</caption>
        <tbody>
          {kept.map((item) => (
            <KeptRow key={item.id} item={item} say={say} dismiss={() => void dismiss(item.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function KeptRow(props: {
  item: KeptElsewhere;
  say: (words: string) => void;
  dismiss: () => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling;
  const { item, say, dismiss } = props;
  const figure = contentWords(item, item.unit, words);
  const copy = async () => {
    const parts = [item.bodyName, item.period, item.name[language], figure, item.unit, item.note];
    try {
      await navigator.clipboard.writeText(parts.filter(Boolean).join('\t'));
      say(words.said.copied(1));
    } catch (error) {
      say(String(error));
    }
  };
  return (
    <tr>
      <th scope="row">
        {item.name[language]}
        <small>
          {item.bodyName} {formAndPeriod(item, language, messages.collection)}
        </small>
      </th>
      <td>
        <b>{figure}</b> {item.unit} {item.note}
      </td>
      <td>{messageOf(item.finding, language)}</td>
      <td>
        <span className="fixes">
          <button type="button" onClick={() => void copy()}>
            {words.side.keptCopy}
          </button>
          <button type="button" onClick={dismiss}>
            {words.side.keptDone}
          </button>
        </span>
      </td>
    </tr>
  );
}

function messageOf(finding: Finding, language: 'zh' | 'en'): string {
  return describeFinding(finding, language).message;
}
