import type { Kysely } from 'kysely';
import type { FoundPlace, StatisticsFound } from '../../api/statistics-pages.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Places } from '../../statistics/places.ts';
import { fold, foldedWords } from '../fold.ts';
import type { Tables } from '../schema.ts';
import { readAt } from '../statistics/instant.ts';
import { aboveOfKind, placeLink } from './place-facts.ts';

/** More of a kind are only counted. */
const most = 30;

/**
 * Resolves to the places and indicators whose names hold every word of the query, those that are
 * named just so first. An indicator is found by its aliases too, and a place by the names and codes
 * of any time; a further word may also name what it lies in. Refuses with `statistics-missing`.
 */
export async function findStatistics(
  db: Kysely<Tables>,
  plan: string,
  { q }: { readonly q: string },
): Promise<StatisticsFound> {
  return await readAt(db, plan, undefined, async ({ definition: { places, file } }) => {
    const found = ranked(places.register.territories, q, (territory) => namesOf(territory, places));
    const indicators = ranked(file.indicators, q, ({ id, name, aliases }) => ({
      own: [name.zh, name.en, id, ...aliases],
      around: [],
    }));
    return {
      query: q,
      places: found.slice(0, most).map((territory) => foundPlace(territory, places, q)),
      indicators: indicators.slice(0, most).map(briefly),
      counts: { places: found.length, indicators: indicators.length },
    };
  });
}

/** What something is called, and what is called so around it. */
interface Names {
  readonly own: readonly string[];
  readonly around: readonly string[];
}

function ranked<Item>(
  items: readonly Item[],
  query: string,
  namesOf: (item: Item) => Names,
): readonly Item[] {
  const words = foldedWords(query);
  const whole = words.join(' ');
  if (whole === '') return [];
  return items
    .flatMap((item) => {
      const { own, around } = namesOf(item);
      const names = own.map(fold);
      const near = [...names, ...around.map(fold)];
      const holds = (word: string, all: readonly string[]) =>
        all.some((name) => name.includes(word));
      if (!words.some((word) => holds(word, names))) return [];
      if (!words.every((word) => holds(word, near))) return [];
      const rank = names.includes(whole) ? 0 : names.some((name) => name.startsWith(whole)) ? 1 : 2;
      return [{ item, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function namesOf(territory: Territory, places: Places): Names {
  const above = places.ancestors(territory.id).flatMap((id) => places.territory(id) ?? []);
  return {
    own: [
      ...ownNames(territory),
      ...territory.names.flatMap(({ code, name }) => [code ?? '', name]),
    ],
    around: above.filter(({ kind }) => kind !== 'state').flatMap(ownNames),
  };
}

function ownNames({ id, name, shortName }: Territory): readonly string[] {
  return [name, shortName, id];
}

function foundPlace(territory: Territory, places: Places, query: string): FoundPlace {
  const { id, names } = territory;
  const within = (['province', 'prefecture'] as const).flatMap(
    (kind) => aboveOfKind(id, kind, places)?.shortName ?? [],
  );
  const now = names.at(-1);
  const isNow = [...ownNames(territory), now?.code ?? '', now?.name ?? ''];
  const words = foldedWords(query);
  const says = (texts: readonly string[]) =>
    words.some((word) => texts.some((text) => fold(text).includes(word)));
  const former = says(isNow)
    ? undefined
    : names.findLast(({ code, name }) => says([code ?? '', name]));
  return {
    ...placeLink(id, places),
    code: now?.code ?? null,
    within: within.join(''),
    former: former ? { code: former.code, name: former.name, until: former.until } : null,
  };
}

function briefly({ id, name, unit, shownIn, standing }: Indicator) {
  return { id, name, unit, standing, ...(shownIn !== undefined && { shownIn }) };
}
