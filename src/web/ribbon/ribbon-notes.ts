import type { Series, StatisticsCatalog } from '../../api/statistics.ts';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** What stands below the ribbon, and at the foot of its files. */
export interface RibbonNotes {
  readonly basis: string;
  readonly sources: string;
  readonly instant: string;
}

interface NoteSources {
  readonly catalog: StatisticsCatalog;
  readonly series: Series | null;
  readonly places: readonly PlaceOnPage[];
  readonly messages: Messages;
  readonly language: Language;
}

/** Returns definitions, sources, certainty and the instant of what is shown, computed from the data. */
export function notesOf(tracks: readonly RibbonTrack[], sources: NoteSources): RibbonNotes {
  const { catalog, series, places, messages, language } = sources;
  const { ribbon } = messages;
  const entries = tracks.flatMap(
    (track) => catalog.indicators.find(({ id }) => id === track.id) ?? [],
  );
  const space = language === 'en' ? ' ' : '';
  const [main] = entries;
  const basis = [
    ...(main
      ? [`${main.name[language]}${language === 'en' ? ': ' : '：'}${main.definition[language]}`]
      : []),
    ...beyondPlan(tracks, sources),
    ...unlikeArea(tracks, sources),
    ...brokenSeries(tracks, sources),
    ribbon.neverAveraged,
  ];
  const published = new Set(
    entries.map(({ source }) => `${source.publication}（${source.agency}）`),
  );
  const group = catalog.groups.find(({ id }) => id === catalog.main);
  const probable = places.filter(({ certain }) => !certain).map(({ name }) => name);
  const certainty = ribbon.certainty({
    member: group?.member[language] ?? '',
    certain: places.length - probable.length,
    probable,
  });
  const { number, recorded } = series?.instant ?? catalog.instant;
  const day = recorded === null ? null : messages.date(recorded.slice(0, 10));
  return {
    basis: basis.join(space),
    sources: [
      language === 'en' ? `${[...published].join('; ')}.` : `${[...published].join('；')}。`,
      ribbon.orderBasis,
      certainty,
    ].join(space),
    instant: ribbon.instant(number, day),
  };
}

/** Changes that begin before the plan does, each named: they are not the plan's alone. */
function beyondPlan(
  tracks: readonly RibbonTrack[],
  { catalog, messages }: NoteSources,
): readonly string[] {
  const before = catalog.plan.period.start - 1;
  const spans = new Map<string, { first: string; last: string; names: string[] }>();
  for (const track of tracks) {
    const { first, last } = spanOf(track);
    if (first === last || !(Number(first) < before)) continue;
    const span = spans.get(`${first} ${last}`) ?? { first, last, names: [] };
    spans.set(`${first} ${last}`, { ...span, names: [...span.names, track.title] });
  }
  return [...spans.values()].map(({ first, last, names }) =>
    messages.ribbon.beyondPlan(messages.listOf(names), first, last),
  );
}

/** Places whose area changed between the ends of a track that joins them. */
function unlikeArea(
  tracks: readonly RibbonTrack[],
  { places, messages }: NoteSources,
): readonly string[] {
  const joining = tracks.filter(({ periods }) => periods.length > 1);
  const [track] = joining.toSorted((a, b) => (b.changed?.size ?? 0) - (a.changed?.size ?? 0));
  const names = [...(track?.changed ?? [])].flatMap((place) => places[place]?.name ?? []);
  if (!track || names.length === 0) return [];
  const { first, last } = spanOf(track);
  return [messages.ribbon.unlikeArea(messages.listOf(names), first, last)];
}

/** Series that begin anew between the ends of a track, with what is known of it. */
function brokenSeries(
  tracks: readonly RibbonTrack[],
  { catalog, messages, language }: NoteSources,
): readonly string[] {
  return tracks.flatMap((track) => {
    const { breaks = [] } = catalog.indicators.find(({ id }) => id === track.id) ?? {};
    const broken = breaks.find(({ period }) => period === track.broken);
    return broken
      ? [messages.ribbon.brokenSeries(track.title, broken.period, broken.note[language])]
      : [];
  });
}

function spanOf({ periods, since }: RibbonTrack): {
  readonly first: string;
  readonly last: string;
} {
  return { first: since ?? periods[0] ?? '', last: periods.at(-1) ?? '' };
}
