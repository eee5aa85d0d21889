import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { MapApproval } from '../../src/domain/boundary.ts';
import { readBoundary } from '../../src/server/boundary.ts';

const folder = mkdtempSync(join(tmpdir(), 'xingbian-boundary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = {
  type: 'LineString',
  coordinates: [
    [120, 40],
    [121, 41],
  ],
};
const collection = (geometry: unknown) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { name: 'x' }, geometry }],
});

function read(content: string) {
  const file = join(folder, 'layer.json');
  writeFileSync(file, content);
  return readBoundary({ file, approval: 'GS（2020）4619号' });
}

test('without a layer no boundary is drawn', () => {
  expect(readBoundary(null)).toBeNull();
});

test('a layer keeps its shapes and its number, and nothing else', () => {
  expect(read(JSON.stringify(collection(line)))).toEqual({
    approval: 'GS（2020）4619号',
    shapes: [line],
  });
});

describe.each([
  ['no JSON', '{'],
  ['no GeoJSON', '{"type":"Topology"}'],
  ['points', JSON.stringify(collection({ type: 'Point', coordinates: [1, 2] }))],
  ['no features', '{"type":"FeatureCollection","features":[]}'],
])('a file of %s', (_, content) => {
  test('is refused in one sentence', () => {
    expect(() => read(content)).toThrow('boundary-file');
  });
});

test('a file that is not there is refused', () => {
  const file = join(folder, 'none.json');
  expect(() => readBoundary({ file, approval: 'GS（2020）4619号' })).toThrow('ENOENT');
});

test.each(['GS（2020）4619号', 'GS(2019)1822号', '云S（2021）8号', 'GS京（2022）1061号'])(
  '%s is the number of an examination',
  (text) => expect(MapApproval.safeParse(text).success).toBe(true),
);

test.each(['', '4619', 'GS2020-4619', '已审'])('%s is not', (text) =>
  expect(MapApproval.safeParse(text).success).toBe(false),
);
