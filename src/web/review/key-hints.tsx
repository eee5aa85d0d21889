import type { ReactNode } from 'react';

/** The keys of a page in one quiet line. */
export function KeyHints({ keys }: { keys: readonly (readonly string[])[] }): ReactNode {
  return (
    <p className="keys">
      {keys.map(([key, meaning]) => (
        <span key={key}>
          <kbd>{key}</kbd> {meaning}
        </span>
      ))}
    </p>
  );
}
