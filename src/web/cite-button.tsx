import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from './language.tsx';

/** Copies a citation and shows what was copied; where copying is refused the words can be selected. */
export function CiteButton({ citation }: { citation: () => string }): ReactNode {
  const { reader } = useMessages();
  const [copied, setCopied] = useState<{ text: string; done: boolean } | null>(null);

  useEffect(() => {
    if (!copied?.done) return;
    const timer = setTimeout(() => setCopied(null), 6000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    const text = citation();
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied({ text, done });
  };
  return (
    <span className="cite">
      <button type="button" className="quiet" data-cite onClick={() => void copy()}>
        {reader.cite}
      </button>
      <span role="status" className={copied ? 'cite-status shown' : 'cite-status'}>
        {copied && (
          <>
            <b>{copied.done ? reader.cited : reader.citeFailed}</b>{' '}
            <span lang="zh-CN">{copied.text}</span>
          </>
        )}
      </span>
    </span>
  );
}
