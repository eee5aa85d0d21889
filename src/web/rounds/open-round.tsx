import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { FormsAnswer } from '../../api/collection.ts';
import { periodsOfYear } from '../../collection/burden.ts';
import { scheduleOf } from '../../collection/schedule.ts';
import type { Form } from '../../domain/form.ts';
import { roundPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { Answered } from '../states/answered.tsx';
import { periodWords } from '../submissions/period-words.ts';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { useAct } from '../submissions/use-act.ts';

/** To ask a form for a period: its days are filled in and can be changed. */
export function OpenRound(): ReactNode {
  const words = useMessages().rounds.openRound;
  const answer = useAnswer('forms', {});
  return (
    <section className="part open-round">
      <h2>{words.title}</h2>
      <Answered answer={answer} rows={2}>
        {(given) => <Fields given={given} />}
      </Answered>
    </section>
  );
}

function Fields({ given }: { given: FormsAnswer }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.rounds.openRound;
  const open = useAct('openRound');
  const [formId, setFormId] = useState(given.forms[0]?.form.id ?? '');
  const [year, setYear] = useState(String(given.year));
  const [at, setAt] = useState(0);
  const [days, setDays] = useState<Days>({});
  const [done, setDone] = useState<{ round: number; submissions: number } | null>(null);
  const form = given.forms.find((view) => view.form.id === formId)?.form;
  if (!form) return <p className="work-empty">{words.noForms}</p>;
  const periods = /^\d{4}$/.test(year) ? periodsOfYear(form.frequency, Number(year)) : [];
  const period = periods[Math.min(at, periods.length - 1)];
  const send = async () => {
    if (period) setDone(await open.run({ form: form.id, period, ...days }));
  };
  // Another form or period has other days.
  const anew = () => {
    setDays({});
    setDone(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onChange={() => setDone(null)}
    >
      <p className="note">{words.hint}</p>
      <div className="field-row">
        <label className="labelled">
          {messages.rounds.form}
          <select
            className="field"
            value={formId}
            onChange={(event) => {
              setFormId(event.target.value);
              anew();
            }}
          >
            {given.forms.map((view) => (
              <option key={view.form.id} value={view.form.id}>
                {view.form.number} {view.form.title[language]}
              </option>
            ))}
          </select>
        </label>
        <label className="labelled">
          {words.year}
          <input
            className="field year"
            inputMode="numeric"
            pattern="\d{4}"
            required
            value={year}
            onChange={(event) => {
              setYear(event.target.value);
              anew();
            }}
          />
        </label>
        {periods.length > 1 && (
          <label className="labelled">
            {words.part}
            <select
              className="field"
              value={at}
              onChange={(event) => {
                setAt(Number(event.target.value));
                anew();
              }}
            >
              {periods.map((one, index) => (
                <option key={one} value={index}>
                  {periodWords(one, messages.collection)}
                </option>
              ))}
            </select>
          </label>
        )}
        {period && <DayFields form={form} period={period} days={days} change={setDays} />}
        <button type="submit" className="button primary" disabled={!period || open.busy}>
          {words.submit}
        </button>
      </div>
      <RefusalLine refusal={open.refusal} />
      {done && (
        <p className="said" role="status">
          {words.done(done.submissions)} <Link href={roundPath(done.round)}>{words.look}</Link>
        </p>
      )}
    </form>
  );
}

interface Days {
  readonly opens?: string;
  readonly due?: string;
  readonly graceDays?: number;
}

function DayFields(props: {
  form: Form;
  period: string;
  days: Days;
  change: (days: Days) => void;
}): ReactNode {
  const words = useMessages().rounds;
  const { form, period, days, change } = props;
  const usual = scheduleOf(form, period);
  return (
    <>
      {(['opens', 'due'] as const).map((name) => (
        <label key={name} className="labelled">
          {words[name]}
          <input
            className="field"
            type="date"
            required
            value={days[name] ?? usual?.[name] ?? ''}
            onChange={(event) => change({ ...days, [name]: event.target.value })}
          />
        </label>
      ))}
      <label className="labelled">
        {words.grace}
        <input
          className="field year"
          type="number"
          min={0}
          max={366}
          value={days.graceDays ?? form.graceDays}
          onChange={(event) => change({ ...days, graceDays: Number(event.target.value) })}
        />
      </label>
    </>
  );
}
