import { cellText, type SheetRow } from '../../domain/sheet.ts';
import { noSetting, type Setting, statedUnits } from './header-cell.ts';
import { filled } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import { labelKey } from './label.ts';
import { type PeriodWords, parsePeriodWords } from './period-words.ts';

/** What stands around a table: its title, its units, what it says of its source. */
export interface TableWords {
  readonly setting: Setting;
  /** Units stated for the whole table; which one is meant shows by what it measures. */
  readonly units: readonly string[];
  /** A place named in the title, within which the rows are. */
  readonly within: string | null;
  readonly source: string | null;
}

/** Returns what the rows above a header say, and the name of the sheet. */
export function readTitle(
  rows: readonly SheetRow[],
  header: readonly SheetRow[],
  sheet: string | null,
  names: ImportNames,
): TableWords {
  const texts = [...rows, ...header].flatMap((row) => filled(row));
  const titles = [...rows.flatMap((row) => filled(row)), ...(sheet === null ? [] : [sheet])]
    .filter((text) => sourceIn(text) === null)
    .map((text) => text.slice(0, 200).replace(/(?:计量)?单位\s*[:：].*$/, ''));
  const within = firstOf(titles, (text) => names.placeNames.within(text));
  return {
    setting: {
      ...noSetting,
      territory: within,
      indicator: firstOf(titles, (text) => names.indicatorNames.within(text)),
      period: firstOf(titles, periodWithin),
    },
    units: texts.flatMap((text) => statedUnits(text)),
    within,
    source: sourceOf(rows),
  };
}

/** Returns the source that rows state in a line of their own (资料来源：…), or null. */
export function sourceOf(rows: readonly SheetRow[]): string | null {
  return firstOf(
    rows.flatMap((row) => filled(row).slice(0, 3)),
    sourceIn,
  );
}

/** Returns whether a row is a note on the table rather than a part of it. */
export function isNote(row: SheetRow): boolean {
  const texts = row.cells.map(cellText).filter((text) => text.trim() !== '');
  const first = (texts[0] ?? '').trim();
  if (texts.length > 3) return false;
  return (
    /^(?:注|备注|说明|附注|资料来源|数据来源|来源|填表|制表|审核|note|source|remark)s?\s*\d*\s*[:：]/i.test(
      first,
    ) ||
    /^(?:[*＊※]|[①-⑳]|\d+[.、]|[（(]\d+[)）]|续表)/.test(first) ||
    first.length > 60
  );
}

function sourceIn(text: string): string | null {
  const match = /(?:^|[\s；;。])(?:资料|数据)?来源\s*[:：]\s*(.+)$|^source\s*[:：]\s*(.+)$/is.exec(
    text.trim(),
  );
  return (match?.[1] ?? match?.[2])?.trim().replace(/[。.]$/, '') ?? null;
}

/** The only period of a title; 2015—2020年 is not one. */
function periodWithin(text: string): PeriodWords | null {
  const key = labelKey(text);
  const pattern =
    /(?:19|20)\d{2}年?(?:度|末|底|上半年|下半年|第?[一二三四1-4]季度|\d{1,2}(?:[-—–~至]\d{1,2})?月)?/g;
  const found = [...key.matchAll(pattern)];
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const before = key[only.index - 1] ?? '';
  const after = key[only.index + only[0].length] ?? '';
  if (/[\d\-—–~至.]/.test(before) || /[\d\-—–~至.]/.test(after)) return null;
  return parsePeriodWords(only[0]);
}

function firstOf<Value>(
  texts: readonly string[],
  read: (text: string) => Value | null,
): Value | null {
  for (const text of texts) {
    const value = read(text);
    if (value !== null) return value;
  }
  return null;
}
