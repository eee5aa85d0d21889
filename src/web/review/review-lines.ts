import type { CellView, FieldView, KnownFigure, Sheet } from '../../api/collection.ts';
import type { Finding } from '../../domain/finding.ts';
import { grouped } from '../grouped.ts';
import { type CellContent, changeWords, yesOrNo } from '../submissions/cell-text.ts';

type Remark = Sheet['remarks'][number];

/** A line of a submission as it is reviewed. */
export interface ReviewLine {
  readonly field: FieldView;
  readonly cell: CellView | null;
  readonly known: KnownFigure | null;
  readonly before: KnownFigure | null;
  /** What the line says: the cell or, where nothing was typed, the figure of the base. */
  readonly now: CellContent | null;
  /** In per cent, with its sign. */
  readonly change: string | null;
  /** Oldest first. */
  readonly remarks: readonly Remark[];
  readonly findings: readonly Finding[];
  /** Whether this level has accepted the cell as it is. */
  readonly accepted: boolean;
}

/** The lines of a submission: those to look at, and those this level has accepted as they are. */
export interface ReviewLines {
  /** Whether this level has looked before; then only what changed is to be looked at again. */
  readonly again: boolean;
  readonly open: readonly ReviewLine[];
  readonly quiet: readonly ReviewLine[];
}

const missing = 'entry-missing';

/** Returns whether a submission is being filled by others, whose figures nobody above sees yet. */
export function isClosedDraft({ entry, cells }: Pick<Sheet, 'entry' | 'cells'>): boolean {
  return entry.state === 'draft' && cells.length === 0;
}

/** Returns who typed most of the cells; null where nothing was typed. */
export function usualAuthor({ cells }: Pick<Sheet, 'cells'>): string | null {
  const counts = [...grouped(cells, ({ changedBy }) => changedBy)];
  return counts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}

/** A role and the body it is held for, as an account has it. */
export interface Held {
  readonly role: string;
  readonly body: string;
}

/** Says whether one of these roles is a level of a submission; whoever is none has accepted nothing of it. */
export function isLevelOf({ levels }: Sheet['entry'], held: readonly Held[]): boolean {
  return levels.some(({ body, role }) =>
    held.some((one) => one.body === body && one.role === role),
  );
}

/** Returns how many of some lines are asked; what computes itself is no cell of anybody's. */
export function askedAmong(lines: readonly ReviewLine[]): number {
  return lines.filter(({ field }) => field.derived === null).length;
}

/** Says whether a finding is a doubt: a warning, be it explained, and no mere information. */
export function isDoubt({ severity, params }: Finding): boolean {
  return severity !== 'info' || params.explained === 1;
}

/**
 * Returns the lines of a submission in the order of the form, each with all that stands beside it.
 * `isLevel`: whether whoever looks is a level of it; to others nothing counts as accepted.
 */
export function reviewLines(
  sheet: Sheet,
  findings: readonly Finding[] = [],
  derived: ReadonlyMap<string, string> = new Map(),
  isLevel = true,
): ReviewLines {
  const cells = byIndicator(sheet.cells);
  const known = byIndicator(sheet.known);
  const before = byIndicator(sheet.before);
  const accepted = byIndicator(sheet.accepted);
  const again = isLevel && sheet.accepted.length > 0;
  // Nobody is wrong for not having begun.
  const said =
    sheet.entry.state === 'draft' ? findings.filter(({ code }) => code !== missing) : findings;
  const lines = sheet.sections.flatMap(({ fields }) =>
    fields.map((field): ReviewLine => {
      const { indicator } = field;
      const cell = cells.get(indicator) ?? null;
      const figure = known.get(indicator) ?? null;
      const past = before.get(indicator) ?? null;
      const computed = derived.get(indicator);
      const now = computed === undefined ? contentOf(cell, figure) : plain(computed);
      return {
        field,
        cell,
        known: figure,
        before: past,
        now,
        // A yes or no changes by no per cent.
        change:
          field.unit === yesOrNo ? null : changeWords(now?.value ?? null, past?.value ?? null),
        remarks: sheet.remarks.filter((remark) => remark.indicator === indicator),
        findings: said.filter(({ params }) => params.indicator === indicator),
        accepted: again && (accepted.get(indicator)?.revision ?? 0) === (cell?.revision ?? 0),
      };
    }),
  );
  return {
    again,
    open: lines.filter((line) => !line.accepted),
    quiet: lines.filter((line) => line.accepted),
  };
}

/** What became of a remark: the figure was changed, kept, or nothing was done yet. */
export function outcomeOf(remark: Remark, line: Pick<ReviewLine, 'cell'>): Outcome {
  const { cell } = line;
  if (!cell || cell.revision <= remark.revision) return remark.resolved ? 'explained' : 'open';
  const isSame = cell.value === remark.value && cell.absence === remark.absence;
  return isSame ? 'explained' : 'changed';
}

export type Outcome = 'changed' | 'explained' | 'open';

/** Returns the lines by the section of the form they stand in; sections without any are left out. */
export function linesBySection(
  { sections }: Pick<Sheet, 'sections'>,
  lines: readonly ReviewLine[],
): { section: Sheet['sections'][number]; lines: readonly ReviewLine[] }[] {
  return sections
    .map((section) => ({
      section,
      lines: lines.filter(({ field }) => section.fields.includes(field)),
    }))
    .filter((group) => group.lines.length > 0);
}

function contentOf(cell: CellView | null, known: KnownFigure | null): CellContent | null {
  if (cell && (cell.value !== null || cell.absence !== null)) return cell;
  return known;
}

function plain(value: string): CellContent {
  return { value, absence: null };
}

function byIndicator<Item extends { readonly indicator: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.indicator, item]));
}
