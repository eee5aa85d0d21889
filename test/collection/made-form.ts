import type { FieldView, SectionView } from '../../src/api/collection.ts';

/** Returns a field of a form, an amount in 万元 unless told otherwise. */
export function madeField(
  indicator: string,
  line: string,
  more: Partial<FieldView> = {},
): FieldView {
  return {
    indicator,
    line,
    indent: 0,
    required: true,
    name: { zh: indicator, en: indicator },
    definition: { zh: '无', en: 'none' },
    unit: '万元',
    digits: 0,
    min: 0,
    max: null,
    derived: null,
    ...more,
  };
}

/** Returns fields as the one section of a form. */
export function oneSection(fields: readonly FieldView[]): SectionView[] {
  return [{ title: { zh: '一', en: 'One' }, fields: [...fields] }];
}
