import type { Indicator, IndicatorsFile } from '../../src/domain/indicator.ts';
import { periodNumber } from '../../src/domain/period.ts';
import type { TerritoryRegister } from '../../src/domain/territory.ts';
import { type Calculation, calculationOf } from '../../src/statistics/calculation.ts';
import type { Operand } from '../../src/statistics/evaluate.ts';
import { buildPlaces } from '../../src/statistics/places.ts';
import type { Reported } from '../../src/statistics/reported.ts';

/** `territory indicator period` → a value, or what there is instead. All of them made for tests. */
export type Made = Readonly<Record<string, number | Partial<Reported>>>;

/** Returns a calculation over figures made for a test. */
export function madeCalculation(
  made: Made,
  { register, indicators }: { register: TerritoryRegister; indicators: IndicatorsFile },
): Calculation {
  const figures = new Map(
    Object.entries(made).map(([key, value]) => [key, reported(value)] as const),
  );
  return calculationOf({
    places: buildPlaces(register),
    indicators: new Map(indicators.indicators.map((one) => [one.id, one])),
    reported: (territory, indicator, period) =>
      figures.get(`${territory} ${indicator} ${Math.floor(period / 100)}`),
  });
}

/** Returns an indicator in a period. */
export function ask(indicator: string, period: string | number): Operand {
  return { indicator, period: periodNumber(String(period)) ?? 0 };
}

/** Returns an indicator with words nobody reads. */
export function madeIndicator(id: string, change: Partial<Indicator>): Indicator {
  const words = { zh: id, en: id };
  return {
    ...{ id, theme: 't', name: words, definition: words, unit: '', direction: 'up', digits: 1 },
    ...{ frequency: 'year', timing: 'level', range: {}, standing: 'collected' },
    ...{
      source: { agency: 'test', publication: 'test' },
      clauses: [],
      aliases: [],
      ownLabels: [],
      breaks: [],
    },
    ...change,
  } as Indicator;
}

function reported(value: number | Partial<Reported>): Reported {
  const given = typeof value === 'number' ? { value } : value;
  const whole = { value: null, absence: null, status: 'final', enclosed: 'unstated', doubts: [] };
  return { ...whole, ...given } as Reported;
}
