import type { Indicator } from '../../domain/indicator.ts';
import type { PeriodNumber } from '../../domain/period.ts';
import type { Territory } from '../../domain/territory.ts';
import type { ValueColumn } from './columns.ts';
import type { FigureChecks } from './figure-checks.ts';
import { type FigureProblem, placeOfField, taken } from './figure-problem.ts';
import type { Setting } from './header-cell.ts';
import type { ImportNames } from './import-context.ts';
import type { NamedIndicator } from './indicator-names.ts';
import { type Problem, type Resolved, refused } from './known.ts';
import { shown } from './label.ts';
import type { Layout } from './layout.ts';
import { mergedWords } from './period-words.ts';
import type { RowFields } from './row-fields.ts';

/** What a figure is about. */
export interface FigureSubject {
  readonly indicator: Indicator;
  /** As stated beside the name of the indicator. */
  readonly unit: string | null;
  readonly period: PeriodNumber;
  readonly place: Territory;
}

export type SubjectReader = (
  fields: RowFields,
  heading: string | null,
  column: ValueColumn,
  problems: FigureProblem[],
) => FigureSubject | 'left-out' | null;

/**
 * Returns a function that says what the figure of a row in a column is about, by the row, the header,
 * the title and the mapping, the nearer first; null with its problems where it cannot be told.
 */
export function subjectReader(
  layout: Layout,
  names: ImportNames,
  checks: FigureChecks,
): SubjectReader {
  const shared = layout.words.setting;
  const atIndicator = placeOfField(layout, ['indicator']);
  const atPeriod = placeOfField(layout, ['period']);
  const atPlace = placeOfField(layout, ['name', 'code']);
  // A cell left blank below 指标 or 时期 does not mean what the title says.
  const listed = {
    indicator: layout.fields.has('indicator'),
    period: layout.fields.has('period'),
  };
  const named = layout.fields.has('name') || layout.fields.has('code');
  const oneByOne = layout.form === 'long' && named;
  const farPeriod = mergedWords(shared.period, layout.given.period);
  return (fields, heading, { index, setting }, problems) => {
    if (isLeftOut(fields, names)) return 'left-out';
    const far = listed.indicator ? null : (shared.indicator ?? layout.given.indicator);
    const found = indicatorOf(fields, setting, far, names);
    if (!found.ok && !oneByOne && found.problem.code === 'indicator-unknown') {
      // A yearbook lists more than a plan measures: as with a column that is not known.
      const problem = { ...found.problem, code: 'indicator-left-out' as const };
      problems.push({ problem, ...atIndicator(index), once: 'table' });
      return 'left-out';
    }
    const known = taken(found, atIndicator(index), problems);
    if (known === null) return null;
    const { indicator, unit } = known;
    const near = mergedWords(setting.period, fields.period);
    const words = listed.period && near === null ? null : mergedWords(near, farPeriod);
    const dated =
      fields.periodText === ''
        ? checks.period({ words, indicator })
        : refused('period-invalid', { text: shown(fields.periodText) });
    const period = taken(dated, atPeriod(index), problems);
    if (period === null) return null;
    const placed = placeOf(fields, heading, setting, layout, names, Math.floor(period / 100));
    if (!placed.ok && isOther(placed.problem, names)) return 'left-out';
    const place = taken(placed, atPlace(index), problems);
    return place === null ? null : { indicator, unit, period, place };
  };
}

function isLeftOut(fields: RowFields, names: ImportNames): boolean {
  return (
    names.mapping.territories[fields.name] === 'ignore' ||
    (fields.indicator !== '' && names.indicatorNames.isIgnored(fields.indicator))
  );
}

/** A place outside the register, where the mapping lets those stay out. */
function isOther({ code }: Problem, names: ImportNames): boolean {
  return code === 'territory-unknown' && names.mapping.others === 'ignore';
}

function indicatorOf(
  fields: RowFields,
  column: Setting,
  far: Indicator | null,
  names: ImportNames,
): Resolved<NamedIndicator> {
  const found = namedIn(fields, column, far, names);
  if (!found.ok || found.value.indicator.derived === undefined) return found;
  const { zh, en } = found.value.indicator.name;
  return refused('indicator-derived', { name: zh, nameEn: en });
}

function namedIn(
  fields: RowFields,
  { indicator, unit }: Setting,
  far: Indicator | null,
  names: ImportNames,
): Resolved<NamedIndicator> {
  if (indicator !== null) return { ok: true, value: { indicator, unit } };
  if (fields.indicator !== '') return names.indicatorNames.resolve(fields.indicator);
  if (far === null) return refused('indicator-missing', {});
  return { ok: true, value: { indicator: far, unit: null } };
}

function placeOf(
  { code, name, province, prefecture }: RowFields,
  heading: string | null,
  column: Setting,
  layout: Layout,
  names: ImportNames,
  year: number,
): Resolved<Territory> {
  const own = code !== '' || name !== '';
  // Where rows are to name their place, one that does not is no row of the place in the title.
  const named = layout.fields.has('name') || layout.fields.has('code');
  const far = named ? null : (layout.words.setting.territory ?? layout.given.territory);
  const other = column.territory ?? far;
  if (other === null && !own) return refused('row-unlabelled', {});
  return names.placeNames.resolve({
    code: other ?? code,
    name: other === null ? name : '',
    province,
    prefecture,
    within: heading,
    year,
  });
}
