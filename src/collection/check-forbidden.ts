import { type Finding, finding } from '../domain/finding.ts';
import { forbiddenTopic } from '../domain/forbidden-fields.ts';
import type { Form } from '../domain/form.ts';
import { cellText, columnLetters, type SheetRow } from '../domain/sheet.ts';
import { entryFinding } from './entry-finding.ts';
import { wordParams } from './figure-words.ts';
import { type FormsContext, linesOf } from './forms-context.ts';
import { columnOf, firstRow, templateWords } from './template-layout.ts';

/** Returns the words of a form that ask for what is not held: its titles, and names of its indicators. */
export function checkForbidden(
  form: Form,
  index: number,
  { indicators, placeOf }: Pick<FormsContext, 'indicators' | 'placeOf'>,
): Finding[] {
  const named = [
    { path: ['title'], words: [form.title] },
    ...form.sections.map(({ title }, at) => ({ path: ['sections', at, 'title'], words: [title] })),
    ...linesOf(form).map(({ indicator, path }) => {
      const name = indicators.get(indicator)?.name;
      return { path, words: name ? [name] : [] };
    }),
  ];
  return named.flatMap(({ path, words }) =>
    words
      .flatMap(({ zh, en }) => [zh, en])
      .flatMap((name) => {
        const topic = forbiddenTopic(name);
        if (topic === null) return [];
        const where = placeOf(['forms', index, ...path]);
        return [finding('form-forbidden', where, { name, ...wordParams('topic', topic.name) })];
      })
      // Once for a name in both languages.
      .slice(0, 1),
  );
}

/** Returns the columns and lines, added to a template that came back, of what is not held. */
export function checkTemplateNames(rows: readonly SheetRow[]): Finding[] {
  const lines = columnOf('name').index;
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, index) => {
      const isName = row === firstRow - 1 || (row >= firstRow && index === lines);
      const isFormula = cell !== null && typeof cell === 'object' && cell.kind === 'formula';
      const name = isName ? cellText(isFormula ? cell.cached : cell).trim() : '';
      const topic = name === '' ? null : forbiddenTopic(name);
      if (topic === null) return [];
      const place = { sheet: templateWords.zh.sheet, cell: `${columnLetters(index)}${row}` };
      return [
        entryFinding('template-forbidden', place, { name, ...wordParams('topic', topic.name) }),
      ];
    }),
  );
}
