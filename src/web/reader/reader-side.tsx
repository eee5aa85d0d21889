import { type ReactNode, useEffect, useState } from 'react';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { FindField, FindHits } from './find-panel.tsx';
import { Outline } from './outline.tsx';
import { usePlaceInView } from './place-in-view.ts';
import type { Reading } from './reading.ts';

/** The left column: find in the text, and the outline or the hits. On a phone it opens from a bar. */
export function ReaderSide(props: {
  reading: Reading;
  selected: string | null;
  find: string;
  setFind: (words: string) => void;
}): ReactNode {
  const { reading, selected, find, setFind } = props;
  const messages = useMessages();
  const { reader, frame } = messages;
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: choosing a clause closes the panel
  useEffect(() => setOpen(false), [selected]);
  return (
    <div className={open ? 'reader-side open' : 'reader-side'}>
      <button
        type="button"
        className="side-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>{open ? frame.close : reader.showOutline}</span>
        <PlaceWords reading={reading} />
      </button>
      <div className="side-body">
        <FindField words={find} find={setFind} />
        {find ? (
          <FindHits words={find} selected={selected} clear={() => setFind('')} />
        ) : (
          <Outline reading={reading} selected={selected} />
        )}
      </div>
    </div>
  );
}

function PlaceWords({ reading }: { reading: Reading }): ReactNode {
  const messages = useMessages();
  const place = usePlaceInView();
  const entry = place === null ? undefined : reading.byId.get(place);
  if (!entry) return null;
  return (
    <span className="side-place" lang="zh-CN">
      {clauseLabel(entry.clause.id, messages)} {entry.clause.heading}
    </span>
  );
}
