import { memo, type ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import type { RibbonNotes } from './ribbon-notes.ts';

/** How to read the ribbon, what is counted, where it comes from and how sure it is. */
export const RibbonNotesView = memo(function RibbonNotesView(props: {
  notes: RibbonNotes;
}): ReactNode {
  const { ribbon } = useMessages();
  const { basis, sources, instant } = props.notes;
  return (
    <div className="ribbon-notes">
      <section>
        <h2>{ribbon.how}</h2>
        <p>{ribbon.howText}</p>
      </section>
      <section>
        <h2>{ribbon.basis}</h2>
        <p>{basis}</p>
      </section>
      <section>
        <h2>{ribbon.sources}</h2>
        <p>{sources}</p>
        <p>{instant}</p>
      </section>
    </div>
  );
});
