import type { ImportField } from '../../domain/import-mapping.ts';
import { cellText, type SheetCell, type SheetRow } from '../../domain/sheet.ts';
import { ownText, remembered } from './known.ts';
import type { Layout } from './layout.ts';
import { mergedWords, type PeriodWords, parsePeriodWords } from './period-words.ts';

/** What a row says of itself; empty where it says nothing. */
export interface RowFields {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly prefecture: string;
  readonly indicator: string;
  readonly period: PeriodWords | null;
  /** Words of a period that were not understood. */
  readonly periodText: string;
  readonly unit: string;
  readonly breakdown: string;
  readonly absence: string;
  readonly status: string;
  readonly source: string;
  readonly note: string;
  readonly enclosed: string;
}

/**
 * Returns a function that reads the fields of one row after the other. A province or a prefecture
 * stays until another is named; so does the place, in a wide table that lists years or indicators below
 * one another. In a long table each row names its place.
 */
export function rowReader(layout: Layout): (row: SheetRow) => RowFields {
  const columnOf = (field: ImportField) => layout.fields.get(field)?.[0] ?? -1;
  const at = {
    code: columnOf('code'),
    name: columnOf('name'),
    province: columnOf('province'),
    prefecture: columnOf('prefecture'),
    indicator: columnOf('indicator'),
    unit: columnOf('unit'),
    breakdown: columnOf('breakdown'),
    absence: columnOf('absence'),
    status: columnOf('status'),
    source: columnOf('source'),
    note: columnOf('note'),
    enclosed: columnOf('enclosed'),
  };
  const wordsOf = remembered(ownText, parsePeriodWords);
  const repeats = layout.form === 'wide' && (layout.fields.has('period') || at.indicator >= 0);
  const stays = { province: '', prefecture: '', code: '', name: '' };
  return ({ cells }) => {
    const code = textAt(cells, at.code);
    const name = textAt(cells, at.name);
    stays.province = textAt(cells, at.province) || stays.province;
    stays.prefecture = textAt(cells, at.prefecture) || stays.prefecture;
    if (code !== '' || name !== '' || !repeats) {
      stays.code = code;
      stays.name = name;
    }
    const { period, periodText } = periodOf(cells, layout, wordsOf);
    return {
      code: stays.code,
      name: stays.name,
      province: stays.province,
      prefecture: stays.prefecture,
      indicator: textAt(cells, at.indicator),
      period,
      periodText,
      unit: textAt(cells, at.unit),
      breakdown: textAt(cells, at.breakdown),
      absence: textAt(cells, at.absence),
      status: textAt(cells, at.status),
      source: textAt(cells, at.source),
      note: textAt(cells, at.note),
      enclosed: textAt(cells, at.enclosed),
    };
  };
}

function textAt(cells: readonly SheetCell[], column: number): string {
  return column < 0 ? '' : cellText(cells[column]).trim();
}

/** Below 季度 stands 3, below 月 stands 11. */
function dated(text: string, suffix: string | undefined): string {
  return suffix !== undefined && /^\d{1,2}$/.test(text) ? text + suffix : text;
}

/** A year in one column and a quarter in the next are one period. */
function periodOf(
  cells: readonly SheetCell[],
  layout: Layout,
  wordsOf: (text: string) => PeriodWords | null,
): { readonly period: PeriodWords | null; readonly periodText: string } {
  let period: PeriodWords | null = null;
  for (const column of layout.fields.get('period') ?? []) {
    const text = dated(textAt(cells, column), layout.suffixes.get(column));
    if (text === '') continue;
    const words = wordsOf(text);
    if (words === null) return { period: null, periodText: text };
    period = mergedWords(period, words);
  }
  return { period, periodText: '' };
}
