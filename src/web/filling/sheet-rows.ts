import type { CellView, FieldView, KnownFigure, Sheet } from '../../api/collection.ts';
import { derivedValues } from '../../collection/derived-values.ts';
import { checkedSheet, type TypedCell } from '../../collection/entry.ts';
import { frequencyOf, periodNumber } from '../../domain/period-number.ts';
import { type CellContent, emptyCell, isFilled } from './cell-content.ts';
import { newestOf, type Queue, type QueuedSave } from './queue-state.ts';

/**
 * Where what stands in a cell comes from: the base knew it, the server has it, it is on its way, no
 * figure can be read from it, it is computed, or nobody has filled it.
 */
type Remark = Sheet['remarks'][number];

export type CellOrigin = 'known' | 'saved' | 'queued' | 'unsound' | 'derived' | 'empty';

/** A row of the grid. */
export interface SheetRow {
  readonly field: FieldView;
  /** The section it stands in. */
  readonly section: number;
  readonly content: CellContent;
  /** What was typed into it, without what the base knows. */
  readonly own: CellContent;
  readonly origin: CellOrigin;
  /** The revision that what is typed next is typed over. */
  readonly base: number;
  readonly before: KnownFigure | null;
  /** The newest figure of a still earlier period, where the one before has none. */
  readonly earlier: KnownFigure | null;
  /** Whether no earlier period has a figure either. */
  readonly isFirst: boolean;
  readonly known: KnownFigure | null;
  /** In per cent against the period before; null where there is nothing to compare. */
  readonly change: number | null;
  readonly queued: QueuedSave | null;
  readonly conflict: QueuedSave | null;
  /** Why the levels above returned it. */
  readonly remarks: readonly Remark[];
}

/** What is typed and not on its way: text no figure can be read from; and what is still being typed. */
export interface Unsent {
  /** By indicator. */
  readonly unsound: ReadonlyMap<string, string>;
  readonly typing: (CellContent & { readonly indicator: string }) | null;
}

/**
 * Returns the rows of a sheet as they stand. What is still being typed counts for what is computed
 * from it, and not for the cell: that changes when it is left.
 */
export function sheetRows(sheet: Sheet, queue: Queue, { unsound, typing }: Unsent): SheetRow[] {
  const facts = factsOf(sheet);
  const rows = sheet.sections
    .flatMap(({ fields }, section) => fields.map((field) => rowOf(field, section, facts, queue)))
    .map((row) => withText(row, unsound.get(row.field.indicator)));
  const typed = rows.map((row) =>
    typing?.indicator === row.field.indicator
      ? { ...row, content: typing, origin: 'queued' as const }
      : row,
  );
  const values = derivedValues({ ...checkedSheet(sheet), cells: typedCells(typed) });
  return rows.map((row, at) => {
    const value = values.get(row.field.indicator);
    const shown = value === undefined ? row : withDerived(row, value);
    const now = value ?? typed[at]?.content.value ?? null;
    return { ...shown, change: changeOf(now, shown.before?.value ?? null) };
  });
}

/** Returns the cells somebody typed something into, as the checks read them. */
export function typedCells(rows: readonly SheetRow[]): TypedCell[] {
  return rows
    .filter(({ field }) => field.derived === null)
    .map(({ field: { indicator }, content, origin }) => ({
      indicator,
      ...(origin === 'known' ? { ...emptyCell, note: content.note } : content),
    }));
}

/** Returns whether a row needs a figure or a reason from whoever fills the form. */
export function isAsked({ field }: Pick<SheetRow, 'field'>): boolean {
  return field.derived === null && field.required;
}

/** Returns whether a row that needs one has a figure or a reason. */
export function isMissing(row: SheetRow): boolean {
  return isAsked(row) && !isFilled(row.content);
}

interface Facts {
  readonly cells: ReadonlyMap<string, CellView>;
  readonly known: ReadonlyMap<string, KnownFigure>;
  readonly before: ReadonlyMap<string, KnownFigure>;
  readonly collected: ReadonlySet<string>;
  /** The newest earlier figure of each line. */
  readonly newest: ReadonlyMap<string, KnownFigure>;
  readonly remarks: readonly Remark[];
}

function factsOf(sheet: Sheet): Facts {
  const byIndicator = <Item extends { readonly indicator: string }>(items: readonly Item[]) =>
    new Map(items.map((item) => [item.indicator, item]));
  return {
    cells: byIndicator(sheet.cells),
    known: byIndicator(sheet.known),
    before: byIndicator(sheet.before),
    collected: new Set(sheet.history.map((figure) => figure.indicator)),
    // Oldest first, so that the last of a line stays.
    newest: byIndicator(
      sheet.history.filter(
        ({ period, value }) => value !== null && isAsOften(period, sheet.entry.period),
      ),
    ),
    remarks: sheet.remarks.filter(({ resolved }) => !resolved),
  };
}

/** A year is not compared with a quarter. */
function isAsOften(period: string, other: string): boolean {
  const [one, two] = [periodNumber(period), periodNumber(other)];
  return one !== null && two !== null && frequencyOf(one) === frequencyOf(two);
}

function withText(row: SheetRow, text: string | undefined): SheetRow {
  if (text === undefined) return row;
  return { ...row, content: { ...row.content, value: text, absence: null }, origin: 'unsound' };
}

function withDerived(row: SheetRow, value: string): SheetRow {
  return { ...row, content: { ...emptyCell, value }, origin: 'derived' };
}

function rowOf(field: FieldView, section: number, facts: Facts, queue: Queue): SheetRow {
  const { indicator } = field;
  const cell = facts.cells.get(indicator) ?? null;
  const known = facts.known.get(indicator) ?? null;
  const before = facts.before.get(indicator) ?? null;
  const queued = newestOf(queue, indicator);
  return {
    field,
    section,
    ...standing(queued ?? cell ?? emptyCell, queued !== null, known),
    own: contentOf(queued ?? cell ?? emptyCell),
    base: cell?.revision ?? 0,
    before,
    earlier: before?.value == null ? (facts.newest.get(indicator) ?? null) : null,
    // A line that is computed is never collected.
    isFirst: field.derived === null && !facts.collected.has(indicator),
    known,
    change: null,
    queued,
    conflict: queued?.state === 'conflict' ? queued : null,
    remarks: facts.remarks.filter((remark) => remark.indicator === indicator),
  };
}

/** What stands in a cell: what was typed last, else what the server has, else what the base knows. */
function standing(
  typed: CellContent,
  isQueued: boolean,
  known: KnownFigure | null,
): { content: CellContent; origin: CellOrigin } {
  if (isFilled(typed)) return { content: contentOf(typed), origin: isQueued ? 'queued' : 'saved' };
  const { note } = typed;
  if (known && (known.value ?? known.absence) !== null)
    return { content: { value: known.value, absence: known.absence, note }, origin: 'known' };
  return { content: { ...emptyCell, note }, origin: 'empty' };
}

function contentOf({ value, absence, note }: CellContent): CellContent {
  return { value, absence, note };
}

function changeOf(now: string | null, before: string | null): number | null {
  if (now === null || before === null || Number(before) <= 0) return null;
  const change = (Number(now) / Number(before) - 1) * 100;
  return Number.isFinite(change) ? change : null;
}
