import type { DataResource } from '../../domain/data-resource.ts';
import type { Language } from '../../domain/finding.ts';
import type { Aggregation, Formula, Indicator } from '../../domain/indicator.ts';
import type { TableCell } from '../../domain/table.ts';
import type { Territory } from '../../domain/territory.ts';
import type { Places } from '../places.ts';
import type { ExportedPlace, ExportedPublication, ExportedSource } from './exported-series.ts';
import { type FieldKey, fieldsOf } from './field-table.ts';
import { emptyAsNull, wholeSecond } from './observation-rows.ts';

/** Returns the indicators with their definitions, as a table that describes itself. */
export function indicatorResource(
  indicators: readonly Indicator[],
  language: Language,
): DataResource {
  return resource('indicators', ['指标', 'Indicators'], language, {
    description: ['指标的定义、单位、汇总规则和来源', 'Definition, unit, aggregation and source'],
    keys: [
      ...(['id', 'title', 'name_en', 'definition', 'definition_en', 'unit', 'shown_in'] as const),
      ...(['digits', 'direction', 'frequency', 'timing', 'aggregation', 'formula'] as const),
      ...(['agency', 'publication', 'standing', 'clauses', 'breaks', 'note'] as const),
    ],
    rows: indicators.map((item) => indicatorRow(item, language)),
  });
}

/** Returns the places of the register, as a table that describes itself. */
export function territoryResource(places: Places, language: Language): DataResource {
  const groups = groupsByTerritory(places);
  const { territories } = places.register;
  return resource('territories', ['地区', 'Territories'], language, {
    description: ['地区的名称、所属和分组', 'Names, places above, groups'],
    keys: [
      'id',
      'name',
      'kind',
      'within',
      'from',
      'until',
      'groups',
      'certainty',
      'source',
      'note',
    ],
    rows: territories.map((item) => territoryRow(item, places, groups)),
  });
}

/** Returns the rows of a question as places: a place, or several taken together. */
export function placeResource(places: readonly ExportedPlace[], language: Language): DataResource {
  return resource('places', ['地区', 'Places'], language, {
    description: ['所查询的地区和合在一起的地区', 'The places asked for, and those taken together'],
    keys: ['id', 'name', 'group', 'place', 'members'],
    rows: places.map((place) => [
      place.token,
      place.name[language],
      place.group,
      place.territory,
      place.members,
    ]),
  });
}

/** Returns the sources of figures with what may be done with them, as a table that describes itself. */
export function sourceResource(
  sources: readonly ExportedSource[],
  language: Language,
): DataResource {
  const { columns, ...rest } = resource('sources', ['来源', 'Sources'], language, {
    description: ['数据来源、口径和许可', 'Sources, what they take in, and licences'],
    keys: ['source', 'enclosed', 'licence'],
    rows: sources.map((item) => [item.source, item.enclosed, item.licence]),
  });
  const required = columns.map((column) =>
    column.key === 'licence' ? column : { ...column, required: true },
  );
  return { ...rest, columns: required, primaryKey: ['source', 'enclosed'] };
}

/** Returns the publications figures came with, as a table that describes itself. */
export function publicationResource(
  publications: readonly ExportedPublication[],
  language: Language,
): DataResource {
  return {
    ...resource('publications', ['发布', 'Publications'], language, {
      description: ['数据的历次导入和发布', 'Imports and publications'],
      keys: ['number', 'recorded', 'title', 'file', 'source', 'licence'],
      rows: publications.map((item) => [
        item.number,
        wholeSecond(item.recorded),
        item.title[language],
        item.file,
        item.source,
        item.licence,
      ]),
    }),
    primaryKey: ['number'],
  };
}

function resource(
  id: string,
  [zh, en]: readonly [string, string],
  language: Language,
  told: {
    readonly description: readonly [string, string];
    readonly keys: readonly FieldKey[];
    readonly rows: readonly (readonly TableCell[])[];
  },
): DataResource {
  return {
    id,
    name: language === 'zh' ? zh : en,
    description: told.description[language === 'zh' ? 0 : 1],
    columns: fieldsOf(told.keys, language),
    rows: told.rows,
    primaryKey: ['id'],
    foreignKeys: [],
  };
}

function indicatorRow(item: Indicator, language: Language): TableCell[] {
  return [
    item.id,
    item.name.zh,
    item.name.en,
    item.definition.zh,
    item.definition.en,
    emptyAsNull(item.unit),
    item.shownIn ?? null,
    item.digits,
    item.direction,
    item.frequency,
    item.timing,
    item.aggregation ? aggregationText(item.aggregation) : null,
    item.derived ? formulaText(item.derived) : null,
    item.source.agency,
    item.source.publication,
    item.standing,
    item.clauses.join(' ') || null,
    item.breaks.map(({ period, note }) => `${period} ${note[language]}`).join('; ') || null,
    item.note?.[language] ?? null,
  ];
}

/** Returns a way to add up, in the ids of indicators. */
export function aggregationText(aggregation: Aggregation): string {
  switch (aggregation.kind) {
    case 'mean':
      return `mean weighted by ${aggregation.weight}`;
    case 'ratio': {
      const { numerator, denominator, times } = aggregation;
      return `sum(${numerator}) / sum(${denominator}) * ${times}`;
    }
    default:
      return aggregation.kind;
  }
}

/** Returns a formula, in the ids of indicators. */
export function formulaText(formula: Formula): string {
  switch (formula.op) {
    case 'share':
      return `${formula.of} / ${formula.by} * 100`;
    case 'ratio':
    case 'per-capita':
      return `${formula.of} / ${formula.by}`;
    case 'growth':
      return `(${formula.of} / ${formula.of}[-${formula.over}] - 1) * 100`;
    case 'change':
      return `${formula.of} - ${formula.of}[-${formula.over}]`;
    case 'compound-growth':
      return `((${formula.of} / ${formula.of}[${formula.since}]) ^ (1 / years) - 1) * 100`;
    case 'index':
      return `${formula.of} / ${formula.of}[${formula.base}] * 100`;
    case 'sum':
      return formula.of.join(' + ');
    case 'difference':
      return `${formula.of} - ${formula.less}`;
  }
}

function groupsByTerritory(places: Places): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const group of places.register.groups) {
    for (const id of new Set(places.memberships(group.id).map((item) => item.territory))) {
      groups.set(id, [...(groups.get(id) ?? []), group.id]);
    }
  }
  return groups;
}

function territoryRow(
  item: Territory,
  places: Places,
  groups: ReadonlyMap<string, readonly string[]>,
): TableCell[] {
  return [
    item.id,
    item.name,
    item.kind,
    places.ancestors(item.id)[0] ?? null,
    item.from,
    item.until,
    groups.get(item.id)?.join(' ') ?? null,
    item.certainty,
    item.source,
    item.note,
  ];
}
