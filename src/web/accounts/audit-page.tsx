import { type ReactNode, useId, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { AuditEntry } from '../../api/accounts.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { address } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { AccountField, fieldOf } from './account-field.tsx';
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
  const answer = useAnswer('audit', { ...asked, ...(before && { before }) });
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
              <a className="button" href={address('auditCsv', asked)} download>
                {audit.csv}
              </a>
            </p>
          </header>
          <AuditSearch asked={asked} search={search} />
          {entries.length === 0 ? <p>{audit.nothing}</p> : <Acts entries={entries} />}
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
  const actsId = useId();
  return (
    <form
      className="account-form inline"
      aria-label={audit.search}
      onSubmit={(event) => {
        event.preventDefault();
        props.search(new FormData(event.currentTarget));
      }}
    >
      {fields.map((name) => (
        <AccountField
          key={name}
          label={audit[name]}
          name={name}
          type={name === 'from' || name === 'until' ? 'date' : 'text'}
          initial={props.asked[name] ?? ''}
          optional
          {...(name === 'act' && { list: actsId, hint: audit.actHint })}
        />
      ))}
      <datalist id={actsId}>
        {Object.entries(audit.acts).map(([act, words]) => (
          <option key={act} value={act}>
            {words}
          </option>
        ))}
      </datalist>
      <p className="actions">
        <button type="submit" className="button">
          {audit.search}
        </button>
      </p>
    </form>
  );
}

function Acts({ entries }: { entries: readonly AuditEntry[] }): ReactNode {
  const { accounts, collection } = useMessages();
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
                <code>{entry.subject}</code> {entry.body}
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

/** To the second, in Beijing. */
function timeOf(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
