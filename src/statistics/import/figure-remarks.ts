import { forbiddenTopic } from '../../domain/forbidden-fields.ts';
import { Breakdown } from '../../domain/import-mapping.ts';
import { Enclosed, type ObservationStatus } from '../../domain/observation.ts';
import type { FigureProblem } from './figure-problem.ts';
import { forbiddenProblem } from './header-problems.ts';
import type { ImportNames } from './import-context.ts';
import type { Problem } from './known.ts';
import { isUnreadable, labelKey, shown } from './label.ts';
import type { Layout } from './layout.ts';
import type { RowFields } from './row-fields.ts';
import type { FigureNotes } from './table-notes.ts';

/** What stands beside a figure. */
export interface FigureRemarks {
  readonly status: ObservationStatus;
  readonly source: string;
  readonly note: string | null;
  readonly breakdown: string;
  /** Null where the row does not say. */
  readonly enclosed: Enclosed | null;
}

/** The longest text of a source or a note. */
const longestText = 1_000;

const statuses: ReadonlyMap<string, ObservationStatus> = new Map([
  ...['provisional', '初步', '初步数', '快报', '快报数', '预计'].map(
    (t) => [t, 'provisional'] as const,
  ),
  ...['final', '最终', '最终数', '年报', '终审', '正式'].map((t) => [t, 'final'] as const),
  ...['estimated', '估计', '估算', '推算', '测算'].map((t) => [t, 'estimated'] as const),
]);

/**
 * Returns a function that reads the status, the source, the note and the breakdown of a row; null with
 * its problems. A row without a source has that of the table (`source` of its notes), of the mapping,
 * or of the command; one without a status has that of a note, or of the mapping.
 */
export function remarksReader(
  layout: Layout,
  sheet: { readonly source: string | null },
  names: ImportNames,
): (
  fields: RowFields,
  noted: FigureNotes,
  column: number,
  problems: FigureProblem[],
) => FigureRemarks | null {
  const { mapping } = names;
  const tableSource = layout.words.source ?? sheet.source ?? mapping.source ?? names.source;
  let checked = '';
  let parted = '';
  const at = (field: 'status' | 'breakdown' | 'source' | 'note' | 'enclosed', column: number) =>
    layout.fields.get(field)?.[0] ?? column;

  return ({ status, source, note, breakdown, enclosed }, noted, column, problems) => {
    const before = problems.length;
    const refuse = (problem: Problem, place: number, once: FigureProblem['once'] = 'row') => {
      problems.push({ problem, column: place, once });
    };
    const known =
      status === ''
        ? (noted.status ?? mapping.status)
        : (statuses.get(status) ?? statuses.get(labelKey(status)));
    if (known === undefined)
      refuse({ code: 'status-invalid', params: { text: shown(status) } }, at('status', column));
    if (breakdown !== '' && !Breakdown.safeParse(breakdown).success)
      refuse(
        { code: 'breakdown-invalid', params: { text: shown(breakdown) } },
        at('breakdown', column),
      );
    const topic = breakdown === parted ? null : forbiddenTopic(breakdown);
    if (topic) refuse(forbiddenProblem(shown(breakdown), topic), at('breakdown', column));
    else parted = breakdown;
    const takesIn = enclosed === '' ? null : enclosedOf(enclosed);
    if (takesIn === undefined)
      refuse(
        { code: 'enclosed-invalid', params: { text: shown(enclosed) } },
        at('enclosed', column),
      );
    const stated = source || tableSource;
    if (stated === null) refuse({ code: 'table-source-missing', params: {} }, column, 'table');
    // Most rows say what the row before said.
    else if (stated !== checked && isWrong(stated))
      refuse(wrongText('来源', 'source'), at('source', column));
    else checked = stated;
    if (note !== '' && isWrong(note)) refuse(wrongText('备注', 'note'), at('note', column));
    if (known === undefined || takesIn === undefined || stated === null) return null;
    if (problems.length > before) return null;
    const said = [note, noted.text ?? ''].filter((text) => text !== '').join('；');
    return {
      status: known,
      source: stated,
      note: said === '' ? null : said.slice(0, longestText),
      breakdown,
      enclosed: takesIn,
    };
  };
}

function enclosedOf(text: string): Enclosed | undefined {
  const parsed = Enclosed.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

function isWrong(text: string): boolean {
  return text.length > longestText || isUnreadable(text);
}

function wrongText(field: string, fieldEn: string): Problem {
  return { code: 'text-invalid', params: { field, fieldEn, limit: longestText } };
}
