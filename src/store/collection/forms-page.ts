import type { Kysely } from 'kysely';
import type { FormsAnswer } from '../../api/collection.ts';
import { type AskedForm, bodyBurden, burdenOf, type IsKnown } from '../../collection/burden.ts';
import { sectionsOf } from '../../collection/form-view.ts';
import { reportingBodies } from '../../collection/reporters.ts';
import type { Form } from '../../domain/form.ts';
import { periodNumber } from '../../domain/period.ts';
import type { Tables } from '../schema.ts';
import { type Definition, readDefinition } from '../statistics/definition.ts';
import { newestNumber } from '../statistics/instant.ts';
import { bodyName } from './desk.ts';
import { readNewestForms } from './form-sets.ts';
import { readKnown } from './known-figures.ts';

/** Resolves to the forms of a plan and how much they ask of whom, in the last year of the plan. */
export async function readFormViews(db: Kysely<Tables>, plan: string): Promise<FormsAnswer> {
  const set = await readNewestForms(db, plan);
  const { period_end: year } = await db
    .selectFrom('plan')
    .select('period_end')
    .where('id', '=', plan)
    .executeTakeFirstOrThrow();
  if (!set) return { version: null, year, forms: [], bodies: [], citations: [] };
  const definition = await readDefinition(db, db, plan, await newestNumber(db, plan));
  const agencies = await readAgencies(db, plan);
  const asked = set.file.forms.map((form) => askedForm(form, { definition, agencies, year }));
  const isKnown = await knownIn(db, definition, asked, year);
  return {
    version: set.version,
    year,
    forms: asked.map((one) => ({
      form: one.form,
      sections: [...one.sections],
      burden: burdenOf(one, year, isKnown),
    })),
    bodies: fillersOf(asked).map((body) => ({
      body,
      bodyName: bodyName({ definition }, body),
      forms: asked
        .filter((one) => one.bodies.some((asks) => asks.filledBy === body))
        .map((one) => one.form.id),
      ...bodyBurden(asked, body, { year, isKnown }),
    })),
    citations: [...set.file.citations],
  };
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
  const known = await readKnown({ db, definition }, { ...asked, period });
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
