import { decimalText } from '../../domain/decimal.ts';
import type { SheetRow } from '../../domain/sheet.ts';
import type { TerritoryKind } from '../../domain/territory.ts';
import { labelKey } from './label.ts';

/** A total row whose figure is not the sum of the rows. */
export interface Difference {
  readonly row: SheetRow;
  readonly column: number;
  readonly label: string;
  readonly stated: string;
  readonly sum: string;
}

/** Adds up the columns of a table and compares them with its rows of totals. */
export interface TableTotals {
  /** A figure of a place; null where there is none, and then the column is not compared. */
  readonly add: (column: number, kind: TerritoryKind, decimal: string | null) => void;
  /** A figure of a row of totals. */
  readonly total: (row: SheetRow, column: number, label: string, decimal: string) => void;
  /** A row that begins a new group of rows. */
  readonly group: () => void;
  /** The differences, when the table has ended. */
  readonly finish: () => readonly Difference[];
}

/** Returns whether a label is a total, a subtotal or a mean and so not a place. */
export function isTotalLabel(label: string): boolean {
  return /^(?:.{0,12}(?:合计|总计|小计|平均|平均值|平均数)|全[省区市州盟县国部旗团]|(?:grand |sub)?total|sum|average)$/.test(
    labelKey(label).replace('(', '').replace(')', ''),
  );
}

/** Returns whether a label is the total of a part. */
export function isSubtotal(label: string): boolean {
  return /小计|subtotal/i.test(label.replace(/\s/g, ''));
}

interface Sum {
  value: number;
  count: number;
  complete: boolean;
}

interface Stated {
  readonly row: SheetRow;
  readonly column: number;
  readonly label: string;
  readonly decimal: string;
  /** Of the rows it belongs to; null for the whole table, when it has ended. */
  readonly sum: Sum | null;
}

/** Totals that are compared; a table with more has something else in its rows. */
const mostTotals = 20_000;

/**
 * Returns an empty comparison. Rows of places are added up by kind, so that a prefecture above its
 * counties is not counted twice; a total may stand before or after its rows, for a group or for all.
 */
export function tableTotals(): TableTotals {
  const whole = new Map<string, Sum>();
  let group = new Map<string, Sum>();
  const open: Stated[] = [];
  const kinds = new Map<TerritoryKind, number>();
  const sumOf = (sums: ReadonlyMap<string, Sum>, column: number) => {
    const kind = [...kinds].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number]);
    return sums.get(`${kind[0]} ${column}`) ?? { value: 0, count: 0, complete: true };
  };
  return {
    add: (column, kind, decimal) => {
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      for (const sums of [whole, group]) addTo(sums, `${kind} ${column}`, decimal);
    },
    total: (row, column, label, decimal) => {
      const stated = { row, column, label, decimal };
      if (/平均|average/i.test(label) || open.length >= mostTotals) return;
      if (agrees(stated, sumOf(group, column)) || agrees(stated, sumOf(whole, column))) return;
      const part = isSubtotal(label);
      // A subtotal above its rows is not compared: nothing says where they end.
      if (!part || sumOf(group, column).count > 0)
        open.push({ ...stated, sum: part ? { ...sumOf(group, column) } : null });
    },
    group: () => {
      group = new Map();
    },
    finish: () =>
      open.flatMap((stated) => {
        const sum = stated.sum ?? sumOf(whole, stated.column);
        if (!sum.complete || sum.count < 2 || agrees(stated, sum)) return [];
        const { row, column, label, decimal } = stated;
        const digits = Number(sum.value.toPrecision(12));
        return [{ row, column, label, stated: decimal, sum: decimalText(digits) }];
      }),
  };
}

function addTo(sums: Map<string, Sum>, key: string, decimal: string | null): void {
  const sum = sums.get(key) ?? { value: 0, count: 0, complete: true };
  if (decimal === null) sum.complete = false;
  else {
    sum.value += Number(decimal);
    sum.count += 1;
  }
  sums.set(key, sum);
}

/** Each rounded figure may be off by half of its last digit. */
function agrees({ decimal }: Pick<Stated, 'decimal'>, sum: Sum): boolean {
  if (sum.count === 0) return false;
  const places = decimal.split('.')[1]?.length ?? 0;
  const slack = 0.5 * 10 ** -places * (sum.count + 1) + Math.abs(sum.value) * 1e-9;
  return Math.abs(Number(decimal) - sum.value) <= slack;
}
