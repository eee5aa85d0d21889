import type { ImportField } from '../../domain/import-mapping.ts';
import { cellText, type SheetRow } from '../../domain/sheet.ts';
import { remembered } from './known.ts';
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
}

/**
 * Returns a function that reads the fields of one row after the other. A province or a prefecture
 * stays until another is named; so does the place, in a table that lists its years or its indicators
 * below one another.
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
  };
  const periods = layout.fields.get('period') ?? [];
  const wordsOf = remembered((text: string) => `${text}\n`, parsePeriodWords);
  const repeats = periods.length > 0 || at.indicator >= 0;
  let province = '';
  let prefecture = '';
  let place = { code: '', name: '' };
  return (row) => {
    const text = (column: number) => (column < 0 ? '' : cellText(row.cells[column]).trim());
    const own = { code: text(at.code), name: text(at.name) };
    province = text(at.province) || province;
    prefecture = text(at.prefecture) || prefecture;
    if (own.code !== '' || own.name !== '') place = own;
    const texts = periods.map((column) => dated(text(column), layout.suffixes.get(column)));
    const { period, periodText } = periodOf(texts, wordsOf);
    return {
      ...(repeats ? place : own),
      province,
      prefecture,
      indicator: text(at.indicator),
      period,
      periodText,
      unit: text(at.unit),
      breakdown: text(at.breakdown),
      absence: text(at.absence),
      status: text(at.status),
      source: text(at.source),
      note: text(at.note),
    };
  };
}

/** Below 季度 stands 3, below 月 stands 11. */
function dated(text: string, suffix: string | undefined): string {
  return suffix !== undefined && /^\d{1,2}$/.test(text) ? text + suffix : text;
}

/** A year in one column and a quarter in the next are one period. */
function periodOf(
  texts: readonly string[],
  wordsOf: (text: string) => PeriodWords | null,
): {
  readonly period: PeriodWords | null;
  readonly periodText: string;
} {
  let period: PeriodWords | null = null;
  for (const text of texts) {
    if (text === '') continue;
    const words = wordsOf(text);
    if (words === null) return { period: null, periodText: text };
    period = mergedWords(period, words);
  }
  return { period, periodText: '' };
}
