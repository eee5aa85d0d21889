import { type FormEvent, type ReactNode, useRef } from 'react';
import { useLocation } from 'wouter';
import { searchPath } from '../addresses.ts';
import { useMessages } from '../language.tsx';
import './search.css';

/** A field of the search of the whole site within a page, with what is sought already in it. */
export function SearchForm({ words }: { words: string }): ReactNode {
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
          placeholder={search.empty}
          aria-label={search.label}
        />
        <button type="submit" className="button">
          {search.submit}
        </button>
      </form>
    </search>
  );
}
