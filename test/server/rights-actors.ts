import { OfficerRole, type Role, WorkRole } from '../../src/domain/account.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type Person, signedIn } from '../store/collection-desk.ts';

/** Where a role of work is held, seen from county a1, whose submission is acted on. */
export const places = { own: 'a1', sibling: 'a2', parent: 'A', state: 's', other: 'B' } as const;

/** Somebody who tries everything; null: nobody is signed in. */
export interface Actor {
  /** Such as `reporter@own`, `auditor`, `anonymous`. */
  readonly name: string;
  readonly person: Person | null;
}

/** Makes every role of work at every place, the three officers, and somebody without any role. */
export async function makeActors(store: Store): Promise<readonly Actor[]> {
  const actors: Actor[] = [];
  for (const role of WorkRole.options)
    for (const [place, body] of Object.entries(places))
      actors.push(await actor(store, `${role}@${place}`, role, body));
  for (const role of OfficerRole.options) actors.push(await actor(store, role, role, ''));
  actors.push({ name: 'no-role', person: await signedIn(store, 'no-role') });
  actors.push({ name: 'anonymous', person: null });
  return actors;
}

async function actor(store: Store, name: string, role: Role, body: string): Promise<Actor> {
  return { name, person: await signedIn(store, name, `${role}@${body}`) };
}

/** Returns who met which outcome: `reporter` alone where its outcome is the same at every place. */
export function summaryOf(outcomes: ReadonlyMap<string, string>): Record<string, string> {
  const byOutcome = new Map<string, string[]>();
  for (const role of WorkRole.options) {
    const all = Object.keys(places).map(
      (place) => [place, outcomes.get(`${role}@${place}`)] as const,
    );
    const different = new Set(all.map(([, outcome]) => outcome));
    if (different.size === 1) add(byOutcome, all[0]?.[1], role);
    else for (const [place, outcome] of all) add(byOutcome, outcome, `${role}@${place}`);
  }
  for (const name of [...OfficerRole.options, 'no-role', 'anonymous'])
    add(byOutcome, outcomes.get(name), name);
  return Object.fromEntries(
    [...byOutcome].sort().map(([outcome, names]) => [outcome, everyone(names)]),
  );
}

function everyone(names: readonly string[]): string {
  const all = [...WorkRole.options, ...OfficerRole.options, 'no-role', 'anonymous'];
  if (names.length === all.length) return 'everyone';
  if (names.length === all.length - 1 && !names.includes('anonymous')) return 'everyone signed in';
  return names.join(', ');
}

function add(map: Map<string, string[]>, outcome = '', name = ''): void {
  map.set(outcome, [...(map.get(outcome) ?? []), name]);
}
