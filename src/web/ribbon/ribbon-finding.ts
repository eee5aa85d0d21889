import type { StatisticsCatalog } from '../../api/statistics.ts';
import { changeOf } from '../../charts/ribbon/diverging.ts';
import { changeText, figureText } from '../../charts/ribbon/figure-text.ts';
import { below, findingsOf, medians, reaching } from '../../charts/ribbon/findings.ts';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** What a finding is told with. */
export interface FindingSources {
  readonly catalog: StatisticsCatalog;
  readonly places: readonly PlaceOnPage[];
  readonly messages: Messages;
  readonly language: Language;
}

/** Returns the title of the page: what the figures of its main track say. */
export function titleOf(track: RibbonTrack, sources: FindingSources): string {
  const { title: words } = sources.messages.ribbon;
  const { title: name, periods } = track;
  const counts = findingsOf(track);
  const first = periods[0] ?? '';
  const last = periods.at(-1) ?? '';
  if (counts.present === 0) return words.none(name);
  const member = memberOf(sources);
  if (track.form === 'stacked-years') {
    const ever = track.figures.filter((row) => row.some(({ value }) => value !== null)).length;
    const both = track.figures.filter(
      (row) => row[0]?.value != null && row.at(-1)?.value != null,
    ).length;
    return words.years({ name, member, ever, both, first, last });
  }
  if (track.form === 'diverging') {
    const changes = changeCounts(track);
    return changes.comparable === 0
      ? words.incomparable(name, member)
      : words.changing({ name, ...changes });
  }
  const at = reaching(track, 90);
  const { was, now } = medianWords(track, sources.messages);
  if (periods.length < 2)
    return track.form === 'level-rise' && at.now > 0
      ? words.reachingNow({ name, member, now: at.now, last })
      : words.levelNow({ name, now, last, present: counts.present });
  return track.form === 'level-rise' && at.now > 0
    ? words.reaching({ name, member, was: at.was, now: at.now, first, last })
    : words.level({ name, was, now, rose: counts.rose, fell: counts.fell });
}

/** Returns what is said below the title: where the ribbon runs, and what stands out. */
export function ledeOf(track: RibbonTrack, sources: FindingSources): string {
  const { messages, places } = sources;
  const { lede } = messages.ribbon;
  const counts = findingsOf(track);
  const sentences = [
    lede.along({
      first: places[0]?.shortName ?? '',
      last: places.at(-1)?.shortName ?? '',
      count: places.length,
      member: memberOf(sources),
    }),
  ];
  const { was, now } = medianWords(track, messages);
  if (track.form === 'level-rise') {
    if (track.periods.length > 1) sentences.push(lede.median(was, now));
    sentences.push(halfSentence(track, sources));
    if (counts.fell > 0 && track.periods.length > 1) sentences.push(lede.lost(counts.fell));
  }
  const doubtful = counts.doubtful.flatMap((place) => places[place]?.name ?? []);
  if (doubtful.length > 0 && doubtful.length <= 6) sentences.push(lede.doubts(doubtful));
  const absent = counts.absent.length;
  if (absent > 0) sentences.push(lede.absent(absent, places.length, track.periods.at(-1) ?? ''));
  return sentences.join('').trim();
}

/** Returns a figure of a track with its unit, in words. */
export function figureWords(value: number | null, track: RibbonTrack, messages: Messages): string {
  if (value === null) return '—';
  const unit = messages.ribbon.unit(track.unit);
  const text = figureText(value, track.digits);
  return /^[%‰]$/.test(track.unit) ? `${text}${unit}` : messages.ribbon.amount(text, unit);
}

/** Returns the change of a place in words: per cent, or points between shares. */
export function changeWords(track: RibbonTrack, place: number, messages: Messages): string {
  const change = changeOf(track, place);
  const points = track.periods.length > 1 && track.range.max === 100;
  const text = changeText(change, 1);
  return points ? messages.ribbon.amount(text, messages.ribbon.unit('百分点')) : `${text}%`;
}

function halfSentence(track: RibbonTrack, { messages, places }: FindingSources): string {
  const low = below(track, 50);
  const byProvince = new Map<string, number>();
  for (const place of low) {
    const province = places[place]?.province ?? '';
    byProvince.set(province, (byProvince.get(province) ?? 0) + 1);
  }
  const [most] = [...byProvince].sort((a, b) => b[1] - a[1]);
  return messages.ribbon.lede.half(low.length, most ? { name: most[0], count: most[1] } : null);
}

function changeCounts(track: RibbonTrack) {
  const changes = track.figures.flatMap((_, place) => changeOf(track, place) ?? []);
  return {
    comparable: changes.length,
    up: changes.filter((change) => change > 0).length,
    down: changes.filter((change) => change < 0).length,
    change: track.periods.length < 2,
  };
}

function medianWords(track: RibbonTrack, messages: Messages) {
  const { was, now } = medians(track);
  return { was: figureWords(was, track, messages), now: figureWords(now, track, messages) };
}

function memberOf({ catalog, language }: FindingSources): string {
  const group = catalog.groups.find(({ id }) => id === catalog.main);
  return group?.member[language] ?? '';
}
