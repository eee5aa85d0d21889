import type { Indicator } from '../domain/indicator.ts';
import type { Doubt } from '../domain/observation.ts';
import type { PeriodNumber } from '../domain/period.ts';
import { conversionExponent } from '../domain/unit-of-measure.ts';
import {
  type DirectedShare,
  isDirectedShare,
  movesAgainstOthers,
} from './doubts/against-others.ts';
import { partsOverWhole } from './doubts/exceeds-whole.ts';
import { figuresOutOfLine } from './doubts/out-of-line.ts';
import type { PlaceSeries, RaisedDoubt } from './doubts/place-series.ts';
import { repeatedFigures } from './doubts/repeated.ts';
import { strayZeros } from './doubts/zeros.ts';

export type { PlaceSeries } from './doubts/place-series.ts';

/** The doubts about one figure. */
export interface FoundDoubt {
  readonly indicator: string;
  readonly breakdown: string;
  readonly period: PeriodNumber;
  readonly doubts: readonly Doubt[];
}

/** What is known of a place besides its figures. */
export interface DoubtOptions {
  /** Periods from which its figures are of another area: its land changed hands. */
  readonly territoryChanges?: readonly PeriodNumber[];
}

/**
 * Returns what looks wrong about the figures of one place (待核实), judged from these figures
 * alone: by series in the order given, then by period. Series are sorted by period; one of an
 * unknown indicator is left out. Figures stay as they are: a doubt is a question to whoever
 * reported them. Rules and thresholds: docs/doubts.md.
 */
export function doubtsOf(
  series: readonly PlaceSeries[],
  indicators: ReadonlyMap<string, Indicator>,
  { territoryChanges = [] }: DoubtOptions = {},
): FoundDoubt[] {
  const raised = new Map<PlaceSeries, RaisedDoubt[]>();
  const raise = (about: PlaceSeries, doubts: readonly RaisedDoubt[]) => {
    if (doubts.length > 0) raised.set(about, [...(raised.get(about) ?? []), ...doubts]);
  };
  for (const one of series) {
    const indicator = indicators.get(one.indicator);
    if (!indicator) continue;
    const given = { series: one, indicator, territoryChanges };
    raise(one, repeatedFigures(given));
    raise(one, figuresOutOfLine(given));
    raise(one, strayZeros(given));
  }
  raiseOverWholes(series, indicators, raise);
  raiseAgainstOthers(series, indicators, raise);
  return series.flatMap((one) => collected(one, raised.get(one)));
}

type Raise = (about: PlaceSeries, doubts: readonly RaisedDoubt[]) => void;

/** Part and whole are both in doubt: which of them is wrong, the figures do not say. */
function raiseOverWholes(
  series: readonly PlaceSeries[],
  indicators: ReadonlyMap<string, Indicator>,
  raise: Raise,
): void {
  const parts = series.filter((one) => indicators.get(one.indicator)?.partOf !== undefined);
  if (parts.length === 0) return;
  const byKey = new Map(series.map((one) => [`${one.indicator} ${one.breakdown}`, one]));
  for (const part of parts) {
    const partIndicator = indicators.get(part.indicator) as Indicator;
    const wholeIndicator = indicators.get(partIndicator.partOf ?? '');
    const whole = byKey.get(`${partIndicator.partOf} ${part.breakdown}`);
    if (!whole || !wholeIndicator) continue;
    const exponent = conversionExponent(partIndicator.unit, wholeIndicator.unit);
    if (exponent === null) continue;
    const doubts = partsOverWhole({ part, partIndicator, whole, wholeIndicator }, 10 ** exponent);
    raise(part, doubts);
    raise(whole, doubts);
  }
}

function raiseAgainstOthers(
  series: readonly PlaceSeries[],
  indicators: ReadonlyMap<string, Indicator>,
  raise: Raise,
): void {
  const companies = new Map<string, DirectedShare[]>();
  for (const one of series) {
    const indicator = indicators.get(one.indicator);
    if (!indicator || one.points.length < 2 || !isDirectedShare(indicator)) continue;
    const key = `${indicator.theme} ${one.breakdown}`;
    companies.set(key, [...(companies.get(key) ?? []), { series: one, indicator }]);
  }
  for (const company of companies.values())
    for (const one of company)
      raise(
        one.series,
        movesAgainstOthers(
          one,
          company.filter((other) => other !== one),
        ),
      );
}

function collected(
  { indicator, breakdown }: PlaceSeries,
  raised: readonly RaisedDoubt[] | undefined,
): FoundDoubt[] {
  if (!raised) return [];
  const byPeriod = new Map<PeriodNumber, Doubt[]>();
  for (const { period, doubt } of raised)
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), doubt]);
  return [...byPeriod]
    .sort(([a], [b]) => a - b)
    .map(([period, doubts]) => ({ indicator, breakdown, period, doubts }));
}
