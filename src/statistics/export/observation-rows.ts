import type { Absence, Doubt, Enclosed, ObservationStatus } from '../../domain/observation.ts';
import type { TableCell } from '../../domain/table.ts';
import type { FieldKey } from './field-table.ts';

/** A reported figure as downloads give it: the latest as of an instant, with all that is known of it. */
export interface ExportedObservation {
  readonly territory: string;
  readonly name: string;
  readonly indicator: string;
  readonly period: string;
  readonly breakdown: string;
  /** Decimal text in the unit of the indicator. */
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly unit: string;
  readonly status: ObservationStatus;
  readonly source: string;
  readonly note: string | null;
  readonly enclosed: Enclosed;
  readonly doubts: readonly Doubt[];
  readonly number: number;
  /** ISO instant. */
  readonly recorded: string;
}

/** The long form: what `xingbian import` reads, then what only a download knows. */
export const observationKeys = [
  ...['territory', 'name', 'indicator', 'period', 'breakdown', 'value', 'absence', 'unit'],
  ...['status', 'source', 'note', 'enclosed', 'doubts', 'number', 'recorded'],
] as readonly FieldKey[];

/** Yields observations as rows of cells, in the order of `observationKeys`. */
export async function* observationRows(
  observations: Iterable<ExportedObservation> | AsyncIterable<ExportedObservation>,
): AsyncGenerator<readonly TableCell[]> {
  for await (const item of observations) {
    yield [
      item.territory,
      item.name,
      item.indicator,
      item.period,
      emptyAsNull(item.breakdown),
      item.value,
      item.absence,
      emptyAsNull(item.unit),
      item.status,
      item.source,
      item.note,
      item.enclosed,
      doubtCodes(item.doubts),
      item.number,
      wholeSecond(item.recorded),
    ];
  }
}

/** Returns the codes of doubts, each once, with spaces between; null where there are none. */
export function doubtCodes(doubts: readonly Doubt[]): string | null {
  return [...new Set(doubts.map((doubt) => doubt.code))].join(' ') || null;
}

/** Returns an ISO instant without its fraction, as Table Schema writes a datetime. */
export function wholeSecond(instant: string): string {
  return instant.replace(/\.\d+(?=Z$)/, '');
}

/** Returns null for an empty text: in a table the two are the same. */
export function emptyAsNull(text: string): string | null {
  return text === '' ? null : text;
}
