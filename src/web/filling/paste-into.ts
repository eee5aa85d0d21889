import type { Messages } from '../messages/zh.ts';
import { parseTyped } from './cell-entry.ts';
import type { CellChange, Desk } from './desk.ts';
import { type Placed, placeBlock } from './pasted-block.ts';

/** Puts a block into the cells from a row on, as one act, and returns what to say about it. */
export function pasteInto(
  desk: Desk,
  block: readonly (readonly string[])[],
  at: number,
  words: Messages['filling']['said'],
): string {
  const rows = desk.states.map(({ row: { field } }) => ({
    indicator: field.indicator,
    line: field.line,
    name: field.name,
    unit: field.unit,
    open: field.derived === null,
  }));
  const placed = placeBlock(block, rows, { at, period: desk.sheet.entry.period });
  const { changes, bad, kept } = changesOf(desk, placed);
  for (const { indicator } of changes) desk.setUnsound(indicator, null);
  desk.change(changes);
  return [
    words.pasted(changes.length),
    placed.byName && words.byName,
    placed.skipped.length > 0 && words.skipped(placed.skipped.join('、')),
    placed.beyond > 0 && words.beyond(placed.beyond),
    bad > 0 && words.bad(bad),
    kept > 0 && words.notesKept(kept),
  ]
    .filter(Boolean)
    .join(' · ');
}

function changesOf(
  desk: Desk,
  { values, notes }: Placed,
): { changes: CellChange[]; bad: number; kept: number } {
  const found = new Map<string, CellChange>();
  let bad = 0;
  let kept = 0;
  const ownOf = (indicator: string) =>
    desk.states.find(({ row }) => row.field.indicator === indicator)?.row;
  for (const { indicator, text } of values) {
    const row = ownOf(indicator);
    if (!row) continue;
    const { sound, value, absence } = parseTyped(text, row.field.unit);
    if (sound) found.set(indicator, { indicator, content: { ...row.own, value, absence } });
    else bad += 1;
    // It stays at its cell, where it is said what is wrong with it.
    if (!sound) desk.setUnsound(indicator, text);
  }
  for (const { indicator, text } of notes) {
    const content = found.get(indicator)?.content ?? ownOf(indicator)?.own;
    if (!content || content.note === text) continue;
    // What a person explained is not overwritten by a column of a spreadsheet.
    if (content.note) kept += 1;
    else found.set(indicator, { indicator, content: { ...content, note: text } });
  }
  return { changes: [...found.values()], bad, kept };
}
