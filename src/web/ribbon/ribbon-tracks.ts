import type { Figure, IndicatorEntry, Series, StatisticsCatalog } from '../../api/statistics.ts';
import { changeOf } from '../../charts/ribbon/diverging.ts';
import { findingsOf } from '../../charts/ribbon/findings.ts';
import { isShare } from '../../charts/ribbon/form.ts';
import type { RibbonFigure, RibbonTrack, TrackForm } from '../../charts/ribbon/track.ts';
import { conversionExponent } from '../../domain/unit-of-measure.ts';
import { changedBetween } from '../../statistics/changes.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { periodsOf, type TrackChoice } from './ribbon-choice.ts';
import type { PlaceOnPage } from './ribbon-places.ts';
import { trackLegend } from './track-legend.ts';

/** What tracks are made of. */
export interface TrackSources {
  readonly catalog: StatisticsCatalog;
  readonly series: Series | null;
  readonly places: readonly PlaceOnPage[];
  readonly messages: Messages;
  readonly language: Language;
}

/** Returns a choice as a track ready to be drawn, in the words and the unit a reader sees. */
export function trackOf(choice: TrackChoice, sources: TrackSources): RibbonTrack {
  if (choice.kind === 'group') return groupTrack(choice.id, sources);
  if (choice.kind === 'site') return siteTrack(choice.id, sources);
  const entry = sources.catalog.indicators.find(({ id }) => id === choice.id);
  if (!entry) throw new Error(`no indicator ${choice.id}`);
  return indicatorTrack(entry, choice.form, sources);
}

/** Returns what the server is asked for: indicators, and all periods any of them shows. */
export function askedFor(
  choices: readonly TrackChoice[],
  catalog: StatisticsCatalog,
): { readonly t: string; readonly i: string; readonly p: string } | null {
  const entries = choices.flatMap((choice) => {
    const entry = catalog.indicators.find(({ id }) => id === choice.id);
    return choice.kind === 'indicator' && entry ? [{ entry, form: choice.form }] : [];
  });
  const periods = entries.flatMap(({ entry, form }) => periodsOf(entry, form, catalog));
  if (entries.length === 0 || periods.length === 0) return null;
  return {
    t: `${catalog.main}/*`,
    i: [...new Set(entries.map(({ entry }) => entry.id))].join(','),
    p: [...new Set(periods)].sort().join(','),
  };
}

function indicatorTrack(
  entry: IndicatorEntry,
  form: TrackForm,
  sources: TrackSources,
): RibbonTrack {
  const { catalog, messages, language } = sources;
  const unit = entry.shownIn ?? entry.unit;
  const scale = 10 ** (conversionExponent(entry.unit, unit) ?? 0);
  const periods = periodsOf(entry, form, catalog);
  const { min, max } = entry.range;
  const track: RibbonTrack = {
    id: entry.id,
    form,
    title: entry.name[language],
    note: '',
    unit,
    digits: entry.digits,
    direction: entry.direction,
    range: {
      ...(min !== undefined && { min: min * scale }),
      ...(max !== undefined && { max: max * scale }),
    },
    periods,
    changed: changedIn(periods, sources),
    ...brokenAt(entry, periods),
    ...changeSince(entry, periods),
    figures: figuresOf(entry.id, { periods, scale, sources }),
    legend: [],
  };
  const counts = findingsOf(track);
  const words = messages.ribbon.trackNote(form, {
    periods,
    unit: unitWord(track),
    setback: entry.direction === 'down' ? 'rise' : 'fall',
    ...counts,
    noBase: counts.noBase.length,
    changed: track.broken === undefined ? counts.unjoined.length : 0,
    broken: track.broken ?? null,
    since: track.since ?? null,
    ...changes(track),
  });
  const legend = trackLegend(track, messages);
  return { ...track, note: words, legend };
}

/** Places that split or merged between the first and the last period. */
function changedIn(
  periods: readonly string[],
  { catalog, places }: TrackSources,
): ReadonlySet<number> {
  const year = (period: string | undefined) => Number(period?.slice(0, 4));
  const changed = changedBetween(catalog.events, year(periods[0]), year(periods.at(-1)));
  return new Set([...places.keys()].filter((place) => changed.has(places[place]?.id ?? '')));
}

/** The first period of another series between the first and the last: those of both do not compare. */
function brokenAt(
  { breaks }: IndicatorEntry,
  periods: readonly string[],
): Pick<RibbonTrack, 'broken'> {
  const [first = ''] = periods;
  const last = periods.at(-1) ?? '';
  const broken = breaks.find(({ period }) => first < period && period <= last);
  return broken ? { broken: broken.period } : {};
}

/** The period a change is counted from, where it is counted in years. */
function changeSince(
  { derived }: IndicatorEntry,
  periods: readonly string[],
): Pick<RibbonTrack, 'since'> {
  const last = Number(periods.at(-1));
  if (derived?.op === 'compound-growth') return { since: derived.since };
  return derived?.op === 'growth' && periods.length === 1 && Number.isInteger(last)
    ? { since: String(last - derived.over) }
    : {};
}

/** The bars of a change of a level are in per cent, or in points between shares. */
function unitWord(track: RibbonTrack): string {
  if (track.form !== 'diverging' || track.periods.length < 2) return track.unit;
  return isShare(track) ? '百分点' : '%';
}

function changes(track: RibbonTrack): { readonly up: number; readonly down: number } {
  const known = track.figures.flatMap((_, place) => changeOf(track, place) ?? []);
  return {
    up: known.filter((change) => change > 0).length,
    down: known.filter((change) => change < 0).length,
  };
}

function figuresOf(
  indicator: string,
  at: {
    readonly periods: readonly string[];
    readonly scale: number;
    readonly sources: TrackSources;
  },
): readonly (readonly RibbonFigure[])[] {
  const { periods, scale, sources } = at;
  const { series, places, messages } = sources;
  const rows = new Map((series?.places ?? []).map(({ territory }, row) => [territory, row]));
  const column = series?.indicators.indexOf(indicator) ?? -1;
  return places.map(({ id }) =>
    periods.map((period): RibbonFigure => {
      const cell = series?.figures[rows.get(id) ?? -1]?.[column];
      const figure = cell?.[series?.periods.indexOf(period) ?? -1];
      return figure ? ribbonFigure(figure, scale, messages) : { value: null };
    }),
  );
}

function ribbonFigure(figure: Figure, scale: number, { ribbon }: Messages): RibbonFigure {
  const { value, absence, withheld, doubts } = figure;
  const reason = withheld ? ribbon.withheld[withheld] : absence ? ribbon.absence[absence] : null;
  return {
    value: value === null ? null : Number((value * scale).toPrecision(15)),
    ...(doubts && doubts.length > 0 && { doubtful: true }),
    ...(reason !== null && { reason }),
  };
}

function groupTrack(group: string, sources: TrackSources): RibbonTrack {
  const { catalog, places, messages, language } = sources;
  const known = catalog.groups.find(({ id }) => id === group);
  const years = new Map(
    catalog.memberships.flatMap(({ group: of, territory, until }) =>
      of === group && until !== null ? [[territory, Number(until.slice(0, 4))] as const] : [],
    ),
  );
  const dates = places.map(({ id }) => years.get(id) ?? null);
  const listed = dates.filter((year) => year !== null);
  return {
    ...bare,
    id: `group:${group}`,
    form: 'plumb',
    title: messages.ribbon.leaving(known?.name[language] ?? group),
    note: messages.ribbon.leavingNote({
      first: Math.min(...listed),
      last: Math.max(...listed),
      count: listed.length,
      others: places.length - listed.length,
    }),
    figures: dates.map((value) => [{ value }]),
    legend: [{ fill: 'was', shape: 'dot', words: messages.ribbon.legend.date }],
  };
}

function siteTrack(kind: string, sources: TrackSources): RibbonTrack {
  const { catalog, places, messages, language } = sources;
  const known = catalog.siteKinds.find(({ id }) => id === kind);
  const sites = catalog.sites.filter((site) => site.kind === kind);
  const counts = new Map<string, number>();
  for (const { territory } of sites) counts.set(territory, (counts.get(territory) ?? 0) + 1);
  const here = places.map(({ id }) => counts.get(id) ?? 0);
  const unverified = sites.filter(({ certainty }) => certainty !== 'certain').length;
  return {
    ...bare,
    id: `site:${kind}`,
    form: 'squares',
    title: known?.name[language] ?? kind,
    note: messages.ribbon.siteNote(
      here.reduce((sum, count) => sum + count, 0),
      unverified,
    ),
    figures: here.map((value) => [{ value }]),
    legend: [{ fill: 'ink-2', shape: 'square', words: messages.ribbon.legend.site }],
  };
}

const bare = { unit: '', digits: 0, direction: 'none', range: {}, periods: [''] } as const;
