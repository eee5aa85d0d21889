import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { forbiddenIn } from '../../src/domain/forbidden-fields.ts';
import { parseIndicators, readAgencyNames, readPlaceNames } from './shipped-names.ts';

interface Schema {
  readonly title: string;
  readonly fields: readonly string[];
  readonly because?: string;
  readonly field?: string;
}

const folder = join(import.meta.dirname, '..', 'cases/forbidden-fields');
const read = (name: string): readonly Schema[] => parse(readFileSync(join(folder, name), 'utf8'));
const names = ({ title, fields }: Schema) => [title, ...fields];

// Each pair after the first was written before the patterns of its time were run on it.
const sets = ['', 'held-out-', 'unseen-', 'last-'] as const;
const all = (kind: string) => sets.flatMap((set) => read(`${set}${kind}.yaml`));

describe('forbidden schemas', () => {
  const schemas = all('forbidden');

  test('are at least forty', () => {
    expect(new Set(schemas.map((one) => names(one).join())).size).toBeGreaterThanOrEqual(40);
  });

  test.each(schemas.map((one) => [names(one).join('、'), one] as const))('%s', (_, one) => {
    const found = forbiddenIn(names(one));
    expect([found?.topic.id, found?.name]).toEqual([one.because, one.field]);
  });
});

describe('permitted schemas', () => {
  const schemas = all('permitted');

  test('are at least sixty', () => {
    expect(new Set(schemas.map((one) => names(one).join())).size).toBeGreaterThanOrEqual(60);
  });

  test.each(schemas.map((one) => [names(one).join('、'), one] as const))('%s', (_, one) => {
    const found = forbiddenIn(names(one));
    expect(found && [found.topic.id, found.name]).toBeNull();
  });
});

test('no name of an agency, a place or an indicator of the shipped plan is forbidden', () => {
  const shipped = [...readAgencyNames(), ...readPlaceNames(), ...parseIndicators()];
  expect(shipped.length).toBeGreaterThan(400);
  const refused = shipped.flatMap((name) => {
    const found = forbiddenIn([name]);
    return found ? [`${name}: ${found.topic.id}`] : [];
  });
  expect(refused).toEqual([]);
});
