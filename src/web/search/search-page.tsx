import { type FormEvent, type ReactNode, useRef } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { SearchAnswer } from '../../api/plan.ts';
import { agencyPath, clausePath, searchPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { hitsIn } from '../marks/hits-in.ts';
import { Marked } from '../marks/marked.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import './search.css';

const limit = 100;

/** What the words of the address find: agencies first, then clauses with the words around each hit. */
export function SearchPage(): ReactNode {
  const { search } = useMessages();
  const [params] = useSearchParams();
  const words = params.get('q')?.trim().slice(0, 100) ?? '';
  useTitle(words || search.submit);
  return (
    <div className="wrap search-page">
      {words ? <Found words={words} /> : <Nothing title={search.empty} hint={search.emptyHint} />}
      <Again words={words} />
    </div>
  );
}

function Found({ words }: { words: string }): ReactNode {
  const answer = useAnswer('search', { q: words, limit });
  return <Answered answer={answer}>{(found) => <Results found={found} words={words} />}</Answered>;
}

function Results({ found, words }: { found: SearchAnswer; words: string }): ReactNode {
  const messages = useMessages();
  const { search } = messages;
  const { hits, agencies, total } = found;
  if (hits.length + agencies.length === 0)
    return <Nothing title={search.none(words)} hint={search.noneHint} />;
  return (
    <>
      <header className="page-head">
        <h1>
          <Phrases words={search.title(words, total, hitsIn(found))} />
        </h1>
      </header>
      {agencies.length > 0 && (
        <section className="part search-agencies">
          <h2>{search.agencies}</h2>
          <ul lang="zh-CN">
            {agencies.map(({ name, fullName }) => (
              <li key={name}>
                <Link href={agencyPath(name)}>{name}</Link>
                {fullName && <span className="muted">{fullName}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {hits.length > 0 && (
        <section className="part">
          <header>
            <h2>{search.clauses}</h2>
            {hits.length < total && <p className="note">{search.more(hits.length)}</p>}
          </header>
          <ol className="search-hits">
            {hits.map((hit) => (
              <li key={hit.clause.id}>
                <Link href={clausePath(hit.clause.id, words)}>
                  <span className="id">{clauseLabel(hit.clause.id, messages)}</span>
                  <b lang="zh-CN">{hit.clause.heading}</b>
                </Link>
                <p className="serif" lang="zh-CN">
                  <Marked words={hit.snippet} marks={hit.marks} />
                </p>
                <p className="note">
                  {hit.area && hit.area.id !== hit.clause.id && (
                    <span lang="zh-CN">{hit.area.heading}</span>
                  )}
                  <span>{search.hits(hit.count)}</span>
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Nothing({ title, hint }: { title: string; hint: string }): ReactNode {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        <p>{hint}</p>
      </div>
    </header>
  );
}

/** The field again at the end of the page, for a reader who has read the results. */
function Again({ words }: { words: string }): ReactNode {
  const { search } = useMessages();
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = field.current?.value.trim();
    if (next) navigate(searchPath(next));
  };
  return (
    <search>
      <form className="search-again" onSubmit={submit} action="/search">
        <input
          key={words}
          ref={field}
          type="search"
          name="q"
          className="field"
          maxLength={100}
          data-find
          defaultValue={words}
          aria-label={search.label}
        />
        <button type="submit" className="button">
          {search.submit}
        </button>
      </form>
    </search>
  );
}
