import type { ReactNode } from 'react';
import type { Grade } from '../../domain/commitment.ts';

/** A promise's own verb, underlined as firmly as it promises. */
export function VerbMark({ verb, grade }: { verb: string; grade: Grade }): ReactNode {
  return (
    <b lang="zh-CN" className={`serif promise grade-${grade}`}>
      {verb}
    </b>
  );
}
