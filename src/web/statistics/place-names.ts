import type { SeriesPlace, StatisticsCatalog, TerritoryEntry } from '../../api/statistics.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { coverageWords } from './coverage-words.ts';
import type { FigureTable } from './figure-table.ts';

/** What places are called on a page. */
export interface PlaceNames {
  readonly entry: (place: SeriesPlace) => TerritoryEntry | undefined;
  readonly byId: (id: string) => TerritoryEntry | undefined;
  readonly of: (place: SeriesPlace) => string;
  /** What one member of a group is called; empty for what is no group. */
  readonly member: (place: SeriesPlace) => string;
}

/** Returns the names of places: a place's own, and the words of a group within a place. */
export function placeNames(catalog: StatisticsCatalog, language: Language): PlaceNames {
  const entries = new Map(catalog.territories.map((entry) => [entry.id, entry]));
  const members = new Map(catalog.groups.map(({ id, member }) => [id, member[language]]));
  return {
    byId: (id) => entries.get(id),
    entry: (place) => (place.group === null ? entries.get(place.territory) : undefined),
    of: (place) => place.name[language],
    member: ({ group }) => members.get(group ?? '') ?? '',
  };
}

/** Returns where a place lies: its province and prefecture, short. Empty for what lies in none. */
export function areaOf(place: SeriesPlace, names: PlaceNames): string {
  const entry = names.entry(place);
  const short = (id: string | null | undefined) => (id ? (names.byId(id)?.shortName ?? '') : '');
  return [short(entry?.province), short(entry?.prefecture)].filter(Boolean).join(' ');
}

/** Returns the nearest of where a place lies, short: its prefecture, or its province where it has none. */
export function shortArea(place: SeriesPlace, names: PlaceNames): string {
  const entry = names.entry(place);
  const id = entry?.prefecture ?? entry?.province;
  return id ? (names.byId(id)?.shortName ?? '') : '';
}

/** Returns a short name, with of how many members the figure of several places is made. */
export function nameWithCoverage(
  place: SeriesPlace,
  at: {
    readonly indicator: string;
    readonly period: string;
    readonly table: FigureTable;
    readonly names: PlaceNames;
    readonly words: Messages['explorer']['table'];
  },
): string {
  const figure = at.table.figure(place.token, at.indicator, at.period);
  const coverage = coverageWords(figure, '', at.words);
  const name = at.names.entry(place)?.shortName ?? at.names.of(place);
  return coverage === null ? name : `${name} ${coverage}`;
}
