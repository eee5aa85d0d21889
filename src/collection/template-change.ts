import type { CellSave, CellView, FieldView } from '../api/collection.ts';
import type { Finding, FindingPlace, Language } from '../domain/finding.ts';
import { entryFinding } from './entry-finding.ts';
import { grouped, wordParams } from './figure-words.ts';
import { reasonWords } from './reason-words.ts';
import type { StoodCell } from './template-mark.ts';

type Content = Pick<CellSave, 'value' | 'absence' | 'note'>;

/** A cell as a template gives it; `base` is the revision it was filled in over. */
export type TemplateEntry = Omit<CellSave, 'key'>;

/** A cell that the template and somebody online changed; its `base` is what stands there now. */
export interface TemplateConflict extends TemplateEntry {
  readonly now: CellView;
}

/** What a row of a template does to its cell. */
export interface TemplateChange {
  readonly cell: TemplateEntry | null;
  readonly conflict: TemplateConflict | null;
}

const none: TemplateChange = { cell: null, conflict: null };

/**
 * Returns what a row does. One that is as it went out, or says what stands there by now, does
 * nothing, however old it is; one changed over a revision that is not there any more is a conflict.
 */
export function changeOf(
  entry: Content & { readonly indicator: string },
  stood: StoodCell,
  now: CellView | undefined,
): TemplateChange {
  if (isAlike(entry, stood) || isAlike(entry, now ?? nothing)) return none;
  if (now === undefined || now.revision === stood.revision)
    return { cell: { ...entry, base: now?.revision ?? 0 }, conflict: null };
  return { cell: null, conflict: { ...entry, base: now.revision, now } };
}

/** Returns the finding of a conflict: what stands there, by whom, and what the file says. */
export function conflictFinding(
  { now, ...entry }: TemplateConflict,
  field: FieldView,
  where: FindingPlace,
): Finding {
  return entryFinding('template-conflict', where, {
    indicator: field.indicator,
    line: field.line,
    by: now.changedBy,
    ...wordParams('name', field.name),
    ...wordParams('found', contentWords(entry)),
    ...wordParams('now', contentWords(now)),
  });
}

const nothing: Content = { value: null, absence: null, note: null };

/** Notes come back from a spreadsheet without the blanks around them. */
function isAlike(one: Content, other: Content): boolean {
  const isSameNote = (one.note ?? '').trim() === (other.note ?? '').trim();
  return isSameNote && one.value === other.value && one.absence === other.absence;
}

function contentWords(content: Content): Record<Language, string> {
  const words = (language: Language, empty: string, note: string) => {
    const { value, absence } = content;
    const figure = value === null ? absence && reasonWords[language][absence] : grouped(value);
    return `${figure ?? empty}${content.note ? `${note}${shortened(content.note)}` : ''}`;
  };
  return { zh: words('zh', '空白', '，说明：'), en: words('en', 'blank', '; note: ') };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
