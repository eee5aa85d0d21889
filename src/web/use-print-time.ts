import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Returns the instant the page was last printed, or was opened where it was not: it goes on paper. */
export function usePrintTime(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const stamp = () => flushSync(() => setNow(new Date()));
    addEventListener('beforeprint', stamp);
    return () => removeEventListener('beforeprint', stamp);
  }, []);
  return now;
}
