import type { ReactNode } from 'react';
import type { FormView } from '../../api/collection.ts';
import type { Citation, Form } from '../../domain/form.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { FormLines } from './form-lines.tsx';

/** A form: what it must carry by law, who fills it, when, how much it asks, its lines. */
export function FormPart(props: { view: FormView; citations: readonly Citation[] }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.forms;
  const { form, burden, sections } = props.view;
  const { approval } = form;
  const each = burden.cellsEach * burden.periodsEachYear;
  const legal = props.citations.filter(({ id }) => form.citations.includes(id));
  return (
    <section className="part form-part" id={form.id}>
      <header>
        <h2>{form.title[language]}</h2>
        <p className="form-corner">
          {words.number} {form.number}
          <br />
          {words.issuer} {form.issuer}
          <br />
          {approval ? (
            <>
              {words.approved(approval.by, approval.number)}
              <br />
              {words.validUntil(messages.date(approval.validUntil))}
            </>
          ) : (
            <strong className="proposed">{words.proposed}</strong>
          )}
        </p>
      </header>
      {!approval && <p className="note">{words.proposedHint}</p>}
      <dl className="form-facts">
        <Fact name={words.reporters}>
          <ReporterWords form={form} /> · {words.count(burden.bodies)}
        </Fact>
        <Fact name={words.frequency}>{words.frequencies[form.frequency]}</Fact>
        <Fact name={words.due}>
          {dueText(form, words)}
          {form.frequency !== 'year' && ` ${words.dueShifted}`}
        </Fact>
        <Fact name={words.review}>{reviewText(form, messages)}</Fact>
        <Fact name={words.burden}>
          {words.burdenWords(burden.cellsEach, burden.periodsEachYear, each)}
          {messages.listOf(['', ''])}
          {words.burdenKnown(burden.asked, burden.known)}
        </Fact>
        {form.note && <Fact name={words.note}>{form.note[language]}</Fact>}
        {legal.length > 0 && (
          <Fact name={words.legal}>
            <Legal citations={legal} />
          </Fact>
        )}
      </dl>
      <FormLines sections={sections} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Kinds of places, or their group by its name once the statistics are there; or agencies. */
function ReporterWords({ form }: { form: Form }): ReactNode {
  const { language, messages } = useLanguage();
  const { reporters } = form;
  const isGroup = reporters.of === 'places' && reporters.group !== undefined;
  const catalog = useAnswer('catalog', {}, isGroup).data;
  if (reporters.of === 'agencies')
    return reporters.names ? messages.listOf(reporters.names) : messages.forms.agencies;
  const group = catalog?.groups.find(({ id }) => id === reporters.group);
  return group?.name[language] ?? kindsText(reporters.kinds, messages);
}

function kindsText(kinds: readonly string[], messages: Messages): string {
  return messages.listOf(kinds.map((kind) => messages.forms.reporterKinds[kind] ?? kind));
}

function reviewText({ review }: Form, messages: Messages): string {
  const { forms } = messages;
  return forms.reviewLevels(
    review.map(({ kinds, role }) =>
      forms.levelWords(kindsText(kinds, messages), forms.roles[role]),
    ),
  );
}

function dueText({ opens, due, graceDays }: Form, words: Messages['forms']): string {
  const day = ({ on }: Form['due']) => {
    const [month = 1, date = 1] = on.split('-').map(Number);
    return words.monthDay(month, date);
  };
  return words.dueWords(due.years, day(opens), day(due), graceDays);
}

/** Rules of law with their version, and when somebody last looked whether they hold. */
function Legal({ citations }: { citations: readonly Citation[] }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.forms;
  return (
    <ul className="legal">
      {citations.map((citation) => (
        <li key={citation.id}>
          <span className="serif" lang="zh-CN">
            {citation.title}
            {citation.article}
          </span>{' '}
          {citation.says[language]}
          <span className="note">
            <span lang="zh-CN">{citation.version}</span> ·{' '}
            {citation.checked ? words.checked(messages.date(citation.checked)) : words.unchecked} ·{' '}
            {words.source} <SourceLink source={citation.source} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function SourceLink({ source }: { source: string }): ReactNode {
  return /^https?:\/\/\S+$/.test(source) ? <a href={source}>{new URL(source).hostname}</a> : source;
}
