import { unitName } from '../../domain/unit-words.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { rowName } from './row-words.ts';
import type { RowState } from './sheet-problems.ts';

/**
 * Returns rows as a spreadsheet takes them from the clipboard: their values one below the other, or
 * the whole table with its head, which pastes back by the names in it.
 */
export function copiedText(
  states: readonly RowState[],
  whole: boolean,
  as: {
    readonly language: Language;
    readonly words: Messages['filling'];
  },
): string {
  const value = ({ row: { content } }: RowState) =>
    content.absence ? as.words.grid.absences[content.absence] : (content.value ?? '');
  if (!whole) return states.map(value).join('\r\n');
  const { line, indicator, unit, now, notes } = as.words.grid;
  const head = [line, indicator, unit, now('').trim(), notes];
  const rows = states.map((state) => [
    state.row.field.line,
    rowName(state.row, as.language),
    unitName(state.row.field.unit, as.language),
    value(state),
    state.row.content.note ?? '',
  ]);
  return [head, ...rows].map((row) => row.map(quoted).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
