import type { CubeCell, CubeDimension, DataCube } from '../domain/data-cube.ts';
import { isDecimal } from '../domain/table.ts';
import { encodeText } from './text-chunks.ts';

/**
 * Yields a JSON-stat 2.0 dataset (https://json-stat.org/full/). `cells` is asked once for each thing
 * told about cells: values, statuses, sources, coverage; it must give the same each time. So memory
 * does not grow with the cells. Values are sparse objects by the place in the cube; decimals keep
 * every digit. Throws a RangeError on a cell outside the dimensions.
 */
export function writeJsonStat(
  cube: DataCube,
  cells: () => Iterable<CubeCell> | AsyncIterable<CubeCell>,
): AsyncGenerator<Uint8Array> {
  return encodeText(textsOf(cube, cells));
}

type Cells = Parameters<typeof writeJsonStat>[1];

async function* textsOf(cube: DataCube, cells: Cells): AsyncGenerator<string> {
  const size = cube.dimensions.map((dimension) => dimension.categories.length);
  yield headText(cube, size);
  yield ',"value":{';
  yield* entries(cells, size, (cell) => numberText(cell.value));
  yield '},"status":{';
  yield* entries(cells, size, (cell) => (cell.status === null ? null : quoted(cell.status)));
  const rest = JSON.stringify(cube.extension).slice(1, -1);
  yield `},"extension":{${rest}${rest === '' ? '' : ','}"source":{`;
  yield* entries(cells, size, (cell) => (cell.source === null ? null : String(cell.source)));
  yield '},"coverage":{';
  yield* entries(cells, size, (cell) => (cell.coverage ? `[${cell.coverage.join(',')}]` : null));
  yield '}}}\n';
}

function headText(cube: DataCube, size: readonly number[]): string {
  const { dimensions } = cube;
  const text = JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: cube.label,
    source: cube.source,
    ...(cube.updated !== null && { updated: cube.updated }),
    ...(cube.note.length > 0 && { note: cube.note }),
    id: dimensions.map((dimension) => dimension.id),
    size,
    role: rolesOf(dimensions),
    dimension: Object.fromEntries(dimensions.map((item) => [item.id, dimensionOf(item)])),
  });
  return text.slice(0, -1);
}

function rolesOf(dimensions: readonly CubeDimension[]): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  for (const { id, role } of dimensions) if (role) roles[role] = [...(roles[role] ?? []), id];
  return roles;
}

function dimensionOf({ label, categories }: CubeDimension) {
  const withUnit = categories.filter((category) => category.unit);
  const withNote = categories.filter((category) => category.note);
  return {
    label,
    category: {
      index: categories.map((category) => category.id),
      label: Object.fromEntries(categories.map((category) => [category.id, category.label])),
      ...(withUnit.length > 0 && {
        unit: Object.fromEntries(withUnit.map((category) => [category.id, category.unit])),
      }),
      ...(withNote.length > 0 && {
        note: Object.fromEntries(withNote.map((category) => [category.id, category.note])),
      }),
    },
  };
}

async function* entries(
  cells: Cells,
  size: readonly number[],
  textOf: (cell: CubeCell) => string | null,
): AsyncGenerator<string> {
  let mark = '';
  for await (const cell of cells()) {
    const text = textOf(cell);
    if (text === null) continue;
    yield `${mark}"${placeOf(cell.position, size)}":${text}`;
    mark = ',';
  }
}

/** Row-major: the last dimension turns fastest. */
function placeOf(position: readonly number[], size: readonly number[]): number {
  let place = 0;
  for (const [dimension, length] of size.entries()) {
    const index = position[dimension] ?? -1;
    if (index < 0 || index >= length) throw new RangeError(`no category ${index} of ${dimension}`);
    place = place * length + index;
  }
  return place;
}

function numberText(value: string | number | null): string | null {
  if (value === null) return null;
  if (typeof value === 'number' ? !Number.isFinite(value) : !isDecimal(value)) {
    throw new TypeError(`a cell holds ${value}`);
  }
  return String(value);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
