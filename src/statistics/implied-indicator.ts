import type { Formula, Indicator } from '../domain/indicator.ts';
import { parseUnit } from '../domain/unit-of-measure.ts';
import type { Indicators } from './evaluate.ts';

const pattern = /^([a-z0-9-]+)~(growth|change)(?:-([1-9]\d?))?$/;

/**
 * Returns the id of the indicator that says how another moved over so many years: the one the plan
 * defines where it does, else an implied one, `gdp~growth`, `urban-share~change-10`. A percentage
 * moves by percentage points, everything else by per cent. Null for what is itself a movement, a
 * date, or a yes or no.
 */
export function movementId(
  indicator: Indicator,
  over: number,
  indicators: Indicators,
): string | null {
  if (isMovement(indicator)) return null;
  const unit = parseUnit(indicator.unit);
  if (!unit || ['date', 'yes-no', 'index-last-year'].includes(unit.dimension)) return null;
  const op = isPercentage(indicator) ? 'change' : 'growth';
  for (const { id, derived } of indicators.values())
    if (derived?.op === op && derived.of === indicator.id && derived.over === over) return id;
  return `${indicator.id}~${op}${over === 1 ? '' : `-${over}`}`;
}

/** Returns an implied indicator by its id, or null where the id implies none. */
export function impliedIndicator(id: string, indicators: Indicators): Indicator | null {
  const [, base = '', op, years = '1'] = pattern.exec(id) ?? [];
  const of = indicators.get(base);
  if (!of || (op !== 'growth' && op !== 'change')) return null;
  if ((op === 'change') !== isPercentage(of) || isMovement(of)) return null;
  const over = Number(years);
  return {
    id,
    theme: of.theme,
    name: nameOf(of, over, op),
    aliases: [],
    definition: definitionOf(of, over, op),
    unit: op === 'growth' ? '%' : '百分点',
    direction: of.direction,
    digits: op === 'growth' ? 1 : Math.max(1, of.digits),
    frequency: of.frequency,
    timing: of.timing,
    derived: { op, of: of.id, over },
    range: {},
    source: of.source,
    standing: of.standing,
    clauses: of.clauses,
    ownLabels: [],
    breaks: of.breaks,
  };
}

/** Returns the indicators with those that some ids imply beside them. */
export function withImplied(indicators: Indicators, ids: readonly string[]): Indicators {
  const implied = ids.flatMap((id) => {
    const made = indicators.has(id) ? null : impliedIndicator(id, indicators);
    return made ? [[id, made] as const] : [];
  });
  return implied.length === 0 ? indicators : new Map([...indicators, ...implied]);
}

/** Returns whether an indicator is a share counted in hundredths. */
export function isPercentage({ unit }: Pick<Indicator, 'unit'>): boolean {
  const known = parseUnit(unit);
  return known?.dimension === 'none' && known.exponent === -2;
}

/** Returns whether an indicator says how much something moved, so that its figures lie around zero. */
export function isMovement({ derived, unit }: Pick<Indicator, 'derived' | 'unit'>): boolean {
  const ops: readonly (Formula['op'] | undefined)[] = ['growth', 'compound-growth', 'change'];
  return ops.includes(derived?.op) || parseUnit(unit)?.dimension === 'percentage-point';
}

function nameOf(of: Indicator, over: number, op: 'growth' | 'change'): Indicator['name'] {
  const since = over === 1 ? '上年' : `${over}年前`;
  const before = over === 1 ? 'the year before' : `${over} years before`;
  return {
    zh: `${of.name.zh}比${since}${op === 'growth' ? '增长' : '变化'}`,
    en: `${of.name.en}: ${op === 'growth' ? 'growth' : 'change'} on ${before}`,
  };
}

function definitionOf(of: Indicator, over: number, op: 'growth' | 'change'): Indicator['name'] {
  const name = nameOf(of, over, op);
  return op === 'growth'
    ? {
        zh: `${name.zh}的百分比，按公布数计算，未扣除价格因素。`,
        en: `${name.en}, per cent, computed from the figures as published, prices not taken out.`,
      }
    : { zh: `${name.zh}的百分点。`, en: `${name.en}, in percentage points.` };
}
