import type { PlaceOf } from '../domain/finding.ts';
import type { Form } from '../domain/form.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Places } from '../statistics/places.ts';

/** What the forms of a plan are checked against. */
export interface FormsContext {
  readonly places: Places;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Printed names. */
  readonly agencies: readonly string[];
  /** Today in Asia/Shanghai. */
  readonly today: string;
  readonly placeOf: PlaceOf;
}

/** Returns the fields of a form with where they stand in it. */
export function linesOf(
  form: Form,
): { readonly indicator: string; readonly path: readonly (string | number)[] }[] {
  return form.sections.flatMap(({ fields }, section) =>
    fields.map(({ indicator }, at) => ({
      indicator,
      path: ['sections', section, 'fields', at],
    })),
  );
}
