import { agencyOf } from '../domain/account.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Citation, Form, FormsFile } from '../domain/form.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Places } from '../statistics/places.ts';
import { checkForbidden } from './check-forbidden.ts';
import { checkFormRules } from './check-form-rules.ts';
import { type FormsContext, linesOf } from './forms-context.ts';
import { type ReportingBody, reportingBodies } from './reporters.ts';
import { addDays, dayAfter } from './schedule.ts';

/**
 * Returns what is wrong with forms.yaml: ids that are there twice or name nothing, indicators of
 * another frequency or kind, a figure asked twice, rules over lines that are not there, nobody to
 * review, what is not held, an expired approval, a citation nobody looked at for a year.
 */
export function checkForms(file: FormsFile, context: FormsContext): Finding[] {
  const asked = file.forms.map((form, index) => ({
    form,
    index,
    bodies: reportingBodies(form, { ...context, year: Number(context.today.slice(0, 4)) }),
  }));
  return [
    ...duplicates(file, context.placeOf),
    ...file.citations.flatMap((citation, index) => stale(citation, index, context)),
    ...asked.flatMap((one) => [
      ...references(one, file, context),
      ...fields(one, context),
      ...checkFormRules(one.form, one.index, context),
      ...checkForbidden(one.form, one.index, context),
      ...reporting(one, context),
      ...validity(one, context),
    ]),
    ...askedTwice(asked, context),
  ];
}

/** A form, where it stands in the file, and who reports it. */
interface AskedForm {
  readonly form: Form;
  readonly index: number;
  readonly bodies: readonly ReportingBody[];
}

function duplicates({ citations, forms }: FormsFile, placeOf: FormsContext['placeOf']): Finding[] {
  const lists = [
    ['citations', 'id', citations.map(({ id }) => id)],
    ['forms', 'id', forms.map(({ id }) => id)],
    ['forms', 'number', forms.map(({ number }) => number)],
  ] as const;
  return lists.flatMap(([list, field, ids]) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) < index
        ? [finding('id-duplicate', placeOf([list, index, field]), { id })]
        : [],
    ),
  );
}

function stale({ id, checked }: Citation, index: number, context: FormsContext): Finding[] {
  // One that nobody checked yet says so on every page that shows it.
  if (checked === null || addDays(checked, 366) > context.today) return [];
  return [
    finding('citation-stale', context.placeOf(['citations', index]), {
      id,
      checked: checked ?? '—',
    }),
  ];
}

function references({ form, index }: AskedForm, file: FormsFile, context: FormsContext): Finding[] {
  const unknown = (path: readonly (string | number)[], field: string, id: string) =>
    finding('reference-unknown', context.placeOf(['forms', index, ...path]), { field, id });
  const { reporters, citations } = form;
  const found: Finding[] = [];
  if (reporters.of === 'places' && reporters.group && !context.places.group(reporters.group))
    found.push(unknown(['reporters', 'group'], 'group', reporters.group));
  if (reporters.of === 'agencies')
    for (const name of reporters.names ?? [])
      if (!context.agencies.includes(name)) found.push(unknown(['reporters'], 'names', name));
  for (const [at, id] of citations.entries())
    if (!file.citations.some((citation) => citation.id === id))
      found.push(unknown(['citations', at], 'citations', id));
  return found;
}

function fields({ form, index }: AskedForm, context: FormsContext): Finding[] {
  const ids = linesOf(form).map(({ indicator }) => indicator);
  return linesOf(form).flatMap(({ indicator: id, path }, at) => {
    const where = context.placeOf(['forms', index, ...path]);
    const indicator = context.indicators.get(id);
    if (!indicator) return [finding('reference-unknown', where, { field: 'indicator', id })];
    const found: Finding[] = [];
    if (ids.indexOf(id) < at) found.push(finding('id-duplicate', where, { id }));
    if (indicator.frequency !== form.frequency)
      found.push(finding('form-frequency', where, { id }));
    if (!isOfReporters(indicator, form)) found.push(finding('form-kind', where, { id }));
    return found;
  });
}

/** The figures of agencies are of the whole state. */
function isOfReporters({ kinds }: Indicator, { reporters }: Form): boolean {
  if (!kinds) return true;
  const reporting = reporters.of === 'places' ? reporters.kinds : (['state'] as const);
  return reporting.every((kind) => kinds.includes(kind));
}

function reporting({ index, bodies }: AskedForm, context: FormsContext): Finding[] {
  const at = (field: string) => context.placeOf(['forms', index, field]);
  if (bodies.length === 0) return [finding('form-no-reporter', at('reporters'))];
  const alone = bodies.filter(({ levels }) => levels.length === 0);
  if (alone[0] === undefined) return [];
  const body = bodyName(alone[0].body, context.places);
  return [finding('form-unreviewed', at('review'), { body, count: alone.length })];
}

function validity({ form, index }: AskedForm, { placeOf, today }: FormsContext): Finding[] {
  const { approval } = form;
  const at = (field: string) => placeOf(['forms', index, field]);
  // Of any year: the days of every other one stand in the same order.
  const [opens, due] = [dayAfter(form.opens, 200100), dayAfter(form.due, 200100)];
  const found: Finding[] = [];
  if (due < opens)
    found.push(finding('form-days', at('due'), { opens: form.opens.on, due: form.due.on }));
  if (approval && approval.validUntil < today) {
    const params = { number: approval.number, until: approval.validUntil };
    found.push(finding('form-approval-expired', at('approval'), params));
  }
  return found;
}

/** A figure of a place and a period is asked once; only the later askings are found, each line once. */
function askedTwice(asked: readonly AskedForm[], context: FormsContext): Finding[] {
  const askedBy = new Map<string, { readonly form: Form; readonly body: string }>();
  return asked.flatMap(({ form, index, bodies }) =>
    linesOf(form).flatMap(({ indicator: id, path }) => {
      if (context.indicators.get(id)?.derived) return [];
      const before = bodies.map(({ body }) => {
        const key = `${form.frequency} ${id} ${figureOf(body, context.places)}`;
        const earlier = askedBy.get(key);
        if (!earlier) askedBy.set(key, { form, body });
        // The same line twice on one form is found as that.
        return earlier && !(earlier.form === form && earlier.body === body) ? earlier : null;
      });
      const [first] = before.filter((one) => one !== null);
      if (!first) return [];
      const body = bodyName(first.body, context.places);
      const params = { id, number: first.form.number, body };
      return [finding('form-asked-twice', context.placeOf(['forms', index, ...path]), params)];
    }),
  );
}

/** The place a body's figures are of: those of agencies are the state's. */
function figureOf(body: string, places: Places): string {
  return agencyOf(body) === null ? body : places.state;
}

function bodyName(body: string, places: Places): string {
  return agencyOf(body) ?? places.territory(body)?.name ?? body;
}
