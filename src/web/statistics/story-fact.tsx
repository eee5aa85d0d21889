import type { ReactNode } from 'react';

/** A line of the story; nothing where there is nothing to say. */
export function Fact(props: { name: string; value: ReactNode; lang?: string }): ReactNode {
  if (props.value === null || props.value === undefined || props.value === '') return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd lang={props.lang}>{props.value}</dd>
    </div>
  );
}
