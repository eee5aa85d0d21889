import type { ReactNode } from 'react';

/** A title that breaks after its punctuation rather than inside a word. */
export function Phrases({ words }: { words: string }): ReactNode {
  return words.split(/(?<=[、，：；。])/).map((phrase) => (
    <span key={phrase} className="phrase">
      {phrase}
    </span>
  ));
}
