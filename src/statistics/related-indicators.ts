import type { Indicator } from '../domain/indicator.ts';

/** Returns the indicators that one names: in its formula, or in how its figures become one. */
export function namedBy({ derived, aggregation }: Indicator): readonly string[] {
  const named: string[] = [];
  if (derived) {
    const { of } = derived;
    named.push(...(typeof of === 'string' ? [of] : of));
    if ('by' in derived) named.push(derived.by);
    if ('less' in derived) named.push(derived.less);
  }
  if (aggregation?.kind === 'mean') named.push(aggregation.weight);
  if (aggregation?.kind === 'ratio') named.push(aggregation.numerator, aggregation.denominator);
  return [...new Set(named)];
}
