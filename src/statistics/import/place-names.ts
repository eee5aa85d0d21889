import type { Territory, TerritoryEvent } from '../../domain/territory.ts';
import { holdsIn, type Places } from '../places.ts';
import { kept, type Resolved, refused, remembered } from './known.ts';
import { labelKey, shown } from './label.ts';
import { boundedNearest, type FindNearest, nearestWords } from './nearest.ts';
import { indexPlace, indexShortForms, type PlaceEntry } from './place-index.ts';

/** What a row says of its place; empty where it says nothing. */
export interface PlaceQuery {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly prefecture: string;
  /** A place named above the row or in the title: decides between places of one name. */
  readonly within: string | null;
  readonly year: number;
}

/** Finds places by the codes and names they have or had. */
export interface PlaceNames {
  /** The place a row is about; it exists in the year. */
  readonly resolve: (query: PlaceQuery) => Resolved<Territory>;
  /** Whether some place has this name, in whatever year. */
  readonly isName: (text: string) => boolean;
  /** Whether some place has this code. */
  readonly isCode: (text: string) => boolean;
  /** The place named in a running text, the longest name first; null where none or several. */
  readonly within: (text: string) => string | null;
  /** The longest name of a place in a text that passed `labelKey`, whether of one place or of several. */
  readonly nameIn: (text: string) => string | null;
}

/** Returns the index of a register's codes and names; `given` are names that a mapping adds. */
export function buildPlaceNames(
  places: Places,
  given: Readonly<Record<string, string>> = {},
): PlaceNames {
  const codes = new Map<string, PlaceEntry[]>();
  const names = new Map<string, PlaceEntry[]>();
  for (const place of places.register.territories) indexPlace(place, codes, names);
  for (const [name, id] of Object.entries(given)) {
    const place = places.territory(id);
    if (place) names.set(labelKey(name), [{ place, rank: 0, from: null, until: null }]);
  }
  indexShortForms(places.register.territories, names);
  const index: Index = { places, codes, names, nearest: boundedNearest() };
  const resolve = byYear((query) => {
    const found = findPlace(query, index);
    return found.ok ? existing(found.value, query.year, places) : found;
  });
  return {
    resolve,
    isName: (text) => names.has(labelKey(text)),
    isCode: (text) => codes.has(text) || codes.has(plainCode(text)),
    within: (text) => longestWithin(labelKey(text), names)?.id ?? null,
    nameIn: (text) => longestWithin(text, names)?.name ?? null,
  };
}

/** Rows below one another often name the same place, for one year after the other. */
function byYear(
  compute: (query: PlaceQuery) => Resolved<Territory>,
): (query: PlaceQuery) => Resolved<Territory> {
  const yearsOf = remembered(keyOf, (asked: PlaceQuery) => {
    const query = {
      ...asked,
      code: kept(asked.code),
      name: kept(asked.name),
      province: kept(asked.province),
      prefecture: kept(asked.prefecture),
    };
    const years = remembered(
      (year: number) => year,
      (year) => compute({ ...query, year }),
    );
    return { query, years };
  });
  let last: ReturnType<typeof yearsOf> | null = null;
  return (query) => {
    if (last === null || !isSame(last.query, query)) last = yearsOf(query);
    return last.years(query.year);
  };
}

function keyOf({ code, name, province, prefecture, within }: PlaceQuery): string {
  return `${code}\n${name}\n${province}\n${prefecture}\n${within ?? ''}`;
}

function isSame(a: PlaceQuery, b: PlaceQuery): boolean {
  return (
    a.code === b.code &&
    a.name === b.name &&
    a.province === b.province &&
    a.prefecture === b.prefecture &&
    a.within === b.within
  );
}

interface Index {
  readonly places: Places;
  readonly codes: ReadonlyMap<string, readonly PlaceEntry[]>;
  readonly names: ReadonlyMap<string, readonly PlaceEntry[]>;
  readonly nearest: FindNearest;
}

function findPlace(query: PlaceQuery, index: Index): Resolved<Territory> {
  const name = query.name.trim();
  if (query.code.trim() === '') return byName(name, query, index);
  const code = query.code.trim();
  const entries = index.codes.get(code) ?? index.codes.get(plainCode(code)) ?? [];
  const found = placesOf(holding(entries, query.year));
  const [only, ...others] = found;
  if (only === undefined)
    return /^\d+$/.test(code) ? unknown(code, query, index) : byName(code, query, index);
  if (others.length > 0) return ambiguous(code, found, index);
  return name === '' ? { ok: true, value: only } : agreeing(only, code, name, index);
}

/** A name that belongs to another place and not to this one contradicts the code. */
function agreeing(place: Territory, code: string, name: string, index: Index): Resolved<Territory> {
  const named = placesOf(index.names.get(labelKey(name)) ?? []);
  if (named.length === 0 || named.includes(place)) return { ok: true, value: place };
  const params = { territoryCode: shown(code), known: place.name, name: shown(name) };
  return refused('territory-mismatch', params);
}

function byName(name: string, query: PlaceQuery, index: Index): Resolved<Territory> {
  const all = index.names.get(labelKey(name)) ?? [];
  const inside = all.filter(({ place }) => isStated(place, query, index));
  if (inside.length === 0) return unknown(name, query, index);
  const best = Math.min(...inside.map((entry) => entry.rank));
  const ranked = inside.filter((entry) => entry.rank === best);
  const found = placesOf(nearby(holding(ranked, query.year), query, index));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return ambiguous(name, found, index);
  return { ok: true, value: only };
}

/** Those whose name or code held in the year, else all. */
function holding(entries: readonly PlaceEntry[], year: number): readonly PlaceEntry[] {
  const then = entries.filter((entry) => holdsIn(entry, year));
  const alive = (then.length > 0 ? then : entries).filter(({ place }) => holdsIn(place, year));
  return alive.length > 0 ? alive : then.length > 0 ? then : entries;
}

/** A province or a prefecture that the row names is not to be passed over. */
function isStated(place: Territory, query: PlaceQuery, index: Index): boolean {
  return [query.province, query.prefecture]
    .filter((name) => name.trim() !== '')
    .every((name) => {
      const above = placesOf(index.names.get(labelKey(name)) ?? []).map((item) => item.id);
      return (
        above.includes(place.id) ||
        index.places.ancestors(place.id).some((id) => above.includes(id))
      );
    });
}

/** What was named above the row only decides where the name does not. */
function nearby(
  entries: readonly PlaceEntry[],
  query: PlaceQuery,
  index: Index,
): readonly PlaceEntry[] {
  const { within } = query;
  if (within === null || placesOf(entries).length < 2) return entries;
  const inside = entries.filter(
    ({ place }) => place.id === within || index.places.ancestors(place.id).includes(within),
  );
  return inside.length > 0 ? inside : entries;
}

function existing(place: Territory, year: number, places: Places): Resolved<Territory> {
  if (holdsIn(place, year)) return { ok: true, value: place };
  const event = places.register.events.find(
    (item) => item.to === place.id || item.from === place.id,
  );
  const params = { name: place.name, period: year, ...eventWords(place, event, places) };
  return refused('territory-absent', params);
}

function eventWords(
  place: Territory,
  event: TerritoryEvent | undefined,
  places: Places,
): { event: string; eventEn: string } {
  const name = (id: string) => places.territory(id)?.name ?? id;
  if (event?.to === place.id)
    return {
      event: `${event.date} 由${name(event.from)}析置`,
      eventEn: `formed out of ${name(event.from)} in ${event.date}`,
    };
  if (event)
    return {
      event: `${event.date} 并入${name(event.to)}`,
      eventEn: `became part of ${name(event.to)} in ${event.date}`,
    };
  return {
    event: `存续时间为 ${place.from ?? ''} 至 ${place.until ?? '今'}`,
    eventEn: `it existed from ${place.from ?? '…'} to ${place.until ?? 'now'}`,
  };
}

/** 12- and 9-digit codes of statistics end in zeros for a county, short ones are filled up. */
function plainCode(code: string): string {
  if (/^\d{12}$/.test(code)) return code.replace(/0{6}$/, '');
  if (/^\d{9}$/.test(code)) return code.replace(/0{3}$/, '');
  return /^(?:\d{2}|\d{4})$/.test(code) ? code.padEnd(6, '0') : code;
}

function unknown(text: string, query: PlaceQuery, index: Index): Resolved<Territory> {
  const places = index.places.register.territories;
  const beside = () => places.filter((place) => isBeside(place, query, index));
  const found = index.nearest(labelKey(query.name), namesOf(places), () => namesOf(beside()));
  const alike = places.filter((place) => found.includes(place.name));
  const preferred = alike.filter((place) => isBeside(place, query, index));
  const similar = (preferred.length > 0 ? preferred : alike)
    .slice(0, 3)
    .map((place) => described(place, index));
  return refused('territory-unknown', { name: shown(text), ...nearestWords(similar) });
}

/** Within what the row names, or in the province of what was named above it. */
function isBeside(place: Territory, query: PlaceQuery, index: Index): boolean {
  if (query.province.trim() !== '' || query.prefecture.trim() !== '')
    return isStated(place, query, index);
  if (query.within === null) return false;
  const { ancestors, territory } = index.places;
  const province = [query.within, ...ancestors(query.within)].find(
    (id) => territory(id)?.kind === 'province',
  );
  return province !== undefined && ancestors(place.id).includes(province);
}

function namesOf(places: readonly Territory[]): readonly string[] {
  return places.map((place) => place.name);
}

function ambiguous(text: string, found: readonly Territory[], index: Index): Resolved<Territory> {
  const candidates = found.slice(0, 5).map((place) => described(place, index));
  const params = {
    name: shown(text),
    candidates: candidates.join('、'),
    candidatesEn: candidates.join(', '),
  };
  return refused('territory-ambiguous', params);
}

/** 吉林省龙井市 222405 */
function described(place: Territory, { places }: Index): string {
  const above = places
    .ancestors(place.id)
    .map((id) => places.territory(id))
    .find((item) => item?.kind === 'province' || item?.kind === 'corps');
  const code = place.names.at(-1)?.code ?? place.id;
  return `${above?.name ?? ''}${place.name} ${code}`;
}

function placesOf(entries: readonly PlaceEntry[]): readonly Territory[] {
  return [...new Set(entries.map((entry) => entry.place))];
}

function longestWithin(
  text: string,
  names: ReadonlyMap<string, readonly PlaceEntry[]>,
): { readonly name: string; readonly id: string | null } | null {
  for (let length = Math.min(text.length, 20); length >= 2; length--) {
    const found = new Set<Territory>();
    let name = '';
    for (let at = 0; at + length <= text.length; at++)
      for (const { place, rank } of names.get(text.slice(at, at + length)) ?? []) {
        if (rank >= 2) continue;
        found.add(place);
        name = text.slice(at, at + length);
      }
    const [only, ...others] = found;
    if (only !== undefined) return { name, id: others.length === 0 ? only.id : null };
  }
  return null;
}
