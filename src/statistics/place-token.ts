import type { Places } from './places.ts';

/**
 * What a token in an address stands for. `place`: a place with its own figures. `group`: a group
 * within a place taken together. `members`: its members one by one. `together`: places named one by
 * one, taken together.
 */
export type PlaceToken =
  | { readonly kind: 'place'; readonly territory: string }
  | { readonly kind: 'group' | 'members'; readonly group: string; readonly within: string }
  | { readonly kind: 'together'; readonly territories: readonly string[] };

const pattern = /^([a-z0-9-]+)(?:@([A-Za-z0-9-]+))?(\/\*)?$/;

/**
 * Returns what a token stands for, or null where it names no place or group there is:
 * `530000`, `border-county@530000`, `border-county@530000/*`; without a place, within the state;
 * `150703+150781` for places taken together.
 */
export function parsePlaceToken(text: string, places: Places): PlaceToken | null {
  if (places.territory(text)) return { kind: 'place', territory: text };
  if (text.includes('+')) {
    const territories = [...new Set(text.split('+'))];
    const known = territories.length > 1 && territories.every((id) => places.territory(id));
    return known ? { kind: 'together', territories } : null;
  }
  const [whole, group = '', within = places.state, members] = pattern.exec(text) ?? [];
  if (whole === undefined || !places.group(group) || !places.territory(within)) return null;
  return { kind: members ? 'members' : 'group', group, within };
}

/** Returns the token as it is written in an address; the state is left out. */
export function formatPlaceToken(token: PlaceToken, places: Places): string {
  if (token.kind === 'place') return token.territory;
  if (token.kind === 'together') return token.territories.join('+');
  const within = token.within === places.state ? '' : `@${token.within}`;
  return `${token.group}${within}${token.kind === 'members' ? '/*' : ''}`;
}

/** A row of figures: one place, or several taken together. */
export interface Row {
  readonly token: string;
  readonly territory: string;
  readonly group: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  /** The places it is made of in a year; null for a place with its own figures. */
  readonly membersIn: ((year: number) => readonly string[]) | null;
}

/** Returns the rows a token stands for in these years: one, or one a member of any of them. */
export function rowsOf(
  token: PlaceToken,
  years: readonly number[],
  places: Places,
): readonly Row[] {
  if (token.kind === 'place') return [placeRow(token.territory, places)];
  if (token.kind === 'together') return [togetherRow(token.territories, places)];
  if (token.kind === 'group') return [groupRow(token.group, token.within, places)];
  const members = years.flatMap((year) => places.membersIn(token.group, token.within, year));
  return inOrder([...new Set(members)], token.group, places).map((id) => placeRow(id, places));
}

function placeRow(territory: string, places: Places): Row {
  const name = places.territory(territory)?.name ?? territory;
  return {
    token: territory,
    territory,
    group: null,
    name: { zh: name, en: name },
    membersIn: null,
  };
}

function togetherRow(territories: readonly string[], places: Places): Row {
  const names = territories.map((id) => places.territory(id)?.shortName ?? id);
  return {
    token: territories.join('+'),
    territory: places.state,
    group: null,
    name: { zh: names.join('、'), en: names.join(', ') },
    membersIn: () => territories,
  };
}

function groupRow(group: string, within: string, places: Places): Row {
  const name = places.group(group)?.name ?? { zh: group, en: group };
  const place = within === places.state ? null : (places.territory(within)?.name ?? within);
  const known = new Map<number, readonly string[]>();
  const membersIn = (year: number) => {
    const members = known.get(year) ?? places.membersIn(group, within, year);
    known.set(year, members);
    return members;
  };
  return {
    token: formatPlaceToken({ kind: 'group', group, within }, places),
    territory: within,
    group,
    name: place === null ? name : { zh: `${place}${name.zh}`, en: `${name.en}, ${place}` },
    membersIn,
  };
}

/** Along the frontier where they stand on it, then in the order of the group. */
function inOrder(members: readonly string[], group: string, places: Places): readonly string[] {
  const order = new Map(places.register.frontier.map((item) => [item.territory, item.order]));
  const listed = new Map(
    places.memberships(group).map((item, index) => [item.territory, index] as const),
  );
  const last = Number.MAX_SAFE_INTEGER;
  return members.toSorted(
    (a, b) =>
      (order.get(a) ?? last) - (order.get(b) ?? last) ||
      (listed.get(a) ?? 0) - (listed.get(b) ?? 0),
  );
}
