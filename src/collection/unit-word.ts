import { parseUnit } from '../domain/unit-of-measure.ts';

/**
 * Returns whether text is a unit of measure and nothing else: 万人, 公里, %. It belongs to a figure
 * then, and explains nothing.
 */
export function isUnitWord(text: string): boolean {
  // What stands in brackets alone is a remark, though a unit may have one behind it.
  const bare = text.normalize('NFKC').replace(/\s|\([^)]*\)/g, '');
  return bare !== '' && parseUnit(bare) !== null;
}
