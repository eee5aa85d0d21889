import { type ReactNode, useState } from 'react';
import { describeFinding, type Finding } from '../../domain/finding.ts';
import { answers } from '../answers.ts';
import { useLanguage } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { post, refusalOf } from '../request.ts';
import { type Desk, goToCell, useDesk } from './desk.ts';
import { unsent } from './queue-state.ts';
import { refetchSheet } from './use-queue.ts';

/** What submitting and withdrawing need, for the page and for the bar of a phone. */
export interface Submitting {
  readonly busy: boolean;
  /** What is still to be done first; empty: nothing. */
  readonly left: readonly string[];
  /** What the server answered to the last try. */
  readonly answer: string;
  readonly findings: readonly Finding[];
  readonly submit: () => void;
  readonly withdraw: () => void;
}

/** Returns how far submitting is, and the two acts. */
export function useSubmitting(): Submitting {
  const desk = useDesk();
  const { language, messages } = useLanguage();
  const words = messages.filling.side;
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState('');
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const { id } = desk.sheet.entry;
  const left = leftToDo(desk, words);
  const run = async (act: () => Promise<string>) => {
    setBusy(true);
    try {
      setAnswer(await act());
    } catch (error) {
      const { message, hint } = refusalOf(error);
      setAnswer(`${message[language]}${language === 'zh' ? '。' : '. '}${hint[language]}`);
    }
    refetchSheet(id);
    void answers.invalidateQueries({ queryKey: ['owed'] });
    setBusy(false);
  };
  const submit = async () => {
    const said = await post('submit', { id });
    const open = said.findings.filter(({ severity }) => severity !== 'info');
    setFindings(open);
    return open.length > 0 ? '' : words.submitted;
  };
  const withdraw = async () => {
    await post('withdraw', { id });
    return words.withdrawn;
  };
  return {
    busy,
    left,
    answer,
    findings,
    submit: () => {
      if (left.length === 0 && !busy) return void run(submit);
      const first = firstLeft(desk);
      setAnswer(words.missing(left));
      if (first) goToCell(first);
    },
    withdraw: () => void (busy || run(withdraw)),
  };
}

/** The two acts that move a form, and what is missing before it can go. */
export function SubmitBar({ submitting }: { submitting: Submitting }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.side;
  const { sheet } = useDesk();
  const { may, levels, level } = sheet.entry;
  const next = levels[level];
  const { busy, left, answer, findings } = submitting;
  return (
    <div className="submit-bar">
      <div className="acts">
        {may.includes('submit') && (
          <button
            type="button"
            className={left.length > 0 ? 'button off' : 'button main'}
            aria-disabled={left.length > 0 || busy}
            aria-describedby="submit-left"
            onClick={submitting.submit}
          >
            {busy ? words.submitting : words.submit}
          </button>
        )}
        {may.includes('withdraw') && (
          <button type="button" className="button" onClick={submitting.withdraw}>
            {words.withdraw}
          </button>
        )}
      </div>
      <p id="submit-left" className="note">
        {may.includes('submit') && (left.length > 0 ? words.missing(left) : words.ready)}
        {may.includes('withdraw') && words.withdrawNote}{' '}
        {may.includes('submit') && next && words.next(next.bodyName)}
      </p>
      <p className="answer" role="status">
        {answer}
      </p>
      {findings.length > 0 && (
        <ul className="answer-findings" role="alert">
          {findings.map((item) => (
            <li key={`${item.code} ${item.where.cell}`}>
              {item.where.cell} {describeFinding(item, language).message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function leftToDo({ tally, view }: Desk, words: Messages['filling']['side']): string[] {
  const count = unsent(view.queue);
  return [
    tally.hard.length > 0 && words.toMend(tally.hard.length),
    tally.returned.length > 0 && words.toAmend(tally.returned.length),
    tally.conflicts.length > 0 && words.toDecide(tally.conflicts.length),
    tally.soft.length > 0 && words.toExplain(tally.soft.length),
    tally.empty.length > 0 && words.toFill(tally.empty.length),
    count > 0 && words.toSync(count),
  ].filter((part) => part !== false);
}

function firstLeft({ tally }: Desk): string | undefined {
  const { hard, returned, conflicts, soft, empty } = tally;
  return [...hard, ...returned, ...conflicts, ...soft, ...empty][0]?.row.field.indicator;
}
