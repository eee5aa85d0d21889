import type { ReactNode } from 'react';
import { useLanguage } from '../language.tsx';
import type { Refusal } from '../request.ts';

/** Says beside what was pressed why it was not done and what to do. */
export function RefusalLine({ refusal }: { refusal: Refusal | null }): ReactNode {
  const { language } = useLanguage();
  if (!refusal) return null;
  return (
    <p className="refusal-line" role="alert">
      <strong>{refusal.message[language]}</strong> {refusal.hint[language]}
    </p>
  );
}
