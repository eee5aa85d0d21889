import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';

/** On paper: when in Beijing the form was printed, for its figures change after. */
export function PrintedAt(): ReactNode {
  const words = useMessages().filling.head;
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const stamp = () => flushSync(() => setNow(new Date()));
    addEventListener('beforeprint', stamp);
    return () => removeEventListener('beforeprint', stamp);
  }, []);
  return <p className="print-only printed-at">{words.printed(beijingMinute(now.toISOString()))}</p>;
}
