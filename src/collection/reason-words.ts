import type { Language } from '../domain/finding.ts';
import type { Absence } from '../domain/observation.ts';
import { absenceReader } from '../statistics/import/absence-marks.ts';
import { labelKey } from '../statistics/import/label.ts';

/** Why a cell has no figure, as forms offer it to choose. Zero is none of these. */
export const reasonWords: Readonly<Record<Language, Readonly<Record<Absence, string>>>> = {
  zh: {
    missing: '数据缺失',
    'not-applicable': '不适用',
    'not-due': '未到期',
    suppressed: '不公布',
  },
  en: {
    missing: 'Missing',
    'not-applicable': 'Not applicable',
    'not-due': 'Not due yet',
    suppressed: 'Not published',
  },
};

const marks = absenceReader({
  ...Object.fromEntries(
    Object.values(reasonWords).flatMap((words) =>
      Object.entries(words).map(([absence, word]) => [labelKey(word), absence as Absence]),
    ),
  ),
  不公开: 'suppressed',
});

/** Returns the reason that words give, those of tables of statistics (—, 暂无) included; null for others. */
export function parseReason(text: string): Absence | null {
  return marks(text);
}
