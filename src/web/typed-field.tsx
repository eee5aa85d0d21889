import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * A field whose words take effect after a pause, so that a long page is not redrawn at each key. Words
 * that change from elsewhere (a filter cleared, a step back) take the place of what is being typed;
 * what the field itself sent comes back as words too, and does not.
 */
export function TypedField(props: {
  label: string;
  words: string;
  change: (words: string) => void;
}): ReactNode {
  const { words, change, label } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [seen, setSeen] = useState(words);
  const sent = useRef(words);
  if (words !== seen) {
    setSeen(words);
    if (words !== sent.current) setDraft(null);
  }
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => {
      sent.current = draft.trim();
      change(draft.trim());
    }, 200);
    return () => clearTimeout(timer);
  }, [draft, change]);
  return (
    <input
      type="search"
      className="field"
      maxLength={100}
      autoComplete="off"
      placeholder={label}
      aria-label={label}
      value={draft ?? words}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
