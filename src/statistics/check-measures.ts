import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import type { IndicatorsFile } from '../domain/indicator.ts';

/** What of the plan the indicators are checked against. */
export interface MeasuredPlan {
  /** Text of each clause by its id. */
  readonly clauses: ReadonlyMap<string, string>;
  /** Ids of the commitments, and whether each can be judged as written. */
  readonly commitments: ReadonlyMap<string, boolean>;
  /** The whole text. */
  readonly text: string;
}

/**
 * Returns what is wrong between the commitments of a plan and what measures them: one that can be
 * judged and has no measure, a measure of one that is not there or cannot be judged, an indicator
 * that is not there, a criterion that the clause does not say.
 */
export function checkMeasures(
  file: IndicatorsFile,
  { plan, placeOf }: { readonly plan: MeasuredPlan; readonly placeOf: PlaceOf },
): Finding[] {
  return [
    ...unmeasured(file, plan, placeOf),
    ...measures(file, plan, placeOf),
    ...criteria(file, plan, placeOf),
  ];
}

function unmeasured(file: IndicatorsFile, plan: MeasuredPlan, placeOf: PlaceOf): Finding[] {
  const measured = new Set(file.commitments.map((item) => item.commitment));
  return [...plan.commitments]
    .filter(([id, evaluable]) => evaluable && !measured.has(id))
    .map(([id]) => finding('commitment-unmeasured', placeOf(['commitments']), { id }));
}

function measures(file: IndicatorsFile, plan: MeasuredPlan, placeOf: PlaceOf): Finding[] {
  const indicators = new Set(file.indicators.map((item) => item.id));
  const ids = file.commitments.map((item) => item.commitment);
  return file.commitments.flatMap((measure, index) => {
    const { commitment: id } = measure;
    const where = placeOf(['commitments', index]);
    const evaluable = plan.commitments.get(id);
    const unknown = 'indicators' in measure ? measure.indicators : [];
    return [
      ...(ids.indexOf(id) < index ? [finding('id-duplicate', where, { id })] : []),
      ...(evaluable === undefined
        ? [finding('reference-unknown', where, { field: 'commitment', id })]
        : []),
      ...(evaluable === false ? [finding('commitment-unevaluable', where, { id })] : []),
      ...unknown
        .filter((item) => !indicators.has(item))
        .map((item) => finding('reference-unknown', where, { field: 'indicators', id: item })),
    ];
  });
}

function criteria(file: IndicatorsFile, plan: MeasuredPlan, placeOf: PlaceOf): Finding[] {
  return file.villageCriteria.flatMap(({ clause, quote }, index) => {
    const text = plan.clauses.get(clause);
    const at = (field: string) => placeOf(['villageCriteria', index, field]);
    if (text === undefined)
      return [finding('reference-unknown', at('clause'), { field: 'clause', id: clause })];
    return text.includes(quote) ? [] : [finding('criterion-quote', at('quote'), { clause, quote })];
  });
}
