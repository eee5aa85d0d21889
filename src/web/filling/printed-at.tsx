import type { ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { usePrintTime } from '../use-print-time.ts';

/** On paper: when in Beijing the form was printed, for its figures change after. */
export function PrintedAt(): ReactNode {
  const words = useMessages().filling.head;
  const now = usePrintTime();
  return <p className="print-only printed-at">{words.printed(beijingMinute(now.toISOString()))}</p>;
}
