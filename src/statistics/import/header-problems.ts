import { forbiddenTopic } from '../../domain/forbidden-fields.ts';
import { columnLetters, type SheetRow } from '../../domain/sheet.ts';
import type { Column, Fields, HeaderProblem, ValueColumn } from './columns.ts';
import { textAt } from './header-rows.ts';
import { shown } from './label.ts';
import { parseNumberText } from './number-text.ts';

/** Returns what is wrong with a column, or left out of it. */
export function problemsOf(
  column: Column,
  body: readonly SheetRow[],
  fields: Fields,
  values: readonly ValueColumn[],
): HeaderProblem[] {
  const { index, words, row, role } = column;
  const header = shown(words.join(' '));
  const topic = words.map(forbiddenTopic).find((item) => item !== null);
  const at = { column: index, row };
  if (topic) {
    const params = { header, topic: topic.name.zh, topicEn: topic.name.en };
    return [{ code: 'field-forbidden', params, ...at }];
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
