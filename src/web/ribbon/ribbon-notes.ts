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

/** Returns definitions, sources, certainty and the instant of what is shown, computed from the data. */
export function notesOf(
  tracks: readonly RibbonTrack[],
  sources: {
    readonly catalog: StatisticsCatalog;
    readonly series: Series | null;
    readonly places: readonly PlaceOnPage[];
    readonly messages: Messages;
    readonly language: Language;
  },
): RibbonNotes {
  const { catalog, series, places, messages, language } = sources;
  const { ribbon } = messages;
  const entries = tracks.flatMap(
    (track) => catalog.indicators.find(({ id }) => id === track.id) ?? [],
  );
  const space = language === 'en' ? ' ' : '';
  const [main] = entries;
  const crossing = tracks.find(
    ({ periods }) => periods.length > 1 && Number(periods[0]) < catalog.plan.period.start - 1,
  );
  const basis = [
    ...(main
      ? [`${main.name[language]}${language === 'en' ? ': ' : '：'}${main.definition[language]}`]
      : []),
    ...(crossing
      ? [ribbon.comparisons(crossing.periods[0] ?? '', crossing.periods.at(-1) ?? '')]
      : []),
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
