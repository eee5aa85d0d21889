import { expect, test } from 'vitest';
import { ImportMapping } from '../../../src/domain/import-mapping.ts';
import { checkMapping } from '../../../src/statistics/import/check-mapping.ts';
import { exampleIndicators, examplePlaces } from './example.ts';

test.each([
  [
    'a label',
    { indicators: { 少数民族人口: 'registered-population' } },
    ['indicators/少数民族人口'],
  ],
  ['a label left out', { indicators: { 少数民族人口: 'ignore' } }, []],
  [
    'a column',
    { columns: { 民警人数: { indicator: 'registered-population' } } },
    ['columns/民警人数'],
  ],
  ['a part', { figures: { breakdown: 'ethnicity=han' } }, ['figures/breakdown']],
  ['a part of men', { figures: { breakdown: 'sex=M' } }, []],
])('a mapping does not make of what is not held an indicator: %s', (_, mapping, at) => {
  const found = checkMapping(
    ImportMapping.parse(mapping),
    { places: examplePlaces, indicators: exampleIndicators },
    (path) => ({ file: path.join('/') }),
  );
  expect(found.map(({ code, where }) => `${code} ${where.file}`)).toEqual(
    at.map((path) => `field-forbidden ${path}`),
  );
});
