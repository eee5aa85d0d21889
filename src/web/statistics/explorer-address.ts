import { type Change, oneOf } from '../address-state.ts';

export const views = ['table', 'lines', 'bars', 'ribbon'] as const;
export type ExplorerView = (typeof views)[number];

/** What is shown of an indicator: its figure, its figure per person, or how it moved. */
export const measures = ['value', 'per-capita', 'growth'] as const;
export type Measure = (typeof measures)[number];

export const bases = ['reported', 'merged', 'apportioned'] as const;
export type ExplorerBasis = (typeof bases)[number];

/** `ends`: the first and last period with a drawing between; `each`: every period. */
export const layouts = ['ends', 'each'] as const;
export type Layout = (typeof layouts)[number];

/** A cell whose story is open. */
export interface OpenCell {
  readonly place: string;
  readonly indicator: string;
  readonly period: string;
}

/** What the reader chose; all of it stands in the address. Null is what the page would choose itself. */
export interface ExplorerChoice {
  /** Tokens: `530000`, `border-county@530000`, `border-county@530000/*`. */
  readonly places: readonly string[] | null;
  readonly indicators: readonly string[] | null;
  readonly periods: readonly string[] | null;
  /** Tokens of the rows that stay on top. */
  readonly compare: readonly string[] | null;
  readonly view: ExplorerView;
  readonly measure: Measure;
  readonly layout: Layout;
  readonly basis: ExplorerBasis;
  readonly asOf: string | null;
  readonly sort: string | null;
  /** Tokens of the lines drawn strongly. */
  readonly strong: readonly string[] | null;
  readonly open: OpenCell | null;
}

/** What leaves nothing of a choice in the address but what it is about. */
export const untouched: Change = {
  t: null,
  i: null,
  p: null,
  cmp: null,
  view: null,
  per: null,
  cols: null,
  basis: null,
  asOf: null,
  sort: null,
  hl: null,
  at: null,
};

/** Returns the choice an address holds. */
export function choiceOf(params: URLSearchParams): ExplorerChoice {
  return {
    places: listOf(params.get('t')),
    indicators: listOf(params.get('i')),
    periods: periodsOf(params.get('p')),
    compare: params.get('cmp') === 'none' ? [] : listOf(params.get('cmp')),
    view: oneOf(views, params.get('view')) ?? 'table',
    measure: oneOf(measures, params.get('per')) ?? 'value',
    layout: oneOf(layouts, params.get('cols')) ?? 'ends',
    basis: oneOf(bases, params.get('basis')) ?? 'reported',
    asOf: params.get('asOf'),
    sort: params.get('sort'),
    strong: listOf(params.get('hl')),
    open: cellOf(params.get('at')),
  };
}

/** Returns a list as the address holds it; `none` where it was emptied, so that it stays empty. */
export function listText(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join(',');
}

/** Returns periods as the address holds them, runs of years as `2015..2020`. */
export function periodsText(periods: readonly string[]): string {
  const parts: string[][] = [];
  for (const period of periods) {
    const run = parts.at(-1);
    if (run && follows(run.at(-1) ?? '', period)) run.push(period);
    else parts.push([period]);
  }
  return parts.flatMap((run) => (run.length > 2 ? [`${run[0]}..${run.at(-1)}`] : run)).join(',');
}

/** Returns the years of a list of periods as people write them: 2010、2015—2020. */
export function spanText(periods: readonly string[], dash: string, comma: string): string {
  return periodsText(periods).replaceAll('..', dash).replaceAll(',', comma);
}

/** Returns a cell as the address holds it. */
export function cellText(cell: OpenCell): string {
  return [cell.place, cell.indicator, cell.period].join('!');
}

function cellOf(text: string | null): OpenCell | null {
  const [place, indicator, period, ...rest] = text?.split('!') ?? [];
  if (!place || !indicator || !period || rest.length > 0) return null;
  return { place, indicator, period };
}

function listOf(text: string | null): readonly string[] | null {
  if (text === null) return null;
  if (text === 'none') return [];
  return [...new Set(text.split(',').filter((item) => item !== ''))];
}

/** A run of years is written out; what is none is passed on, for the server to refuse. */
function periodsOf(text: string | null): readonly string[] | null {
  const parts = listOf(text);
  if (!parts || parts.length === 0) return null;
  return [...new Set(parts.flatMap(yearsOf))].sort();
}

function yearsOf(part: string): readonly string[] {
  const [, from, to] = /^(\d{4})\.\.(\d{4})$/.exec(part) ?? [];
  const count = Number(to) - Number(from) + 1;
  if (!(count >= 1 && count <= 100)) return [part];
  return Array.from({ length: count }, (_, step) => String(Number(from) + step));
}

function follows(year: string, next: string): boolean {
  return /^\d{4}$/.test(year) && /^\d{4}$/.test(next) && Number(next) === Number(year) + 1;
}
