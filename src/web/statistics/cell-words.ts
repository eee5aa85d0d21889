import type { Figure, TerritoryEntry } from '../../api/statistics.ts';
import { changeText, figureText } from '../../charts/ribbon/figure-text.ts';
import type { FigureWords } from '../../domain/figure-words.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { isMovement } from '../../statistics/implied-indicator.ts';
import { inShownUnit } from './figure-table.ts';

/** What a figure's words need of its indicator. */
export type ShownAs = Pick<Indicator, 'unit' | 'shownIn' | 'digits' | 'derived'>;

/** What stands in a cell. */
export interface CellWords {
  readonly text: string;
  /** `figure`: a number; `none`: nobody supplied one; `absent`: the place was not there; `reason`: why there is none. */
  readonly kind: 'figure' | 'none' | 'absent' | 'reason';
  /** What looks wrong about it, in words; empty where nothing does. */
  readonly doubts: readonly string[];
  /** How many of the figures it is made of are in doubt. */
  readonly doubtful: number;
  /** A status worth a mark: neither final nor absent. */
  readonly status: string | null;
  /** `52/140`, of a figure of several places. */
  readonly coverage: string | null;
}

/** The marks of what is missing. */
export const notSupplied = '—';
export const notThere = '·';

/** Returns what stands in the cell of a figure, in the unit and with the digits of its indicator. */
export function cellWords(
  figure: Figure | null,
  indicator: ShownAs,
  words: FigureWords,
  place?: { readonly entry: TerritoryEntry | undefined; readonly period: string },
): CellWords {
  const none = { doubts: [], doubtful: 0, status: null, coverage: null };
  if (figure?.value === undefined || figure.value === null) {
    const coverage = coverageText(figure);
    if (figure?.absence && figure.absence !== 'missing')
      return { ...none, text: words.absences[figure.absence], kind: 'reason' };
    if (figure?.withheld === 'not-comparable')
      return { ...none, text: words.notComparable, kind: 'reason', coverage };
    if (place && !existed(place.entry, place.period))
      return { ...none, text: notThere, kind: 'absent' };
    return { ...none, text: notSupplied, kind: 'none', coverage };
  }
  const { status } = figure;
  return {
    text: valueText(figure.value, indicator),
    kind: 'figure',
    doubtful: figure.doubtful ?? 0,
    doubts: (figure.doubts ?? []).map(({ code }) => words.doubts[code]),
    status: status && status !== 'final' ? words.statuses[status] : null,
    coverage: coverageText(figure),
  };
}

/** Returns that a figure is in doubt, or how many of those in it are; empty where none is. */
export function doubtText(
  figure: Pick<Figure, 'doubts' | 'doubtful'> | Pick<CellWords, 'doubts' | 'doubtful'> | null,
  words: { readonly doubtful: string; readonly doubtfulOf: (count: number) => string },
): string {
  const { doubts = [], doubtful = 0 } = figure ?? {};
  if (doubts.length > 0) return words.doubtful;
  return doubtful > 0 ? words.doubtfulOf(doubtful) : '';
}

/** Returns a figure in the unit it is shown in, with a sign where it is a movement. */
export function valueText(value: number, indicator: ShownAs): string {
  const text = isMovement(indicator) ? changeText : figureText;
  return text(inShownUnit(value, indicator), indicator.digits);
}

/** Returns whether a place was there at the end of a period; one that is not known always was. */
export function existed(entry: TerritoryEntry | undefined, period: string): boolean {
  const year = Number(period.slice(0, 4));
  const { from = null, until = null } = entry ?? {};
  if (from !== null && year < Number(from.slice(0, 4))) return false;
  return until === null || year < Number(until.slice(0, 4));
}

function coverageText(figure: Figure | null): string | null {
  const { coverage } = figure ?? {};
  return coverage ? `${coverage.present}/${coverage.expected}` : null;
}
