import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import type { Aggregation, Formula, Indicator, IndicatorsFile } from '../domain/indicator.ts';
import { parseUnit } from '../domain/unit-of-measure.ts';
import { checkForbiddenNames } from './check-forbidden-names.ts';
import { checkMeasures, type MeasuredPlan } from './check-measures.ts';
import { inCycles } from './check-register.ts';
import { checkUnits } from './check-units.ts';
import { labelKey } from './import/label.ts';

/**
 * Returns what is wrong with indicators.yaml: ids used twice or not known, formulas that lead back
 * to themselves or do not give their unit, percentages that are added or averaged, commitments
 * without a measure, classes not marked as ours, quotations that are not in the text, names of what is
 * not held.
 */
export function checkIndicators(
  file: IndicatorsFile,
  { plan, placeOf }: { readonly plan: MeasuredPlan; readonly placeOf: PlaceOf },
): Finding[] {
  const byId = new Map(file.indicators.map((item) => [item.id, item]));
  const themes = new Set(file.themes.map((item) => item.id));
  const find = (id: string) => byId.get(id);
  return [
    ...duplicates(file, placeOf),
    ...sameNames(file.indicators, placeOf),
    ...checkForbiddenNames(file, placeOf),
    ...file.indicators.flatMap((indicator, index) => [
      ...references(indicator, index, { byId, themes, plan, placeOf }),
      ...method(indicator, index, placeOf),
      ...checkUnits(indicator, index, { find, placeOf }),
      ...labels(indicator, index, { text: plan.text, placeOf }),
    ]),
    ...cycles(file.indicators, placeOf),
    ...checkMeasures(file, { plan, placeOf }),
  ];
}

function duplicates(file: IndicatorsFile, placeOf: PlaceOf): Finding[] {
  const lists = ['themes', 'indicators', 'villageCriteria'] as const;
  return lists.flatMap((name) => {
    const ids = file[name].map((item) => item.id);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [finding('id-duplicate', placeOf([name, index]), { id })] : [],
    );
  });
}

/** Names are compared as an import compares them. */
function sameNames(indicators: readonly Indicator[], placeOf: PlaceOf): Finding[] {
  const known = new Map<string, string>();
  return indicators.flatMap(({ id, name: { zh, en }, aliases }, index) =>
    [zh, en, ...aliases].flatMap((name) => {
      const other = known.get(labelKey(name));
      known.set(labelKey(name), other ?? id);
      return other === undefined || other === id
        ? []
        : [finding('name-duplicate', placeOf(['indicators', index, 'name']), { name, id: other })];
    }),
  );
}

interface Known {
  readonly byId: ReadonlyMap<string, Indicator>;
  readonly themes: ReadonlySet<string>;
  readonly plan: MeasuredPlan;
  readonly placeOf: PlaceOf;
}

function references(indicator: Indicator, index: number, known: Known): Finding[] {
  const missing = (isKnown: boolean, field: string, id: string) =>
    isKnown
      ? []
      : [finding('reference-unknown', known.placeOf(['indicators', index, field]), { field, id })];
  const others: readonly (readonly [string, readonly string[]])[] = [
    ['aggregation', aggregationOperands(indicator.aggregation)],
    ['derived', formulaOperands(indicator.derived)],
    ['partOf', indicator.partOf === undefined ? [] : [indicator.partOf]],
  ];
  return [
    ...missing(known.themes.has(indicator.theme), 'theme', indicator.theme),
    ...others.flatMap(([field, ids]) =>
      ids.flatMap((id) => missing(known.byId.has(id), field, id)),
    ),
    ...indicator.clauses.flatMap((id) => missing(known.plan.clauses.has(id), 'clauses', id)),
  ];
}

function method(indicator: Indicator, index: number, placeOf: PlaceOf): Finding[] {
  const { id, unit, aggregation, derived, note } = indicator;
  const at = (field: string) => placeOf(['indicators', index, field]);
  if ((aggregation === undefined) === (derived === undefined))
    return [finding('method-missing', placeOf(['indicators', index]), { id })];
  if (aggregation?.kind === 'sum' && isRate(unit))
    return [finding('percentage-added', at('aggregation'), { id, unit })];
  if (aggregation?.kind === 'mean' && isRate(unit) && note === undefined)
    return [finding('mean-unexplained', at('aggregation'), { id })];
  return [];
}

/** A share, an index, an amount a head: of two places together it is no sum. */
function isRate(unit: string): boolean {
  const dimension = parseUnit(unit)?.dimension ?? '';
  return dimension === 'none' ? unit !== '' : /\/|^percentage-point$|^index/.test(dimension);
}

/** Classes that plans sort their indicators by. */
const classes = ['约束性', '预期性'];

function labels(
  indicator: Indicator,
  index: number,
  { text, placeOf }: { readonly text: string; readonly placeOf: PlaceOf },
): Finding[] {
  const { id, name, definition, note } = indicator;
  const words = [name.zh, definition.zh, note?.zh ?? ''].join('\n');
  const where = placeOf(['indicators', index]);
  return [
    ...classes
      .filter((label) => words.includes(label) && !text.includes(label))
      .map((label) => finding('label-unmarked', where, { id, label })),
    ...indicator.ownLabels
      .filter((label) => text.includes(label))
      .map((label) => {
        const at = placeOf(['indicators', index, 'ownLabels']);
        return finding('label-printed', at, { id, label });
      }),
  ];
}

function cycles(indicators: readonly Indicator[], placeOf: PlaceOf): Finding[] {
  const edges = new Map(
    indicators.map((item) => [
      item.id,
      [...formulaOperands(item.derived), ...aggregationOperands(item.aggregation)],
    ]),
  );
  return inCycles(edges).map((id) => {
    const index = indicators.findIndex((item) => item.id === id);
    const field = indicators[index]?.derived ? 'derived' : 'aggregation';
    return finding('reference-cycle', placeOf(['indicators', index, field]), { id, field });
  });
}

function aggregationOperands(aggregation: Aggregation | undefined): readonly string[] {
  if (aggregation?.kind === 'mean') return [aggregation.weight];
  if (aggregation?.kind === 'ratio') return [aggregation.numerator, aggregation.denominator];
  return [];
}

function formulaOperands(formula: Formula | undefined): readonly string[] {
  if (formula === undefined) return [];
  if (formula.op === 'sum') return formula.of;
  if (formula.op === 'difference') return [formula.of, formula.less];
  return 'by' in formula ? [formula.of, formula.by] : [formula.of];
}
