import { useState } from 'react';
import { useLanguage } from '../language.tsx';
import { copiedText } from './copied-text.ts';
import { type Desk, goToCell, useDesk } from './desk.ts';
import { destination, type GridAction, type GridColumn } from './grid-keys.ts';
import { pasteInto } from './paste-into.ts';
import { parseBlock } from './pasted-block.ts';
import { problemFrom, proposalOf, type RowState } from './sheet-problems.ts';
import type { ValueField } from './value-field.ts';

/** Where a key was pressed. */
export interface PressedIn {
  readonly at: number;
  readonly column: GridColumn;
  /** Left out in a note. */
  readonly field?: ValueField;
  /** Whether the cell cannot be typed into. */
  readonly locked: boolean;
}

/** What keys and buttons of the grid do, and where it stands. */
export interface GridActs {
  /** The row somebody was in last; −1: none yet, and the first is in the tab order. */
  readonly current: number;
  readonly setCurrent: (at: number) => void;
  readonly isPicked: (at: number) => boolean;
  readonly menuAt: number | null;
  readonly closeMenu: (indicator: string) => void;
  readonly noteAt: number | null;
  readonly openNote: (at: number) => void;
  readonly closeNote: (indicator: string) => void;
  /** Returns whether the key was one of the grid's. */
  readonly act: (action: GridAction, where: PressedIn) => boolean;
  /** Returns whether it was a block, and was put into the cells from a row on. */
  readonly paste: (text: string, at: number) => boolean;
  readonly copy: (at: number) => string;
  /** Takes what is proposed at a row; returns whether anything was. */
  readonly fix: (at: number) => boolean;
  readonly toProblem: (at: number, step: 1 | -1) => void;
}

type Range = { readonly from: number; readonly to: number } | null;

/** Returns the acts of the grid over the rows of the desk. */
export function useGridActs(): GridActs {
  const desk = useDesk();
  const { language, messages } = useLanguage();
  const words = messages.filling;
  const [current, setCurrent] = useState(-1);
  const [range, setRange] = useState<Range>(null);
  const [menuAt, setMenu] = useState<number | null>(null);
  const [noteAt, setNote] = useState<number | null>(null);
  const { states } = desk;
  const go = (at: number, column: GridColumn = 'value') => {
    setRange(null);
    const state = states[at];
    if (state) goToCell(state.row.field.indicator, column);
  };
  const toProblem = (at: number, step: 1 | -1) => {
    const next = problemFrom(states, at, step);
    if (next === null) desk.say(words.said.noProblem);
    else go(next);
  };
  const pickedRows = (at: number) => {
    const inside = range && at >= range.from && at <= range.to;
    return inside ? states.slice(range.from, range.to + 1) : states.slice(at, at + 1);
  };
  const move = (action: Extract<GridAction, { do: 'go' | 'end' }>, where: PressedIn): boolean => {
    const next = destination(action, { row: where.at, column: where.column }, states.length);
    const row =
      next && action.do === 'go' && action.open
        ? openFrom(states, next.row, action.rows)
        : next?.row;
    where.field?.commit();
    if (!next || row == null) return !(action.do === 'go' && action.leaves);
    go(row, next.column);
    return true;
  };
  const act = (action: GridAction, where: PressedIn): boolean => {
    const { at, field, locked } = where;
    const refuse = () => desk.say(words.said.readOnly);
    switch (action.do) {
      case 'go':
      case 'end':
        return move(action, where);
      case 'extend':
        setRange(extended(range, at, action.rows, states.length));
        goToCell(states[bounded(at + action.rows, states.length)]?.row.field.indicator ?? '');
        return true;
      case 'all':
        setRange({ from: 0, to: states.length - 1 });
        return true;
      case 'edit':
        if (!locked) field?.edit();
        return true;
      case 'cancel':
        setRange(null);
        field?.drop();
        return true;
      case 'clear':
        if (!desk.editable) refuse();
        else clear(desk, pickedRows(at));
        return true;
      case 'reason':
        if (locked) refuse();
        else setMenu(at);
        return true;
      case 'note':
        if (!desk.editable) refuse();
        else setNote(at);
        return true;
      case 'fix':
        // What was being typed must not come back over what was taken.
        if (fix(at)) field?.drop();
        return true;
      case 'next-problem':
      case 'previous-problem':
        field?.commit();
        toProblem(at, action.do === 'next-problem' ? 1 : -1);
        return true;
      case 'undo':
      case 'redo': {
        const indicator = desk[action.do]();
        if (indicator === null) desk.say(words.said.nothingToUndo);
        else goToCell(indicator);
        return true;
      }
    }
  };
  const fix = (at: number): boolean => {
    const state = states[at];
    const proposal = state ? proposalOf(state) : null;
    if (!state || proposal === null || !desk.editable) return false;
    const { field, own } = state.row;
    desk.setUnsound(field.indicator, null);
    const content = { value: proposal, absence: null, note: own.note };
    desk.change([{ indicator: field.indicator, content }]);
    return true;
  };
  const closing = (set: (at: null) => void) => (indicator: string) => {
    set(null);
    goToCell(indicator);
  };
  return {
    current: Math.min(current, states.length - 1),
    setCurrent,
    isPicked: (at) => range !== null && at >= range.from && at <= range.to,
    menuAt,
    closeMenu: closing(setMenu),
    noteAt,
    openNote: setNote,
    closeNote: closing(setNote),
    act,
    paste: (text, at) => {
      const block = parseBlock(text.replace(/\r?\n$/, ''));
      if (!desk.editable || (block.length === 1 && block[0]?.length === 1)) return false;
      desk.say(pasteInto(desk, block, at, words.said));
      return true;
    },
    copy: (at) => {
      const rows = pickedRows(at);
      desk.say(words.said.copied(rows.length));
      const whole = rows.length === states.length && rows.length > 1;
      return copiedText(rows, whole, { language, words });
    },
    fix,
    toProblem,
  };
}

/** Blanks cells, and leaves their notes. */
function clear(desk: Desk, states: readonly RowState[]): void {
  const open = states.filter(({ row }) => row.field.derived === null);
  for (const { row } of open) desk.setUnsound(row.field.indicator, null);
  desk.change(
    open.map(({ row: { field, own } }) => ({
      indicator: field.indicator,
      content: { value: null, absence: null, note: own.note },
    })),
  );
}

/** The next row that is typed into, from a row on. */
function openFrom(states: readonly RowState[], from: number, step: number): number | null {
  for (let row = from; row >= 0 && row < states.length; row += Math.sign(step))
    if (states[row]?.row.field.derived === null) return row;
  return null;
}

function extended(range: Range, at: number, step: number, count: number): Range {
  const to = bounded(at + step, count);
  const anchor = range === null ? at : range.from === at ? range.to : range.from;
  return { from: Math.min(anchor, to), to: Math.max(anchor, to) };
}

function bounded(row: number, count: number): number {
  return Math.max(0, Math.min(count - 1, row));
}
