import type { FormView, SectionView } from '../api/collection.ts';
import type { Body } from '../domain/account.ts';
import type { Form } from '../domain/form.ts';
import type { Frequency, Period } from '../domain/period.ts';
import { type PeriodNumber, periodText } from '../domain/period-number.ts';
import { askedFields } from './form-view.ts';
import type { ReportingBody } from './reporters.ts';

export type Burden = FormView['burden'];

/** Says whether the base has a figure already, which is then pre-filled and not asked. */
export type IsKnown = (body: Body, indicator: string, period: Period) => boolean;

/** What a form asks of whom: the bodies that report it and its lines. */
export interface AskedForm {
  readonly form: Pick<Form, 'frequency'>;
  readonly sections: readonly SectionView[];
  readonly bodies: readonly Pick<ReportingBody, 'body' | 'filledBy'>[];
}

/** Returns how many periods of a frequency a year has. */
export function periodsEachYear(frequency: Frequency): number {
  return { year: 1, 'half-year': 2, quarter: 4, month: 12 }[frequency];
}

/** Returns the periods of a frequency in a year, in order. */
export function periodsOfYear(frequency: Frequency, year: number): Period[] {
  const first = { year: 0, 'half-year': 61, quarter: 41, month: 1 }[frequency];
  return Array.from({ length: periodsEachYear(frequency) }, (_, at): PeriodNumber => first + at)
    .map((part) => year * 100 + part)
    .map(periodText);
}

/**
 * Returns the cells a form asks for in a year, of each body and of all, and how many of these the
 * base already has. Derived lines are nobody's burden.
 */
export function burdenOf(asked: AskedForm, year: number, isKnown: IsKnown): Burden {
  const { form, bodies, sections } = asked;
  const cellsEach = askedFields(sections).length;
  const periods = periodsEachYear(form.frequency);
  const known = total(bodies.map(({ body }) => knownCells(asked, body, { year, isKnown })));
  const cells = bodies.length * cellsEach * periods;
  return { bodies: bodies.length, cellsEach, periodsEachYear: periods, asked: cells, known };
}

/** Returns what all forms together ask one body to fill in in a year, for itself and for those it lists. */
export function bodyBurden(
  forms: readonly AskedForm[],
  body: Body,
  { year, isKnown }: { readonly year: number; readonly isKnown: IsKnown },
): Pick<Burden, 'asked' | 'known'> {
  const own = forms.flatMap((asked) =>
    asked.bodies.filter((one) => one.filledBy === body).map((one) => ({ asked, of: one.body })),
  );
  const cells = own.map(
    ({ asked: { sections, form } }) =>
      askedFields(sections).length * periodsEachYear(form.frequency),
  );
  const known = own.map(({ asked, of }) => knownCells(asked, of, { year, isKnown }));
  return { asked: total(cells), known: total(known) };
}

function knownCells(
  { form, sections }: AskedForm,
  body: Body,
  { year, isKnown }: { readonly year: number; readonly isKnown: IsKnown },
): number {
  const periods = periodsOfYear(form.frequency, year);
  return total(
    askedFields(sections).map(
      ({ indicator }) => periods.filter((period) => isKnown(body, indicator, period)).length,
    ),
  );
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
