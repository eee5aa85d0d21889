import { type ReactNode, useId, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { AuditEntry } from '../../api/accounts.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { address } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { AccountField, fieldOf } from './account-field.tsx';
import { type AuditNames, aboutWords, codeOf, nameOf, useAuditNames } from './audit-names.ts';
import { actWords, changeWords } from './audit-words.ts';
import { NeedsSession } from './needs-session.tsx';
import './accounts.css';

const fields = ['account', 'act', 'subject', 'from', 'until'] as const;
type Asked = Partial<Record<(typeof fields)[number], string>>;

/** The record of acts, for auditors: searched by who, what, on what, when. */
export function AuditPage(): ReactNode {
  return <NeedsSession>{() => <SearchedAudit />}</NeedsSession>;
}

function SearchedAudit(): ReactNode {
  const { audit } = useMessages().accounts;
  const [params, setParams] = useSearchParams();
  const [before, setBefore] = useState<string | null>(null);
  const asked: Asked = Object.fromEntries(
    fields.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  );
  const names = useAuditNames();
  const coded = asked.subject ? { ...asked, subject: codeOf(asked.subject, names) } : asked;
  const answer = useAnswer('audit', { ...coded, ...(before && { before }) });
  useTitle(audit.search);
  const search = (form: FormData) => {
    setBefore(null);
    setParams(fields.flatMap((name) => (fieldOf(form, name) ? [[name, fieldOf(form, name)]] : [])));
  };
  return (
    <Answered answer={answer}>
      {({ entries, more }) => (
        <div className="wrap audit-page">
          <header className="page-head">
            <div>
              <h1>{audit.finding(entries.length)}</h1>
              <p>{audit.lede}</p>
            </div>
            <p className="actions">
              <a className="button" href={address('auditCsv', coded)} download>
                {audit.csv}
              </a>
            </p>
          </header>
          <AuditSearch asked={asked} search={search} />
          {entries.length === 0 ? <p>{audit.nothing}</p> : <Acts entries={entries} names={names} />}
          {more && (
            <button
              type="button"
              className="button"
              onClick={() => setBefore(entries.at(-1)?.number ?? null)}
            >
              {audit.older}
            </button>
          )}
        </div>
      )}
    </Answered>
  );
}

function AuditSearch(props: { asked: Asked; search: (form: FormData) => void }): ReactNode {
  const { audit } = useMessages().accounts;
  return (
    <form
      className="account-form inline"
      aria-label={audit.search}
      onSubmit={(event) => {
        event.preventDefault();
        props.search(new FormData(event.currentTarget));
      }}
    >
      {fields.map((name) =>
        name === 'act' ? (
          <ActChoice key={name} chosen={props.asked.act ?? ''} />
        ) : (
          <AccountField
            key={name}
            label={audit[name]}
            name={name}
            type={name === 'from' || name === 'until' ? 'date' : 'text'}
            initial={props.asked[name] ?? ''}
            optional
            {...(name === 'subject' && { hint: audit.subjectHint })}
          />
        ),
      )}
      <p className="actions">
        <button type="submit" className="button">
          {audit.search}
        </button>
      </p>
    </form>
  );
}

/** The acts in words; one an address names that has no word is kept as it is. */
function ActChoice({ chosen }: { chosen: string }): ReactNode {
  const { audit } = useMessages().accounts;
  const id = useId();
  const acts = Object.keys(audit.acts);
  return (
    <div className="account-field">
      <label htmlFor={id}>{audit.act}</label>
      <select id={id} name="act" className="field" defaultValue={chosen}>
        <option value="">{audit.anyAct}</option>
        {[...acts, ...(chosen && !acts.includes(chosen) ? [chosen] : [])].map((act) => (
          <option key={act} value={act} title={act}>
            {actWords(act, audit)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Acts(props: { entries: readonly AuditEntry[]; names: AuditNames }): ReactNode {
  const { accounts, collection } = useMessages();
  const { entries, names } = props;
  const { audit, role } = accounts;
  const heads = ['at', 'who', 'role', 'origin', 'act', 'subject', 'change', 'outcome'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="audit-table" tabIndex={0} aria-label={audit.search}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {audit[head]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.number} className={`outcome-${entry.outcome}`}>
              <td className="at">{timeOf(entry.at)}</td>
              <td className="whole" data-label={audit.who}>
                {entry.account ?? <span className="muted">{audit.nobody}</span>}
              </td>
              <td className="whole" data-label={audit.role}>
                {entry.role && role(entry.role as Parameters<typeof role>[0])}
              </td>
              <td className="whole" data-label={audit.origin}>
                {entry.origin}
              </td>
              <td className="act" title={entry.act}>
                {actWords(entry.act, audit)}
              </td>
              <td data-label={audit.subject}>
                <Subject entry={entry} names={names} />
              </td>
              <td className="change">{changeWords(entry, audit, collection.states)}</td>
              <td data-label={audit.outcome}>{audit.outcomes[entry.outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What an act was about, in words before its code, and the body it was done for where that is another. */
function Subject({ entry, names }: { entry: AuditEntry; names: AuditNames }): ReactNode {
  const { language, messages } = useLanguage();
  const { body, about, subject } = entry;
  return (
    <>
      {aboutWords(entry, names, language, messages.collection)}{' '}
      <code className="muted">{subject}</code>{' '}
      {body && body !== about.body && <span title={body}>{nameOf(body, names)}</span>}
    </>
  );
}

/** To the second, in Beijing. */
function timeOf(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
