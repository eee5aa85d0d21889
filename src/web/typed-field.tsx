import { type ReactNode, useEffect, useState } from 'react';

/** A field whose words take effect after a pause, so that a long page is not redrawn at each key. */
export function TypedField(props: {
  label: string;
  words: string;
  change: (words: string) => void;
}): ReactNode {
  const { words, change, label } = props;
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed.trim() === words) return;
    const timer = setTimeout(() => change(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed, words, change]);
  return (
    <input
      type="search"
      className="field"
      maxLength={100}
      autoComplete="off"
      placeholder={label}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
