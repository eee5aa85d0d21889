import { parseEntry } from '../../collection/entry-value.ts';
import { parseReason } from '../../collection/reason-words.ts';
import { isUnitWord } from '../../collection/unit-word.ts';
import { unitName } from '../../domain/unit-words.ts';

const headOfUnits = /^(?:计量)?单位$|^units?$/i;

/** Returns whether text is the head of a column of units. */
export function isUnitHead(text: string): boolean {
  return headOfUnits.test(text.normalize('NFKC').replace(/\s/g, ''));
}

/** Returns the unit that the head of a column gives in brackets: 本期（万元）. Empty where it gives none. */
export function unitInHead(text: string): string {
  const [, inner = ''] = /\(([^()]+)\)$/.exec(text.normalize('NFKC').trim()) ?? [];
  const unit = inner.trim().replace(/^(?:计量)?单位:/, '');
  // (年) says of when the figures are.
  return unit !== '年' && isUnitWord(unit) ? unit : '';
}

/**
 * Returns the column of a block, after `from`, that holds the units of its figures: one headed so in
 * its first rows, or one whose cells are all units. Null where there is none.
 */
export function unitColumn(block: readonly (readonly string[])[], from: number): number | null {
  const width = Math.max(0, ...block.map((row) => row.length));
  for (let column = from; column < width; column += 1) {
    const cells = block.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '');
    if (cells.some(isUnitHead) || (cells.length > 0 && cells.every(isUnitWord))) return column;
  }
  return null;
}

/**
 * Returns the text of a figure with the unit beside it, as somebody would type it into one cell: 12 and
 * 万人 are 12万人. The unit of the line adds nothing; a reason, or a figure with its own unit, stays.
 */
export function withPastedUnit(text: string, given: string, unit: string): string {
  const beside = folded(given);
  const own = [unit, unitName(unit, 'en')].map(folded);
  if (beside === '' || own.includes(beside) || parseReason(given) !== null) return text;
  const figure = parseEntry(text, '');
  return figure.ok ? `${figure.decimal}${given.trim()}` : text;
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
