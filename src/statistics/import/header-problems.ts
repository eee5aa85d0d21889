import { type ForbiddenTopic, forbiddenIn, forbiddenTopic } from '../../domain/forbidden-fields.ts';
import { columnLetters, type SheetRow } from '../../domain/sheet.ts';
import type { Column, Fields, HeaderProblem, ValueColumn } from './columns.ts';
import { filled, textAt } from './header-rows.ts';
import type { Problem } from './known.ts';
import { shown } from './label.ts';
import { parseNumberText } from './number-text.ts';
import { isNote } from './table-words.ts';

/** Returns what is wrong with a column, or left out of it. */
export function problemsOf(
  column: Column,
  body: readonly SheetRow[],
  fields: Fields,
  values: readonly ValueColumn[],
): HeaderProblem[] {
  const { index, words, row, role } = column;
  const header = shown(words.join(' '));
  // Names may run over several rows of the header: 身份 above 证号.
  const topic = forbiddenIn([...words, words.join(' ')])?.topic;
  const at = { column: index, row };
  if (topic) {
    return [{ ...forbiddenProblem(header, topic), ...at }];
  }
  const long = fields.has('value');
  if (isBeside(column, fields, values)) {
    const params = { header, column: columnLetters(index) };
    return [{ code: 'tables-side-by-side', params, ...at }];
  }
  const name = header === '' ? columnLetters(index) : header;
  if (isSecond(column, fields))
    return [
      {
        code: role === 'value' ? 'column-unknown' : 'column-ignored',
        params: { header: name },
        ...at,
      },
    ];
  if (role !== 'unknown' && !(long && typeof role === 'object')) return [];
  const texts = body.map((item) => textAt(item, index)).filter((text) => text !== '');
  if (texts.length === 0 && header === '') return [];
  const figures = texts.filter((text) => parseNumberText(text) !== null).length;
  const code =
    !long && figures * 2 > texts.length && !isOrder(words.at(-1) ?? '')
      ? 'column-unknown'
      : 'column-ignored';
  return [{ code, params: { header: name }, ...at }];
}

/**
 * Returns the titles of a table, in the rows above it or on its sheet, that say it is of what is not
 * held; the name of a sheet is placed at the first row below.
 */
export function titleProblems(
  rows: readonly SheetRow[],
  sheet: string | null,
  below: SheetRow | undefined,
): HeaderProblem[] {
  const titles = [
    // What a source or whoever filled it in is called stands behind a colon, and is no title.
    ...rows
      .filter((row) => !isNote(row))
      .flatMap((row) => filled(row).map((text) => ({ row, text }))),
    ...(sheet === null ? [] : [{ row: below, text: sheet }]),
  ];
  return titles
    .filter(({ text }) => !/[:：]/.test(text))
    .flatMap(({ row, text }) => {
      const topic = forbiddenTopic(text);
      return topic ? [{ ...forbiddenProblem(shown(text), topic), column: 0, row }] : [];
    });
}

/** Returns that something of this name is not held. */
export function forbiddenProblem(header: string, { name }: ForbiddenTopic): Problem {
  return { code: 'field-forbidden', params: { header, topic: name.zh, topicEn: name.en } };
}

/** A second column of places with figures to its right begins another table beside the first. */
function isBeside(
  { index, role }: Column,
  fields: Fields,
  values: readonly ValueColumn[],
): boolean {
  if (role !== 'name' && role !== 'code') return false;
  const [first = index] = fields.get(role) ?? [];
  const before = values.some((value) => value.index > first && value.index < index);
  return index !== first && before && values.some((value) => value.index > index);
}

/** Of two columns of the same field the first counts; periods may stand in several. */
function isSecond({ index, role }: Column, fields: Fields): boolean {
  if (typeof role === 'object' || role === 'unknown' || role === 'ignored') return false;
  return role !== 'period' && fields.get(role)?.[0] !== index;
}

function isOrder(header: string): boolean {
  return /^(?:序号?|编号|no\.?|位次|排名|名次)$/i.test(header);
}
