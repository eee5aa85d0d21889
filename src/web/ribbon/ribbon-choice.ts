import type { IndicatorEntry, StatisticsCatalog } from '../../api/statistics.ts';
import { formFor, formsFor, isChange } from '../../charts/ribbon/form.ts';
import { type TrackForm, trackForms } from '../../charts/ribbon/track.ts';
import { oneOf } from '../address-state.ts';

/** What a track shows: an indicator in a form, the dates of a group's members, or things at places. */
export type TrackChoice =
  | { readonly kind: 'indicator'; readonly id: string; readonly form: TrackForm }
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'site'; readonly id: string };

/** What the address says of the ribbon, with what it leaves out filled in. */
export interface RibbonChoice {
  readonly main: TrackChoice | null;
  readonly others: readonly TrackChoice[];
  /** Id of the place being read; null for the one the ribbon begins with. */
  readonly at: string | null;
  /** The stretch shown, from a place up to but without another; null for all. */
  readonly window: { readonly from: number; readonly to: number } | null;
  readonly asOf: string | null;
}

/**
 * Returns the tracks an address names: `i` the main one, `tracks` the others. What it leaves out is
 * filled in; what it names and the catalog lacks is left out.
 */
export function tracksOf(
  named: { readonly i: string | null; readonly tracks: string | null },
  catalog: StatisticsCatalog,
): Pick<RibbonChoice, 'main' | 'others'> {
  const main = parseTrack(named.i ?? '', catalog) ?? defaultMain(catalog);
  const others =
    named.tracks === null
      ? defaultTracks(catalog, main)
      : named.tracks.split(',').flatMap((token) => parseTrack(token, catalog) ?? []);
  return {
    main,
    others: others.filter((track) => main === null || tokenOf(track) !== tokenOf(main)),
  };
}

/** Returns the frontier places in order. */
export function frontierOf(catalog: StatisticsCatalog): StatisticsCatalog['frontier'] {
  return catalog.frontier.toSorted((a, b) => a.order - b.order);
}

/** Returns the indicators that members of the main group have figures of. */
export function indicatorsOf(catalog: StatisticsCatalog): readonly IndicatorEntry[] {
  return catalog.indicators.filter(
    ({ amongMembers, periods }) => amongMembers && periods.length > 0,
  );
}

/** Returns the groups whose members left them at a date that is known. */
export function datedGroups(
  catalog: StatisticsCatalog,
): readonly StatisticsCatalog['groups'][number][] {
  const known = new Set(
    catalog.memberships.flatMap(({ group, until }) => (until === null ? [] : [group])),
  );
  return catalog.groups.filter(({ id }) => known.has(id));
}

/** Returns a track as the address writes it: `gdp`, `gdp~dumbbell`, `group:…`, `site:…`. */
export function tokenOf(track: TrackChoice, fitting?: TrackForm): string {
  if (track.kind !== 'indicator') return `${track.kind}:${track.id}`;
  return fitting === track.form ? track.id : `${track.id}~${track.form}`;
}

/** Returns the track of an indicator in the form that fits it. */
export function fittingTrack(entry: IndicatorEntry, catalog: StatisticsCatalog): TrackChoice {
  return { kind: 'indicator', id: entry.id, form: formFor(entry, wanted(entry, catalog).length) };
}

/** Returns the forms an indicator may be drawn in, the fitting one first. */
export function formsOf(entry: IndicatorEntry, catalog: StatisticsCatalog): readonly TrackForm[] {
  return formsFor(entry, wanted(entry, catalog).length);
}

/**
 * Returns the periods a track of an indicator shows: all for stacked years, the last for a change,
 * else the first and the last there are. Where the series begins anew in between and two periods lie
 * after that, these are compared.
 */
export function periodsOf(
  entry: IndicatorEntry,
  form: TrackForm,
  catalog: StatisticsCatalog,
): readonly string[] {
  const periods = wanted(entry, catalog);
  if (form === 'stacked-years' || periods.length < 2) return periods;
  const last = periods.at(-1);
  if (isChange(entry)) return last === undefined ? [] : [last];
  const anew = entry.breaks.map(({ period }) => period).filter((period) => period <= (last ?? ''));
  const alike = periods.filter((period) => anew.every((start) => period >= start));
  const [first] = alike.length > 1 ? alike : periods;
  return first === undefined || last === undefined ? periods : [first, last];
}

/** Returns a few indicators that most members have, one of each theme and form, the telling ones first. */
export function featuredOf(catalog: StatisticsCatalog): readonly IndicatorEntry[] {
  const members = frontierOf(catalog).length;
  const formOf = (entry: IndicatorEntry) => formFor(entry, wanted(entry, catalog).length);
  const rank = (entry: IndicatorEntry) =>
    entry.direction === 'none' && !isChange(entry) ? 9 : trackForms.indexOf(formOf(entry));
  const seen = new Set<string>();
  return indicatorsOf(catalog)
    .filter(({ territories }) => territories >= members * 0.9)
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((entry) => {
      const key = `${entry.theme} ${formOf(entry)}`;
      const first = !seen.has(key);
      seen.add(key);
      return first;
    })
    .slice(0, 4);
}

/** A few censuses are all shown; of yearly figures those of the plan and the year before it. */
function wanted(entry: IndicatorEntry, catalog: StatisticsCatalog): readonly string[] {
  const all = entry.periods.map(({ period }) => period);
  if (all.length <= 3) return all;
  const { start, end } = catalog.plan.period;
  const inPlan = all.filter((period) => {
    const year = Number(period.slice(0, 4));
    return year >= start - 1 && year <= end;
  });
  return inPlan.length > 0 ? inPlan : all.slice(-6);
}

/** The first share that most members have of two censuses; failing that the first indicator. */
function defaultMain(catalog: StatisticsCatalog): TrackChoice | null {
  const members = frontierOf(catalog).length;
  const tracks = indicatorsOf(catalog)
    .filter(({ territories }) => territories >= members * 0.9)
    .map((entry) => fittingTrack(entry, catalog));
  const filling = tracks.find((track) => track.kind === 'indicator' && track.form === 'level-rise');
  const [any] = indicatorsOf(catalog);
  return filling ?? tracks[0] ?? (any ? fittingTrack(any, catalog) : null);
}

/** One of each form beside the main one, in the order of the catalog. */
function defaultTracks(
  catalog: StatisticsCatalog,
  main: TrackChoice | null,
): readonly TrackChoice[] {
  const members = frontierOf(catalog).length;
  const full = indicatorsOf(catalog).filter(({ territories }) => territories >= members * 0.9);
  const tracks = full.map((entry) => fittingTrack(entry, catalog));
  const change = full.find((entry) => isChange(entry) && !leavesOf(entry).includes(main?.id ?? ''));
  const diverging = change
    ? fittingTrack(change, catalog)
    : tracks.find((track) => track.kind === 'indicator' && track.form === 'diverging');
  const dumbbell = full.find(
    (entry) =>
      entry.direction === 'up' && formFor(entry, wanted(entry, catalog).length) === 'dumbbell',
  );
  const [group] = datedGroups(catalog);
  const site = catalog.siteKinds.find(({ id }) => catalog.sites.some(({ kind }) => kind === id));
  return [
    ...(diverging ? [diverging] : []),
    ...(dumbbell ? [fittingTrack(dumbbell, catalog)] : []),
    ...(group ? [{ kind: 'group' as const, id: group.id }] : []),
    ...(site ? [{ kind: 'site' as const, id: site.id }] : []),
  ].filter((track) => main === null || track.id !== main.id);
}

/** What a rate of change is the change of. */
function leavesOf({ derived }: IndicatorEntry): readonly string[] {
  return derived?.op === 'growth' || derived?.op === 'compound-growth' ? [derived.of] : [];
}

function parseTrack(token: string, catalog: StatisticsCatalog): TrackChoice | null {
  const [kind, id = ''] = token.split(':');
  if (kind === 'group')
    return datedGroups(catalog).some((group) => group.id === id) ? { kind, id } : null;
  if (kind === 'site')
    return catalog.siteKinds.some((site) => site.id === id) ? { kind, id } : null;
  const [indicator, asked = null] = token.split('~');
  const entry = indicatorsOf(catalog).find((item) => item.id === indicator);
  if (!entry) return null;
  const form = oneOf(formsOf(entry, catalog), asked);
  return form ? { kind: 'indicator', id: entry.id, form } : fittingTrack(entry, catalog);
}

/** Returns the stretch an address names, `90-107`: the first and the last place. Null for all. */
export function windowOf(text: string | null, count: number): RibbonChoice['window'] {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text ?? '') ?? [];
  const from = Number(first) - 1;
  const to = Number(last);
  if (!(from >= 0 && to <= count && to - from >= 2) || to - from >= count) return null;
  return { from, to };
}
