import { Breakdown } from '../../domain/import-mapping.ts';
import { Enclosed, type ObservationStatus } from '../../domain/observation.ts';
import type { FigureProblem } from './figure-problem.ts';
import type { ImportNames } from './import-context.ts';
import type { Problem } from './known.ts';
import { isUnreadable, labelKey, shown } from './label.ts';
import type { Layout } from './layout.ts';
import type { RowFields } from './row-fields.ts';

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
 * or of the command.
 */
export function remarksReader(
  layout: Layout,
  noteSource: string | null,
  names: ImportNames,
): (fields: RowFields, column: number, problems: FigureProblem[]) => FigureRemarks | null {
  const { mapping } = names;
  const tableSource = layout.words.source ?? noteSource ?? mapping.source ?? names.source;
  let checked = '';
  const at = (field: 'status' | 'breakdown' | 'source' | 'note' | 'enclosed', column: number) =>
    layout.fields.get(field)?.[0] ?? column;

  return ({ status, source, note, breakdown, enclosed }, column, problems) => {
    const before = problems.length;
    const refuse = (problem: Problem, place: number, once: FigureProblem['once'] = 'row') => {
      problems.push({ problem, column: place, once });
    };
    const known =
      status === '' ? mapping.status : (statuses.get(status) ?? statuses.get(labelKey(status)));
    if (known === undefined)
      refuse({ code: 'status-invalid', params: { text: shown(status) } }, at('status', column));
    if (breakdown !== '' && !Breakdown.safeParse(breakdown).success)
      refuse(
        { code: 'breakdown-invalid', params: { text: shown(breakdown) } },
        at('breakdown', column),
      );
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
    const said = note === '' ? null : note;
    return { status: known, source: stated, note: said, breakdown, enclosed: takesIn };
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
