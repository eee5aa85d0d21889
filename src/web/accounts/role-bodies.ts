import type { FormsAnswer } from '../../api/collection.ts';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import type { Body, WorkRole } from '../../domain/account.ts';

/** A body that a role can be given at. */
export interface RoleBody {
  readonly body: Body;
  readonly name: string;
  readonly isAgency: boolean;
  /** What else it is found by, and told apart by from others of its name. */
  readonly also: string;
}

type Place = StatisticsCatalog['territories'][number];

/** What there is to choose from. */
export interface Choice {
  readonly places: readonly Place[];
  readonly agencies: readonly string[];
  readonly forms: Pick<FormsAnswer, 'forms' | 'bodies'>;
}

/**
 * Returns the bodies at which a role has something to do: reporting where a form is asked and at every
 * agency, whose accounts are made before its forms are; reviewing and approving at the kinds of place a form names for it, the others wherever somebody reviews.
 * Without forms every body is one.
 */
export function roleBodies(role: WorkRole, choice: Choice): RoleBody[] {
  const all = allBodies(choice);
  const { forms, bodies } = choice.forms;
  if (forms.length === 0) return all;
  if (role === 'reporter') {
    const reporting = new Set(bodies.map(({ body }) => body));
    return all.filter(({ body, isAgency }) => isAgency || reporting.has(body));
  }
  const levels = forms.flatMap(({ form }) => form.review);
  const own = role === 'reviewer' || role === 'approver';
  const kinds = new Set(
    levels.filter((level) => !own || level.role === role).flatMap((level) => level.kinds),
  );
  const fit = choice.places.filter(({ kind }) => kinds.has(kind) || (!own && kind === 'state'));
  const ids = new Set<string>(fit.map(({ id }) => id));
  return all.filter(({ body }) => ids.has(body));
}

/** Returns the body that was typed: by name, short name or code, where only one is called so. */
export function bodyOf(typed: string, bodies: readonly RoleBody[]): Body | undefined {
  const text = typed.trim();
  const exact = bodies.find((one) => optionOf(one) === text || one.body === text);
  if (exact) return exact.body;
  const named = bodies.filter(({ name, also }) => name === text || also.split(' ').includes(text));
  return named.length === 1 ? named[0]?.body : undefined;
}

/** Returns what a body is called in the list one chooses from. */
export function optionOf({ body, name, isAgency }: RoleBody): string {
  return isAgency ? name : `${name} ${body}`;
}

/** Returns every body there is: the places, then the agencies. */
export function allBodies({ places, agencies }: Pick<Choice, 'places' | 'agencies'>): RoleBody[] {
  const names = new Map(places.map(({ id, shortName }) => [id, shortName]));
  return [
    ...places.map(({ id, name, shortName, province }) => ({
      body: id,
      name,
      isAgency: false,
      also: [shortName, province === null ? '' : (names.get(province) ?? '')]
        .filter((word) => word !== '' && word !== name)
        .join(' '),
    })),
    // Written out: the function of the domain stands beside schemas that the pages do not carry.
    ...agencies.map((name) => ({ body: `agency:${name}`, name, isAgency: true, also: '' })),
  ];
}
