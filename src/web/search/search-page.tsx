import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { SearchAnswer } from '../../api/plan.ts';
import type { StatisticsFound } from '../../api/statistics-pages.ts';
import { agencyPath, clausePath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { hitsIn } from '../marks/hits-in.ts';
import { Marked } from '../marks/marked.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { Loading } from '../states/loading.tsx';
import { useTitle } from '../title.ts';
import { FoundStatistics } from './found-statistics.tsx';
import { SearchForm } from './search-form.tsx';
import './search.css';

const limit = 100;

/**
 * What the words of the address find: places, indicators and agencies called so, then clauses with the
 * words around each hit.
 */
export function SearchPage(): ReactNode {
  const { search } = useMessages();
  const [params] = useSearchParams();
  const words = params.get('q')?.trim().slice(0, 100) ?? '';
  useTitle(words || search.submit);
  return (
    <div className="wrap search-page">
      {words ? <Found words={words} /> : <Nothing title={search.empty} hint={search.emptyHint} />}
      <SearchForm words={words} />
    </div>
  );
}

function Found({ words }: { words: string }): ReactNode {
  const answer = useAnswer('search', { q: words, limit });
  const named = useAnswer('find', { q: words });
  // A plan without statistics has a text to search all the same.
  if (named.isPending) return <Loading rows={16} />;
  return (
    <Answered answer={answer}>
      {(found) => <Results found={found} named={named.data ?? null} words={words} />}
    </Answered>
  );
}

function Results(props: {
  found: SearchAnswer;
  named: StatisticsFound | null;
  words: string;
}): ReactNode {
  const { found, named, words } = props;
  const messages = useMessages();
  const { search } = messages;
  const { hits, agencies, total } = found;
  const { counts } = named ?? { counts: { places: 0, indicators: 0 } };
  const names = { ...counts, agencies: agencies.length };
  if (hits.length + names.agencies + names.places + names.indicators === 0)
    return <Nothing title={search.none(words)} hint={search.noneHint} />;
  return (
    <>
      <header className="page-head">
        <h1>
          <Phrases words={search.title(words, names, { clauses: total, hits: hitsIn(found) })} />
        </h1>
      </header>
      {named && <FoundStatistics found={named} />}
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
