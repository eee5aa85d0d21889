import { cellText, type SheetRow } from '../../domain/sheet.ts';
import { enclosedIn } from './enclosed-words.ts';
import { noSetting, type Setting, statedUnits } from './header-cell.ts';
import { filled } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import { splitUnit } from './indicator-names.ts';
import { labelKey } from './label.ts';
import { type PeriodWords, parsePeriodWords } from './period-words.ts';
import { indicatorOfTitle } from './title-indicator.ts';

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
      indicator: firstOf(titles, (text) =>
        indicatorOfTitle(enclosedIn(text, names)?.rest ?? text, names),
      ),
      enclosed: firstOf(titles, (text) => enclosedIn(text, names)?.enclosed ?? null),
      period: firstOf(titles, periodWithin),
    },
    units: [
      ...texts.flatMap((text) => statedUnits(text)),
      ...titles.flatMap((text) => splitUnit(labelKey(text)).unit ?? []),
    ],
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

/** Returns whether a row holds nothing but 续表 and the units of what follows. */
export function isCaption(row: SheetRow): boolean {
  const texts = filled(row);
  return (
    texts.length <= 3 &&
    texts.every((text) => /^\s*[（(]?续(?:表)?/.test(text) || statedUnits(text).length > 0)
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
  // A blank parts the number of a table from its year: 表3 2015年.
  const key = text.normalize('NFKC').replace(/\s+(?=年)/g, '');
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
