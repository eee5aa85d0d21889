import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { clausePath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { hitsIn } from '../marks/hits-in.ts';
import { Marked } from '../marks/marked.tsx';
import { Answered } from '../states/answered.tsx';

/** The field 在原文中查找: what is typed becomes part of the address after a pause. */
export function FindField(props: { words: string; find: (words: string) => void }): ReactNode {
  const { words, find } = props;
  const { reader } = useMessages();
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed.trim() === words) return;
    const timer = setTimeout(() => find(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, words, find]);
  return (
    <search className="find-field">
      <input
        type="search"
        className="field"
        data-find
        maxLength={100}
        autoComplete="off"
        value={typed}
        placeholder={reader.find}
        aria-label={reader.find}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find(typed.trim());
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (typed) find('');
          else event.currentTarget.blur();
          setTyped('');
        }}
      />
      <span className="key" aria-hidden="true">
        /
      </span>
    </search>
  );
}

/** The clauses in which the words occur, with the words around them. */
export function FindHits(props: {
  words: string;
  selected: string | null;
  clear: () => void;
}): ReactNode {
  const { words, selected } = props;
  const messages = useMessages();
  const { reader } = messages;
  const answer = useAnswer('search', { q: words, limit: 100 });
  return (
    <Answered answer={answer} rows={6}>
      {(found) => (
        <div className="find-hits">
          <p className="find-summary" role="status">
            {found.hits.length > 0
              ? reader.found(hitsIn(found), found.total)
              : reader.notFound(words)}
            <button type="button" className="quiet" onClick={props.clear}>
              {reader.findBack}
            </button>
          </p>
          <ol>
            {found.hits.map((hit) => (
              <li key={hit.clause.id}>
                <Link
                  href={clausePath(hit.clause.id, words)}
                  aria-current={hit.clause.id === selected ? 'true' : undefined}
                >
                  <span className="find-place">
                    {clauseLabel(hit.clause.id, messages)}
                    {hit.count > 1 && <span>{messages.search.hits(hit.count)}</span>}
                  </span>
                  <span className="serif" lang="zh-CN">
                    <Marked words={hit.snippet} marks={hit.marks} />
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Answered>
  );
}
