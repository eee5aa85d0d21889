import type { Absence } from '../../domain/observation.ts';
import { labelKey } from './label.ts';

/**
 * What stands in place of a figure, as Chinese yearbooks and statistical offices use it; after
 * `labelKey`. A mapping may say otherwise. Zero is a figure, and a blank cell says nothing.
 */
export const absenceMarks: Readonly<Record<string, Absence>> = {
  '...': 'missing',
  '......': 'missing',
  '..': 'missing',
  '⋯': 'missing',
  空: 'missing',
  空缺: 'missing',
  缺: 'missing',
  缺失: 'missing',
  缺报: 'missing',
  未报送: 'missing',
  无数据: 'missing',
  暂无: 'missing',
  na: 'missing',
  'n/a': 'missing',
  'n.a.': 'missing',
  missing: 'missing',
  '-': 'not-applicable',
  '--': 'not-applicable',
  '—': 'not-applicable',
  '——': 'not-applicable',
  '–': 'not-applicable',
  '−': 'not-applicable',
  '─': 'not-applicable',
  '/': 'not-applicable',
  无此项: 'not-applicable',
  不适用: 'not-applicable',
  'not-applicable': 'not-applicable',
  notapplicable: 'not-applicable',
  未到期: 'not-due',
  未到报送期: 'not-due',
  尚未公布: 'not-due',
  'not-due': 'not-due',
  notdue: 'not-due',
  保密: 'suppressed',
  不予公布: 'suppressed',
  '***': 'suppressed',
  suppressed: 'suppressed',
};

/** Returns a function from text to why there is no figure, or null where the text is no such mark. */
export function absenceReader(
  given: Readonly<Record<string, Absence>>,
): (text: string) => Absence | null {
  const marks = new Map(Object.entries(absenceMarks));
  for (const [mark, absence] of Object.entries(given)) marks.set(labelKey(mark), absence);
  return (text) => marks.get(labelKey(text)) ?? null;
}
