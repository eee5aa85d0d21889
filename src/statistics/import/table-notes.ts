import type { Finding } from '../../domain/finding.ts';
import { finding } from '../../domain/finding.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Enclosed, ObservationStatus } from '../../domain/observation.ts';
import { type PeriodNumber, yearOf } from '../../domain/period.ts';
import type { SheetRow } from '../../domain/sheet.ts';
import type { Territory } from '../../domain/territory.ts';
import { placeOfCell } from './cell-place.ts';
import { enclosedIn } from './enclosed-words.ts';
import { filled, isHeader } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import { markOf, marksAt, shown } from './label.ts';
import { isNote } from './table-words.ts';

/** What the notes on a table say of one of its figures; null where they say nothing. */
export interface FigureNotes {
  readonly status: ObservationStatus | null;
  readonly text: string | null;
}

/** A figure, as far as notes tell figures apart. */
export interface NotedFigure {
  readonly indicator: Indicator;
  readonly period: PeriodNumber;
  readonly place: Territory;
  /** Those it carries, as `marksAt` gives them. */
  readonly marks: readonly string[];
}

/** The notes on a table. */
export interface TableNotes {
  /** Whether the figures take in enclosed units; null where no note says. */
  readonly enclosed: Enclosed | null;
  /** Whether some note is meant for the figures that carry its mark. */
  readonly marked: boolean;
  readonly of: (figure: NotedFigure) => FigureNotes;
  /** Says which figures get a status from a note. */
  readonly findings: readonly Finding[];
}

interface Note {
  /** As `markOf` gives it; null for a note on the whole table. */
  readonly mark: string | null;
  readonly text: string;
  readonly status: ObservationStatus | null;
  /** The only years and the only indicator it speaks of; empty and null where of all. */
  readonly years: ReadonlySet<number>;
  readonly indicator: Indicator | null;
  /** The place it is limited to, or what lies in it. */
  readonly within: string | null;
  readonly row: SheetRow;
}

/**
 * Returns what the title and the notes of a table say of its figures: that those of a year, of an
 * indicator, or with a mark (123①) are provisional or estimated, and the words a mark leads to.
 * `rows` are those from the title down to the end of the sheet.
 */
export function readNotes(
  rows: readonly SheetRow[],
  headerEnd: number,
  sheet: string | null,
  names: ImportNames,
): TableNotes {
  const title = rows.slice(0, headerEnd).filter((row) => filled(row).length === 1);
  const found = [
    ...title.flatMap((row) => noteOfTitle(row, names)),
    ...notesBelow(rows.slice(headerEnd), names).flatMap((row) => notesIn(row, names)),
  ];
  if (found.length === 0) return noNotes;
  const carried = found.some((note) => note.mark !== null) ? marksIn(rows) : new Set();
  // Notes may be numbered without leading from anywhere: then they are on the whole table.
  const notes = found.map((note) => (carried.has(note.mark) ? note : { ...note, mark: null }));
  const isOf = ({ years, indicator, within }: Note, figure: NotedFigure) =>
    (years.size === 0 || years.has(yearOf(figure.period))) &&
    (indicator === null || indicator.id === figure.indicator.id) &&
    (within === null ||
      within === figure.place.id ||
      names.places.ancestors(figure.place.id).includes(within));
  const whole = notes.filter((note) => note.mark === null && note.status !== null);
  const byMark = new Map(notes.flatMap((note) => (note.mark === null ? [] : [[note.mark, note]])));
  const general = notes.filter((note) => note.mark === null && note.within === null);
  return {
    enclosed: general.flatMap((note) => enclosedIn(note.text, names)?.enclosed ?? [])[0] ?? null,
    marked: byMark.size > 0,
    of: (figure) => {
      const own = figure.marks.flatMap((mark) => byMark.get(mark) ?? []);
      const status = own.find((note) => note.status !== null)?.status;
      return {
        status: status ?? whole.find((note) => isOf(note, figure))?.status ?? null,
        text: own.length === 0 ? null : own.map((note) => note.text).join('；'),
      };
    },
    findings: notes.flatMap((note) => (note.status === null ? [] : [told(note, sheet, names)])),
  };
}

const silent: FigureNotes = { status: null, text: null };

/** A table without notes. */
export const noNotes: TableNotes = {
  enclosed: null,
  marked: false,
  of: () => silent,
  findings: [],
};

/** The marks that the words and figures of a table carry. */
function marksIn(rows: readonly SheetRow[]): ReadonlySet<string | null> {
  const texts = rows.flatMap((row) => (isNote(row) ? [] : row.cells));
  return new Set(texts.flatMap((cell) => (typeof cell === 'string' ? marksAt(cell) : [])));
}

/** The notes before another table, which has a title of its own; 续表 goes on with this one. */
function notesBelow(rows: readonly SheetRow[], names: ImportNames): readonly SheetRow[] {
  const notes: SheetRow[] = [];
  let titled = false;
  for (const row of rows) {
    const texts = filled(row);
    if (isNote(row)) notes.push(row);
    else if (texts.length === 1) titled ||= !/续表|单位/.test(texts[0] ?? '');
    else if (titled && isHeader(row, names)) break;
    else titled = false;
  }
  return notes;
}

function noteOfTitle(row: SheetRow, names: ImportNames): Note[] {
  const text = filled(row)[0] ?? '';
  const status = statusIn(text);
  if (status === null) return [];
  const all = { mark: null, years: new Set<number>(), indicator: null, within: null };
  return [{ ...noteOf(row, text, names), ...all }];
}

/** 注：①2017年为快报数。②不含国有农场。 */
function notesIn(row: SheetRow, names: ImportNames): Note[] {
  const whole = filled(row).join(' ').trim();
  const words = whole.replace(/^(?:注|备注|说明|附注|notes?|remarks?)\s*\d*\s*[:：]\s*/i, '');
  const parts = words.split(/(?=[①-⑳])|[。；;\s](?=\d{1,2}[.、](?!\d{1,3}(?!\d)))/);
  const marked = parts.map((part) => part.trim()).map((part) => noteOf(row, part, names));
  return marked.flatMap((note) =>
    note.mark !== null
      ? note
      : note.text.split(/[。；;]/).flatMap((part) => (part === '' ? [] : noteOf(row, part, names))),
  );
}

function noteOf(row: SheetRow, part: string, names: ImportNames): Note {
  const lead = /^(?:([①-⑳*＊※†‡])|[（(](\d{1,2})[)）]|(\d{1,2})[.、])\s*/.exec(part);
  const text = part.slice(lead?.[0].length ?? 0).replace(/[。.；;]$/, '');
  const mark = lead?.[1] ?? lead?.[2] ?? lead?.[3] ?? null;
  return {
    mark: mark === null ? null : markOf(mark),
    text,
    status: statusIn(text),
    years: new Set([...text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1]))),
    indicator: names.indicatorNames.named(text)?.indicator ?? null,
    within: names.placeNames.within(text),
    row,
  };
}

/** A note that speaks of verified or revised figures tells what they were before. */
function statusIn(text: string): ObservationStatus | null {
  if (/最终|核实|修订|调整/.test(text)) return null;
  if (/快报|初步(?:核算|统计|数|汇总)|预计数|provisional|preliminary/i.test(text))
    return 'provisional';
  return /估计数|估算数|推算|测算数|estimate/i.test(text) ? 'estimated' : null;
}

function told(
  { row, text, status, years }: Note,
  sheet: string | null,
  names: ImportNames,
): Finding {
  const column = Math.max(
    0,
    row.cells.findIndex((cell) => cell !== null && cell !== ''),
  );
  const provisional = status === 'provisional';
  return finding(
    'status-by-note',
    { file: names.file, ...placeOfCell(row, column, sheet) },
    {
      text: shown(text),
      years: [...years].map((year) => `${year}年`).join('、'),
      yearsEn: [...years].join(', '),
      status: provisional ? '初步数' : '估计数',
      statusEn: provisional ? 'provisional' : 'estimated',
    },
  );
}
