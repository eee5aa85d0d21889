import type { FieldView, SectionView } from '../api/collection.ts';
import type { Form, FormField } from '../domain/form.ts';
import type { Indicator } from '../domain/indicator.ts';

/**
 * Returns the sections of a form as they are filled: each field with the words and limits of its
 * indicator and its line, 01, 02 … through all sections. A field of an unknown indicator keeps its
 * line and is left out: `check` has said so.
 */
export function sectionsOf(
  form: Pick<Form, 'sections'>,
  indicators: ReadonlyMap<string, Indicator>,
): SectionView[] {
  let line = 0;
  return form.sections.map(({ title, fields }) => ({
    title,
    fields: fields.flatMap((field) => {
      line += 1;
      const indicator = indicators.get(field.indicator);
      return indicator ? [fieldView(field, indicator, lineText(line))] : [];
    }),
  }));
}

/** Returns all fields of a form in the order of their lines. */
export function fieldsOf(sections: readonly SectionView[]): FieldView[] {
  return sections.flatMap((section) => section.fields);
}

/** Returns the fields somebody has to fill: derived ones compute themselves. */
export function askedFields(sections: readonly SectionView[]): FieldView[] {
  return fieldsOf(sections).filter((field) => field.derived === null);
}

/** Returns the number of a line as the form prints it: 05. */
export function lineText(line: number): string {
  return String(line).padStart(2, '0');
}

function fieldView(field: FormField, indicator: Indicator, line: string): FieldView {
  const { name, definition, unit, digits, range, derived } = indicator;
  return {
    ...field,
    line,
    name,
    definition,
    unit,
    digits,
    min: range.min ?? null,
    max: range.max ?? null,
    derived: derived ?? null,
  };
}
