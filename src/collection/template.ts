import type { CellView, FieldView, KnownFigure, Sheet } from '../api/collection.ts';
import type { EntryTemplate, TemplateCell } from '../domain/entry-template.ts';
import type { Language } from '../domain/finding.ts';
import { unitName } from '../domain/unit-words.ts';
import { reasonWords } from './reason-words.ts';
import { columnOf, columns, firstRow, templateWords } from './template-layout.ts';
import { markOf, stoodText } from './template-mark.ts';

/** A sheet as far as its template depends on it. */
export type TemplateSheet = Pick<
  Sheet,
  'entry' | 'form' | 'version' | 'sections' | 'cells' | 'known' | 'before'
>;

/**
 * Returns a submission as a sheet to fill: a line a row, the figure of the last period and what the
 * base has beside it, three columns open (figure, reason, note). Column I, hidden, says whose
 * template it is and which line is which, column J what stood in its cell and at which revision. The same file comes back by `readTemplateRows`.
 */
export function templateOf(sheet: TemplateSheet, language: Language): EntryTemplate {
  const words = templateWords[language];
  const rows: (TemplateCell | null)[][] = headOf(sheet, language);
  const context = contextOf(sheet, language);
  for (const { title, fields } of sheet.sections) {
    rows.push([null, { text: title[language], style: 'section' }]);
    for (const field of fields) rows.push(rowOf(field, context));
  }
  const { letters } = columnOf('reason');
  return {
    sheet: words.sheet,
    columns: columns.map(({ width, hidden }) => ({ width, hidden })),
    rows,
    frozen: firstRow - 1,
    lists: [
      {
        range: `${letters}${firstRow}:${letters}${Math.max(firstRow, rows.length)}`,
        words: Object.values(reasonWords[language]),
        title: words.columns.reason,
        prompt: words.reasonPrompt,
      },
    ],
  };
}

function headOf(
  { entry, form, ...sheet }: TemplateSheet,
  language: Language,
): (TemplateCell | null)[][] {
  const words = templateWords[language];
  const row = (cells: Readonly<Partial<Record<string, TemplateCell>>>) =>
    columns.map(({ key }) => cells[key] ?? null);
  const approval = form.approval
    ? words.approval(form.approval.by, form.approval.number, form.approval.validUntil)
    : words.proposed;
  return [
    row({
      line: { text: `${form.title[language]}　${entry.period}`, style: 'title' },
      id: { text: markOf({ entry, version: sheet.version }), style: 'label' },
    }),
    row({
      line: {
        text: [entry.bodyName, form.number, form.issuer, approval, words.due(entry.due)].join(
          ' · ',
        ),
        style: 'remark',
      },
    }),
    row({ line: { text: words.howTo, style: 'remark' } }),
    columns.map(({ key }) => ({ text: words.columns[key], style: 'header' })),
  ];
}

interface RowContext {
  readonly cells: ReadonlyMap<string, CellView>;
  readonly known: ReadonlyMap<string, KnownFigure>;
  readonly before: ReadonlyMap<string, KnownFigure>;
  readonly language: Language;
}

function contextOf({ cells, known, before }: TemplateSheet, language: Language): RowContext {
  const byId = <Item extends { readonly indicator: string }>(items: readonly Item[]) =>
    new Map(items.map((item) => [item.indicator, item]));
  return { cells: byId(cells), known: byId(known), before: byId(before), language };
}

function rowOf(field: FieldView, context: RowContext): TemplateCell[] {
  const { language } = context;
  const { indicator, line, name, unit, indent, derived } = field;
  const cell = context.cells.get(indicator);
  const words = templateWords[language];
  const entry = (text: string, style: 'figure-entry' | 'words-entry'): TemplateCell =>
    derived === null
      ? { text, style, number: style === 'figure-entry' }
      : { text: style === 'figure-entry' ? words.computed : '', style: 'label' };
  const figure = (known: KnownFigure | undefined): TemplateCell => ({
    text: known?.value ?? (known?.absence ? reasonWords[language][known.absence] : ''),
    style: 'figure',
    number: true,
  });
  const cells = {
    line: { text: line, style: 'label' },
    name: { text: name[language], style: 'label', indent },
    unit: { text: unitName(unit, language), style: 'label' },
    before: figure(context.before.get(indicator)),
    known: figure(context.known.get(indicator)),
    value: entry(cell?.value ?? '', 'figure-entry'),
    reason: entry(cell?.absence ? reasonWords[language][cell.absence] : '', 'words-entry'),
    note: entry(cell?.note ?? '', 'words-entry'),
    id: { text: indicator, style: 'label' },
    stood: { text: stoodText(cell), style: 'label' },
  } satisfies Record<string, TemplateCell>;
  return columns.map(({ key }) => cells[key]);
}
