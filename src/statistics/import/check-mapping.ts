import { type Finding, finding, type PlaceOf } from '../../domain/finding.ts';
import { forbiddenTopic } from '../../domain/forbidden-fields.ts';
import type { ImportMapping } from '../../domain/import-mapping.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';
import type { Places } from '../places.ts';
import { forbiddenProblem } from './header-problems.ts';

/**
 * Returns a finding for each id and each unit of a mapping that is not there, and for each label that
 * it takes for an indicator, and each part of a whole, that is not held.
 */
export function checkMapping(
  mapping: ImportMapping,
  { places, indicators }: { readonly places: Places; readonly indicators: readonly Indicator[] },
  placeOf: PlaceOf,
): Finding[] {
  const findings: Finding[] = [];
  const known = new Set(indicators.map((item) => item.id));
  const check = (kind: keyof typeof kinds, id: string | undefined, path: readonly string[]) => {
    if (id === undefined || id === 'ignore' || isKnown[kind](id)) return;
    const { zh, en } = kinds[kind];
    findings.push(finding('mapping-unknown', placeOf(path), { kind: zh, kindEn: en, id }));
  };
  const isKnown = {
    territory: (id: string) => places.territory(id) !== undefined,
    indicator: (id: string) => known.has(id),
    unit: (unit: string) => parseUnit(unit) !== null,
  };
  for (const [name, id] of Object.entries(mapping.territories))
    check('territory', id, ['territories', name]);
  for (const [label, id] of Object.entries(mapping.indicators))
    check('indicator', id, ['indicators', label]);
  const settings = Object.entries(mapping.columns).flatMap(([name, column]) =>
    typeof column === 'object' ? [{ setting: column, path: ['columns', name] }] : [],
  );
  for (const { setting, path } of [...settings, { setting: mapping.figures, path: ['figures'] }])
    for (const kind of ['territory', 'indicator', 'unit'] as const)
      check(kind, setting[kind], [...path, kind]);
  return [...findings, ...forbidden(mapping, placeOf)];
}

/** The words of a column that is left out stop the file as well: see `problemsOf`. */
function forbidden({ columns, indicators, figures }: ImportMapping, placeOf: PlaceOf): Finding[] {
  const settings = Object.entries(columns).flatMap(([name, column]) =>
    typeof column === 'object' ? [{ setting: column, path: ['columns', name] }] : [],
  );
  const named = [
    ...settings.map(({ path }) => ({ name: path[1] ?? '', path })),
    ...Object.entries(indicators).flatMap(([name, id]) =>
      id === 'ignore' ? [] : [{ name, path: ['indicators', name] }],
    ),
    ...[...settings, { setting: figures, path: ['figures'] }].flatMap(({ setting, path }) =>
      setting.breakdown ? [{ name: setting.breakdown, path: [...path, 'breakdown'] }] : [],
    ),
  ];
  return named.flatMap(({ name, path }) => {
    const topic = forbiddenTopic(name);
    if (!topic) return [];
    const { code, params } = forbiddenProblem(name, topic);
    return [finding(code, placeOf(path), params)];
  });
}

const kinds = {
  territory: { zh: '地区', en: 'place' },
  indicator: { zh: '指标', en: 'indicator' },
  unit: { zh: '计量单位', en: 'unit' },
} as const;
