import type { CompiledDocument } from '../domain/compiled-document.ts';
import type { Finding } from '../domain/finding.ts';
import { checkApportioning } from '../statistics/apportion.ts';
import { checkIndicators } from '../statistics/check-indicators.ts';
import { checkRegister } from '../statistics/check-register.ts';
import type { StatisticsFolder } from '../store/statistics-folder.ts';
import { judge } from './judgement.ts';

/**
 * Returns everything that is wrong with the statistics of a plan's folder, each at its line: the
 * files themselves first, then what they say of each other and of the plan.
 */
export function checkStatistics(
  { register, indicators, findings, placeOf }: StatisticsFolder,
  document: CompiledDocument,
): readonly Finding[] {
  const clauses = new Map(document.clauses.map(({ id, text }) => [id, text]));
  const judged = judge(document);
  const commitments = new Map(
    document.commitments.map(({ id }, index) => [id, judged[index]?.evaluable ?? false]),
  );
  const plan = { clauses, commitments, text: document.text };
  const known = new Set(clauses.keys());
  return [
    ...findings,
    ...(register ? checkRegister(register, { clauses: known, placeOf: placeOf.register }) : []),
    ...(indicators ? checkIndicators(indicators, { plan, placeOf: placeOf.indicators }) : []),
    ...(register && indicators
      ? checkApportioning(register, indicators, { placeOf: placeOf.register })
      : []),
  ];
}
