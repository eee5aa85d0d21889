import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { searchPath } from '../addresses.ts';
import { isTyping } from '../keyboard.ts';
import { useMessages } from '../language.tsx';

/** The search of the whole site: Enter opens the results, `/` comes here from anywhere. */
export function SearchBox(): ReactNode {
  const { frame } = useMessages();
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      // A page with a search of its own text takes the key.
      const own = document.querySelector<HTMLInputElement>('input[data-find]');
      (own?.offsetParent ? own : field.current)?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = field.current?.value.trim();
    if (words) navigate(searchPath(words));
  };
  return (
    <search>
      <form className="search-box" onSubmit={submit} action="/search">
        <input
          ref={field}
          type="search"
          name="q"
          maxLength={100}
          autoComplete="off"
          className="field"
          placeholder={frame.search}
          aria-label={frame.searchLabel}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
