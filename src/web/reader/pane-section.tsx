import type { ReactNode } from 'react';

/** A section of the pane: an ink rule, a name, a word on what is counted. */
export function PaneSection(props: {
  name: string;
  remark?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="pane-section">
      <h3>
        {props.name}
        {props.remark !== undefined && <span>{props.remark}</span>}
      </h3>
      {props.children}
    </section>
  );
}
