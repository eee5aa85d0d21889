import type { StatisticsCatalog } from '../../api/statistics.ts';
import { figureText } from '../../charts/ribbon/figure-text.ts';
import { isDoubtful } from '../../charts/ribbon/findings.ts';
import { compares, endsOf, type RibbonTrack } from '../../charts/ribbon/track.ts';
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
  /** Behind it: what an earlier figure was that does not compare, or why there is none. */
  readonly aside: string | null;
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
    const doubtful = isDoubtful(track, place);
    const words = { was: null, aside: null, ...wordsOf(track, place, sources) };
    return { track: track.id, title: track.title, doubtful, ...words };
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
): Pick<Reading, 'now'> & Partial<Reading> {
  const { messages, catalog, places } = sources;
  const { ribbon } = messages;
  const { was, now } = endsOf(track, place);
  if (track.form === 'plumb')
    return { now: now.value === null ? ribbon.notListed : ribbon.period(String(now.value)) };
  if (track.form === 'squares') {
    const names = catalog.sites
      .filter((site) => `site:${site.kind}` === track.id && site.territory === places[place]?.id)
      .map(({ name }) => name);
    return { now: names.length > 0 ? messages.listOf(names) : ribbon.none };
  }
  if (now.value === null) return { now: now.reason ?? ribbon.noFigure };
  if (track.form === 'diverging' && track.periods.length < 2)
    return { now: changeWords(track, place, messages) };
  const figure = figureWords(now.value, track, messages);
  const years = track.form === 'stacked-years';
  const last = years ? ribbon.ofPeriod(track.periods.at(-1) ?? '', figure) : figure;
  if (track.periods.length < 2) return { now: last };
  const [first = ''] = track.periods;
  if (was.value === null) {
    const changed = track.changed?.has(place) === true;
    return { now: last, aside: (changed ? ribbon.changedSince : ribbon.withoutBase)(first) };
  }
  const before = figureText(was.value, track.digits);
  if (!compares(track, place)) {
    const { broken } = track;
    const why = broken === undefined ? ribbon.areaChanged : ribbon.seriesBroken(broken);
    return {
      now: last,
      aside: ribbon.incomparable(first, figureWords(was.value, track, messages), why),
    };
  }
  if (track.form !== 'diverging') return { was: before, now: last };
  return { was: before, now: last, aside: changeWords(track, place, messages) };
}

/** Returns a reading as it is said in a row: before → after, what is behind it in brackets. */
export function saidOf({ was, now, aside }: Reading, { ribbon }: Messages): string {
  return `${was === null ? '' : `${was} → `}${now}${aside === null ? '' : ribbon.bracketed(aside)}`;
}
