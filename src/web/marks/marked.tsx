import type { ReactNode } from 'react';

/** Words with the given spans marked; spans are in order and do not overlap. */
export function Marked(props: {
  words: string;
  marks: readonly (readonly [number, number])[];
}): ReactNode {
  const { words, marks } = props;
  const ends = [0, ...marks.map((mark) => mark[1])];
  return (
    <>
      {marks.map(([start, end], index) => (
        <span key={start}>
          {words.slice(ends[index], start)}
          <mark>{words.slice(start, end)}</mark>
        </span>
      ))}
      {words.slice(ends.at(-1))}
    </>
  );
}
