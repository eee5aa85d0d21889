import type { Kysely } from 'kysely';
import type { FormsAnswer } from '../../api/collection.ts';
import { type AskedForm, bodyBurden, burdenOf, type IsKnown } from '../../collection/burden.ts';
import { sectionsOf } from '../../collection/form-view.ts';
import { reportingBodies } from '../../collection/reporters.ts';
import { beijingDay } from '../../domain/beijing-day.ts';
import type { Form } from '../../domain/form.ts';
import { periodNumber } from '../../domain/period.ts';
import type { Tables } from '../schema.ts';
import { type Definition, readDefinition } from '../statistics/definition.ts';
import { newestNumber } from '../statistics/instant.ts';
import { bodyName } from './desk.ts';
import { readNewestForms } from './form-sets.ts';
import { readKnown } from './known-figures.ts';

/**
 * Resolves to the forms of a plan and how much they ask of whom in a year: the last of the plan where
 * none is given. What came in through a form is a burden all the same.
 */
export async function readFormViews(
  db: Kysely<Tables>,
  plan: string,
  asked: { readonly year?: number | undefined } = {},
): Promise<FormsAnswer> {
  const set = await readNewestForms(db, plan);
  const years = await readYears(db, plan);
  const year = asked.year ?? years.last;
  const all = { year, years: years.all };
  if (!set) return { ...all, version: null, forms: [], bodies: [], citations: [] };
  const definition = await readDefinition(db, db, plan, await newestNumber(db, plan));
  const agencies = await readAgencies(db, plan);
  const forms = set.file.forms.map((form) => askedForm(form, { definition, agencies, year }));
  const isKnown = await knownIn(db, definition, forms, year);
  return {
    ...all,
    version: set.version,
    forms: forms.map((one) => ({
      form: one.form,
      sections: [...one.sections],
      burden: burdenOf(one, year, isKnown),
    })),
    bodies: fillersOf(forms).map((body) => ({
      body,
      bodyName: bodyName({ definition }, body),
      forms: forms
        .filter((one) => one.bodies.some((asks) => asks.filledBy === body))
        .map((one) => one.form.id),
      ...bodyBurden(forms, body, { year, isKnown }),
    })),
    citations: [...set.file.citations],
  };
}

/** The years of the plan and those since, newest first. */
async function readYears(
  db: Kysely<Tables>,
  plan: string,
): Promise<{ readonly all: number[]; readonly last: number }> {
  const { period_start: first, period_end: last } = await db
    .selectFrom('plan')
    .select(['period_start', 'period_end'])
    .where('id', '=', plan)
    .executeTakeFirstOrThrow();
  const newest = Math.max(last, Number(beijingDay(new Date()).slice(0, 4)));
  return { all: Array.from({ length: newest - first + 1 }, (_, at) => newest - at), last };
}

interface WholeForm extends AskedForm {
  readonly form: Form;
}

function askedForm(
  form: Form,
  given: {
    readonly definition: Definition;
    readonly agencies: readonly string[];
    readonly year: number;
  },
): WholeForm {
  const { definition, agencies, year } = given;
  const context = { places: definition.places, agencies, year };
  return {
    form,
    sections: sectionsOf(form, definition.indicators),
    bodies: reportingBodies(form, context),
  };
}

function fillersOf(forms: readonly WholeForm[]): string[] {
  return [...new Set(forms.flatMap((form) => form.bodies.map((one) => one.filledBy)))];
}

/** What the base has of the bodies for the periods of the year. */
async function knownIn(
  db: Kysely<Tables>,
  definition: Definition,
  forms: readonly WholeForm[],
  year: number,
): Promise<IsKnown> {
  const indicators = forms.flatMap((one) =>
    one.sections.flatMap((part) => part.fields.map((field) => field.indicator)),
  );
  const bodies = new Set(forms.flatMap((form) => form.bodies.map((one) => one.body)));
  const asked = { bodies: [...bodies], indicators: [...new Set(indicators)] };
  const period = periodNumber(`${year}`) ?? year * 100;
  const known = await readKnown({ db, definition }, { ...asked, period, besidesForms: true });
  return (body, indicator, of) =>
    periodNumber(of) === period && (known.get(body)?.has(indicator) ?? false);
}

/** Resolves to the agencies of a plan, as printed, in printed order. */
export async function readAgencies(db: Kysely<Tables>, plan: string): Promise<string[]> {
  const rows = await db
    .selectFrom('agency')
    .select('name')
    .where('plan_id', '=', plan)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => row.name);
}
