import type { ReactNode } from 'react';
import type { Commitment } from '../../domain/commitment.ts';
import { VerbMark } from './verb-mark.tsx';

/** The words of a promise with its verb marked where it stands; a verb may have a gap. */
export function PromiseWords(props: {
  commitment: Pick<Commitment, 'text' | 'verb' | 'grade'>;
}): ReactNode {
  const { text, verb, grade } = props.commitment;
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const part of verb.split(/[…⋯]+/).filter(Boolean)) {
    const at = text.indexOf(part, from);
    if (at < 0) break;
    pieces.push(text.slice(from, at), <VerbMark key={at} verb={part} grade={grade} />);
    from = at + part.length;
  }
  return (
    <span className="serif" lang="zh-CN">
      {pieces}
      {text.slice(from)}
    </span>
  );
}
