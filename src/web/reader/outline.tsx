import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { clausePath } from '../addresses.ts';
import { useMessages } from '../language.tsx';
import { usePlaceInView } from './place-in-view.ts';
import type { ReadClause, Reading } from './reading.ts';

interface Branch {
  readonly selected: string | null;
  /** The clause being read and those above it. */
  readonly path: ReadonlySet<string>;
  readonly opened: ReadonlyMap<string, boolean>;
}

/** The outline: follows the reading place; arrows walk it, → and ← open and close a branch. */
export function Outline(props: { reading: Reading; selected: string | null }): ReactNode {
  const { reading, selected } = props;
  const { reader } = useMessages();
  const place = usePlaceInView() ?? selected;
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const list = useRef<HTMLElement>(null);
  const here = place === null ? undefined : reading.byId.get(place);
  const path = new Set(
    [...(here?.ancestors ?? []), ...(here ? [here] : [])].map((c) => c.clause.id),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the outline follows the reading place
  useEffect(() => keepInSight(list.current), [place]);

  const walk = (event: KeyboardEvent) => {
    const link = (event.target as HTMLElement).closest('a');
    if (!link) return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const open = { ArrowRight: true, ArrowLeft: false }[event.key];
    if (step) links[links.indexOf(link) + step]?.focus();
    else if (open !== undefined) setOpened(new Map(opened).set(link.dataset.id ?? '', open));
    else return;
    event.preventDefault();
  };
  return (
    <nav className="outline" aria-label={reader.outline} ref={list} onKeyDown={walk}>
      <OutlineList entries={reading.roots} depth={0} branch={{ selected, path, opened }} />
      <p className="note">{reader.outlineCount}</p>
    </nav>
  );
}

function OutlineList(props: {
  entries: readonly ReadClause[];
  depth: number;
  branch: Branch;
}): ReactNode {
  const { entries, depth, branch } = props;
  return (
    <ul>
      {entries.map((entry) => {
        const { id } = entry.clause;
        const open = depth === 0 || (branch.opened.get(id) ?? branch.path.has(id));
        return (
          <li key={id} className={`outline-${Math.min(depth, 3)}`}>
            <OutlineLink entry={entry} branch={branch} />
            {open && entry.children.length > 0 && (
              <OutlineList entries={entry.children} depth={depth + 1} branch={branch} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function OutlineLink({ entry, branch }: { entry: ReadClause; branch: Branch }): ReactNode {
  const { reader } = useMessages();
  const { id, number, heading } = entry.clause;
  const words = heading ? `${printed(number)}${heading}` : (number ?? reader.preamble);
  return (
    <Link
      href={clausePath(id)}
      data-id={id}
      className={branch.path.has(id) ? 'on-path' : undefined}
      aria-current={branch.selected === id ? 'true' : undefined}
      title={words}
    >
      <span lang="zh-CN" className="outline-words">
        {words}
      </span>
      <span className="num">{entry.total || ''}</span>
    </Link>
  );
}

/** A dash leads an item in the text; in the outline its place says as much. */
function printed(number: string | null): string {
  if (!number || /^[—–-]+$/.test(number)) return '';
  return /^专?栏?.*[\d]$/.test(number) ? `${number} ` : number;
}

function keepInSight(list: HTMLElement | null): void {
  const scroller = list?.closest<HTMLElement>('.reader-side');
  const links = list?.querySelectorAll<HTMLElement>('.on-path');
  const last = links?.[links.length - 1];
  if (!scroller || !last) return;
  const box = scroller.getBoundingClientRect();
  const row = last.getBoundingClientRect();
  if (row.top < box.top + 60) scroller.scrollTop += row.top - box.top - 60;
  else if (row.bottom > box.bottom - 40) scroller.scrollTop += row.bottom - box.bottom + 40;
}
