import type { StatisticsCatalog } from '../../api/statistics.ts';
import { figureText } from '../../charts/ribbon/figure-text.ts';
import { isDoubtful } from '../../charts/ribbon/findings.ts';
import { endsOf, type RibbonTrack } from '../../charts/ribbon/track.ts';
import type { Messages } from '../messages/zh.ts';
import { changeWords, figureWords } from './ribbon-finding.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** What a track says of one place. */
export interface Reading {
  readonly track: string;
  readonly title: string;
  /** Before the arrow; null where there is one figure only. */
  readonly was: string | null;
  /** What answers the question. */
  readonly now: string;
  readonly doubtful: boolean;
}

/** Returns what each track says of a place. */
export function readingsOf(
  place: number,
  tracks: readonly RibbonTrack[],
  sources: {
    readonly catalog: StatisticsCatalog;
    readonly places: readonly PlaceOnPage[];
    readonly messages: Messages;
  },
): readonly Reading[] {
  return tracks.map((track) => {
    const { was, now } = wordsOf(track, place, sources);
    const doubtful = isDoubtful(track, place);
    return { track: track.id, title: track.title, was, now, doubtful };
  });
}

/** Returns who a place is, in words: province, prefecture, neighbours, position. */
export function whereOf(place: PlaceOnPage, messages: Messages): readonly string[] {
  const { ribbon } = messages;
  const borders =
    place.neighbours.length > 0
      ? ribbon.borders(place.neighbours)
      : place.touches
        ? ribbon.bordersOpen
        : ribbon.bordersNone;
  return [
    place.province,
    ...(place.prefectureName ? [place.prefectureName] : []),
    borders,
    ribbon.order(place.order),
    ...(place.certain ? [] : [ribbon.probable]),
  ];
}

function wordsOf(
  track: RibbonTrack,
  place: number,
  sources: Parameters<typeof readingsOf>[2],
): { readonly was: string | null; readonly now: string } {
  const { messages, catalog, places } = sources;
  const { ribbon } = messages;
  const { was, now } = endsOf(track, place);
  if (track.form === 'plumb')
    return {
      was: null,
      now: now.value === null ? ribbon.notListed : ribbon.period(String(now.value)),
    };
  if (track.form === 'squares') {
    const names = catalog.sites
      .filter((site) => `site:${site.kind}` === track.id && site.territory === places[place]?.id)
      .map(({ name }) => name);
    return { was: null, now: names.length > 0 ? messages.listOf(names) : ribbon.none };
  }
  if (now.value === null) return { was: null, now: now.reason ?? ribbon.noFigure };
  if (track.form === 'diverging' && track.periods.length < 2)
    return { was: null, now: changeWords(track, place, messages) };
  const last = figureWords(now.value, track, messages);
  if (track.periods.length < 2) return { was: null, now: last };
  const before = figureText(was.value, track.digits);
  if (track.form !== 'diverging') return { was: before, now: last };
  const incomparable = track.changed?.has(place) === true;
  const words = incomparable
    ? ribbon.withheld['not-comparable']
    : changeWords(track, place, messages);
  const change = was.value === null ? '' : ` (${words})`;
  return { was: before, now: `${last}${change}` };
}
