import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { IndicatorsFile } from '../../src/domain/indicator.ts';
import { parseAgencies } from '../../src/store/agencies-file.ts';
import { parseTerritories } from '../../src/store/territory-files.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');
const read = (name: string) => readFileSync(join(shipped, name), 'utf8');

/** Returns the printed and statutory names of the agencies of the shipped plan. */
export function readAgencyNames(): string[] {
  return parseAgencies('agencies.csv', read('agencies.csv')).agencies.flatMap(
    ({ name, fullName, successors }) => [name, ...(fullName ? [fullName] : []), ...successors],
  );
}

/** Returns every name a place of the shipped plan has or had. */
export function readPlaceNames(): string[] {
  const { values } = parseTerritories(read('territory/units.csv'), read('territory/names.csv'));
  return values.flatMap(({ name, shortName, names }) => [
    ...new Set([name, shortName, ...names.map((one) => one.name)]),
  ]);
}

/** Returns the names of the indicators of the shipped plan, aliases and English ones included. */
export function parseIndicators(): string[] {
  const { indicators }: IndicatorsFile = parse(read('indicators.yaml'));
  return indicators.flatMap(({ name, aliases = [] }) => [name.zh, name.en, ...aliases]);
}
