import { type Finding, finding } from '../domain/finding.ts';
import type { Form, FormRule } from '../domain/form.ts';
import { conversionExponent } from '../domain/unit-of-measure.ts';
import type { FormsContext } from './forms-context.ts';

/** Returns what is wrong with the rules of a form: a line that is not on it, units that do not compare. */
export function checkFormRules(
  form: Form,
  index: number,
  { indicators, placeOf }: Pick<FormsContext, 'indicators' | 'placeOf'>,
): Finding[] {
  const lines = new Set(
    form.sections.flatMap(({ fields }) => fields.map(({ indicator }) => indicator)),
  );
  const unitOf = (id: string) => indicators.get(id)?.unit;
  return form.rules.flatMap((rule, at) => {
    const where = placeOf(['forms', index, 'rules', at]);
    const missing = idsOf(rule).filter((id) => !lines.has(id));
    if (missing.length > 0) return missing.map((id) => finding('form-rule-line', where, { id }));
    return comparedIn(rule).flatMap(([id, other]) => {
      const [unit, otherUnit] = [unitOf(id), unitOf(other)];
      if (unit === undefined || otherUnit === undefined) return [];
      if (conversionExponent(unit, otherUnit) !== null) return [];
      return [finding('form-rule-unit', where, { id, unit, other, otherUnit })];
    });
  });
}

function idsOf(rule: FormRule): readonly string[] {
  if (rule.kind === 'sum') return [rule.whole, ...rule.parts];
  return rule.kind === 'at-most' ? [rule.part, rule.whole] : [rule.of, rule.by];
}

/** The pairs of a rule that have to measure the same; a quotient may be of anything. */
function comparedIn(rule: FormRule): readonly (readonly [string, string])[] {
  if (rule.kind === 'sum') return rule.parts.map((part) => [part, rule.whole] as const);
  return rule.kind === 'at-most' ? [[rule.part, rule.whole]] : [];
}
