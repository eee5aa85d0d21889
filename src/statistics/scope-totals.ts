import type { ObservationStatus } from '../domain/observation.ts';
import { type PeriodNumber, yearOf } from '../domain/period.ts';
import { decimalDot, decimalSum } from '../kernels/decimal.ts';
import { median } from '../kernels/quantile.ts';

/** A place in a scope, by their small numbers, in the years from `from` up to but without `until`. */
export interface ScopeMember {
  readonly scope: number;
  readonly territory: number;
  readonly from: number;
  readonly until: number;
}

/** Scopes with their members, each place at a position. */
export interface Scopes {
  readonly keys: readonly number[];
  readonly territories: readonly number[];
  readonly positionOf: ReadonlyMap<number, number>;
  /** The positions of the members of each scope in a year. */
  readonly membersIn: (year: number) => ReadonlyMap<number, readonly number[]>;
}

/** The latest figures of one indicator in one period, by the positions of the places. */
export interface PeriodFigures {
  readonly period: PeriodNumber;
  /** Null where there is no value for a reason, undefined where nothing is said. */
  readonly values: readonly (number | null | undefined)[];
  /** What a mean weighs them by. */
  readonly weights: readonly (number | null | undefined)[];
  /** Of figures that are not final and beyond doubt. */
  readonly remarks: ReadonlyMap<number, FigureRemarks>;
}

export interface FigureRemarks {
  readonly inapplicable: boolean;
  readonly status: ObservationStatus;
  readonly doubtful: boolean;
}

/** How figures come together; of a `median` only the middle one is told. */
export type ScopeSummary = 'sum' | 'mean' | 'median';

/** What the figures of one indicator come to in a scope and a period. */
export interface ScopeTotal {
  readonly scope: number;
  readonly period: PeriodNumber;
  readonly present: number;
  readonly expected: number;
  /** A fingerprint of the places that are in. */
  readonly covered: bigint;
  readonly provisional: number;
  readonly estimated: number;
  readonly doubtful: number;
  /** Σvalue, or Σvalue·weight beside Σweight. */
  readonly total: number | null;
  readonly weight: number | null;
  readonly middle: number | null;
}

/** Returns scopes by their members. */
export function scopesOf(members: readonly ScopeMember[]): Scopes {
  const territories = [...new Set(members.map((member) => member.territory))];
  const positionOf = new Map(territories.map((territory, position) => [territory, position]));
  const known = new Map<number, Map<number, number[]>>();
  return {
    keys: [...new Set(members.map((member) => member.scope))],
    territories,
    positionOf,
    membersIn: (year) => {
      const kept = known.get(year) ?? new Map<number, number[]>();
      if (known.has(year)) return kept;
      for (const { scope, territory, from, until } of members) {
        if (year < from || year >= until) continue;
        const inside = kept.get(scope) ?? [];
        inside.push(positionOf.get(territory) ?? 0);
        kept.set(scope, inside);
      }
      known.set(year, kept);
      return kept;
    },
  };
}

/**
 * Returns the totals of one indicator in a period, of every scope in which a member has a figure or
 * says why there is none. A mean takes in the places that have both value and weight.
 */
export function scopeTotals(
  figures: PeriodFigures,
  scopes: Scopes,
  summary: ScopeSummary,
): ScopeTotal[] {
  const totals: ScopeTotal[] = [];
  for (const [scope, members] of scopes.membersIn(yearOf(figures.period))) {
    const total = totalOf(figures, members, scopes.territories, summary);
    if (total) totals.push({ scope, period: figures.period, ...total });
  }
  return totals;
}

function totalOf(
  { values, weights, remarks }: PeriodFigures,
  members: readonly number[],
  territories: readonly number[],
  summary: ScopeSummary,
): Omit<ScopeTotal, 'scope' | 'period'> | null {
  const given: number[] = [];
  const weighing: number[] = [];
  const count = { inapplicable: 0, provisional: 0, estimated: 0, doubtful: 0 };
  let said = 0;
  let [high, low] = [0, 0];
  for (const position of members) {
    const value = values[position];
    if (value === undefined) continue;
    said += 1;
    const remark = remarks.size > 0 ? remarks.get(position) : undefined;
    if (remark?.inapplicable) count.inapplicable += 1;
    const weight = summary === 'mean' ? (weights[position] ?? null) : 1;
    if (value === null || weight === null) continue;
    given.push(value);
    if (summary === 'mean') weighing.push(weight);
    if (remark?.status === 'provisional') count.provisional += 1;
    if (remark?.status === 'estimated') count.estimated += 1;
    if (remark?.doubtful) count.doubtful += 1;
    const territory = territories[position] ?? 0;
    high ^= mixed(territory);
    low ^= mixed(~territory);
  }
  if (said === 0) return null;
  const { provisional, estimated, doubtful } = count;
  return {
    present: given.length,
    expected: members.length - count.inapplicable,
    covered: (BigInt(high) << 32n) + BigInt(low >>> 0),
    ...{ provisional, estimated, doubtful },
    ...sumsOf(given, weighing, summary),
  };
}

function sumsOf(
  values: readonly number[],
  weights: readonly number[],
  summary: ScopeSummary,
): Pick<ScopeTotal, 'total' | 'weight' | 'middle'> {
  const none = { total: null, weight: null, middle: null };
  if (values.length === 0) return none;
  if (summary === 'median') return { ...none, middle: median(values) };
  if (summary === 'sum') return { ...none, total: decimalSum(values) };
  return { ...none, total: decimalDot(values, weights), weight: decimalSum(weights) };
}

/** MurmurHash3's finaliser: every bit of a small number decides on every bit of 32. */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
