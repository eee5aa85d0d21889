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

/** The latest figure of a place in a period. */
export interface MemberFigure {
  readonly value: number | null;
  readonly inapplicable: boolean;
  readonly status: ObservationStatus;
  readonly doubtful: boolean;
  /** What a mean weighs it by; null where there is none. */
  readonly weight: number | null;
}

/** The figures of one indicator by period and place. */
export type MemberFigures = ReadonlyMap<PeriodNumber, ReadonlyMap<number, MemberFigure>>;

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

/** The members of each scope in a year. */
export type ScopesIn = (year: number) => ReadonlyMap<number, readonly number[]>;

/** Returns the members of each scope, year by year. */
export function scopesOf(members: readonly ScopeMember[]): ScopesIn {
  const known = new Map<number, Map<number, number[]>>();
  return (year) => {
    const kept = known.get(year);
    if (kept) return kept;
    const scopes = new Map<number, number[]>();
    for (const { scope, territory, from, until } of members) {
      if (year < from || year >= until) continue;
      const inside = scopes.get(scope);
      if (inside) inside.push(territory);
      else scopes.set(scope, [territory]);
    }
    known.set(year, scopes);
    return scopes;
  };
}

/**
 * Returns the totals of one indicator in every scope and period in which a member has a figure or
 * says why there is none. A mean takes in the places that have both value and weight.
 */
export function scopeTotals(
  figures: MemberFigures,
  scopesIn: ScopesIn,
  summary: ScopeSummary,
): ScopeTotal[] {
  const totals: ScopeTotal[] = [];
  for (const [period, byPlace] of figures)
    for (const [scope, members] of scopesIn(yearOf(period))) {
      const total = totalOf(byPlace, members, summary);
      if (total) totals.push({ scope, period, ...total });
    }
  return totals;
}

function totalOf(
  figures: ReadonlyMap<number, MemberFigure>,
  members: readonly number[],
  summary: ScopeSummary,
): Omit<ScopeTotal, 'scope' | 'period'> | null {
  const values: number[] = [];
  const weights: number[] = [];
  const count = { said: 0, inapplicable: 0, provisional: 0, estimated: 0, doubtful: 0 };
  let [high, low] = [0, 0];
  for (const territory of members) {
    const figure = figures.get(territory);
    if (!figure) continue;
    count.said += 1;
    if (figure.inapplicable) count.inapplicable += 1;
    if (figure.value === null || (summary === 'mean' && figure.weight === null)) continue;
    values.push(figure.value);
    if (summary === 'mean') weights.push(figure.weight ?? 0);
    if (figure.status === 'provisional') count.provisional += 1;
    if (figure.status === 'estimated') count.estimated += 1;
    if (figure.doubtful) count.doubtful += 1;
    high ^= mixed(territory);
    low ^= mixed(~territory);
  }
  if (count.said === 0) return null;
  const { provisional, estimated, doubtful } = count;
  return {
    present: values.length,
    expected: members.length - count.inapplicable,
    covered: (BigInt(high) << 32n) + BigInt(low >>> 0),
    ...{ provisional, estimated, doubtful },
    ...sumsOf(values, weights, summary),
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
