import { type PeriodNumber, periodAfter, periodNumber, periodsBetween } from '../domain/period.ts';

/** Runs longer than this are taken for a slip of the pen. */
const longestRun = 1_000;

/**
 * Returns the periods of a list such as `2010,2015..2020`, each once, as written; or the first part
 * of it that is none.
 */
export function parsePeriodList(
  text: string,
): { readonly periods: readonly PeriodNumber[] } | { readonly wrong: string } {
  const periods = new Set<PeriodNumber>();
  for (const part of text.split(',')) {
    const run = runOf(part.trim());
    if (run === null) return { wrong: part.trim() };
    for (const period of run) periods.add(period);
  }
  return { periods: [...periods] };
}

function runOf(text: string): readonly PeriodNumber[] | null {
  const [first = '', last, ...rest] = text.split('..');
  const from = periodNumber(first);
  const to = last === undefined ? from : periodNumber(last);
  if (from === null || to === null || rest.length > 0) return null;
  const steps = periodsBetween(from, to);
  if (steps === null || steps < 0 || steps >= longestRun) return null;
  return Array.from({ length: steps + 1 }, (_, step) => periodAfter(from, step));
}
