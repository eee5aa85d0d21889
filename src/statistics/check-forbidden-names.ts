import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import { forbiddenIn } from '../domain/forbidden-fields.ts';
import type { IndicatorsFile } from '../domain/indicator.ts';

/** Returns the indicators and themes whose names, aliases included, ask for what is not held. */
export function checkForbiddenNames(
  { indicators, themes }: Pick<IndicatorsFile, 'indicators' | 'themes'>,
  placeOf: PlaceOf,
): Finding[] {
  const named = [
    ...indicators.map(({ name, aliases }, at) => ({
      names: [name.zh, name.en, ...aliases],
      path: ['indicators', at, 'name'],
    })),
    ...themes.map(({ name }, at) => ({ names: [name.zh, name.en], path: ['themes', at, 'name'] })),
  ];
  return named.flatMap(({ names, path }) => {
    const found = forbiddenIn(names);
    if (!found) return [];
    const { zh, en } = found.topic.name;
    const params = { name: found.name, topic: zh, topicEn: en };
    return [finding('indicator-forbidden', placeOf(path), params)];
  });
}
