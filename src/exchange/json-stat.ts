import { isDecimal } from '../domain/table.ts';
import { encodeText } from './text-chunks.ts';

/** A dimension of a cube and its categories, in order. */
export interface JsonStatDimension {
  readonly id: string;
  readonly label: string;
  /** What the dimension says: when, where or of what. */
  readonly role?: 'time' | 'geo' | 'metric';
  readonly categories: readonly JsonStatCategory[];
}

export interface JsonStatCategory {
  readonly id: string;
  readonly label: string;
  /** Of a metric: its unit, and the digits it is shown with. */
  readonly unit?: { readonly label: string; readonly decimals: number };
  readonly note?: readonly string[];
}

/** A cell that says something: its place in each dimension, its value or why there is none. */
export interface JsonStatCell {
  readonly position: readonly number[];
  readonly value: string | number | null;
  /** What the value is short of, or why there is none; null where there is nothing to say. */
  readonly status: string | null;
  /** The place of its source in `extension.sources`. */
  readonly source: number | null;
  /** Members with a figure, and members there are. */
  readonly coverage: readonly [number, number] | null;
}

/** What a cube says of itself as a whole. */
export interface JsonStatHead {
  readonly label: string;
  readonly source: string;
  /** An ISO instant. */
  readonly updated: string | null;
  readonly note: readonly string[];
  readonly dimensions: readonly JsonStatDimension[];
  /** What the format has no word for: sources, instant, the words of the statuses. */
  readonly extension: Readonly<Record<string, unknown>>;
}

/**
 * Yields a JSON-stat 2.0 dataset (https://json-stat.org/full/). `cells` is asked once for each thing
 * told about cells: values, statuses, sources, coverage; it must give the same each time. So memory
 * does not grow with the cells. Values are sparse objects by the place in the cube; decimals keep
 * every digit. Throws a RangeError on a cell outside the dimensions.
 */
export function writeJsonStat(
  head: JsonStatHead,
  cells: () => Iterable<JsonStatCell> | AsyncIterable<JsonStatCell>,
): AsyncGenerator<Uint8Array> {
  return encodeText(textsOf(head, cells));
}

type Cells = Parameters<typeof writeJsonStat>[1];

async function* textsOf(head: JsonStatHead, cells: Cells): AsyncGenerator<string> {
  const size = head.dimensions.map((dimension) => dimension.categories.length);
  yield headText(head, size);
  yield ',"value":{';
  yield* entries(cells, size, (cell) => numberText(cell.value));
  yield '},"status":{';
  yield* entries(cells, size, (cell) => (cell.status === null ? null : quoted(cell.status)));
  const rest = JSON.stringify(head.extension).slice(1, -1);
  yield `},"extension":{${rest}${rest === '' ? '' : ','}"source":{`;
  yield* entries(cells, size, (cell) => (cell.source === null ? null : String(cell.source)));
  yield '},"coverage":{';
  yield* entries(cells, size, (cell) => (cell.coverage ? `[${cell.coverage.join(',')}]` : null));
  yield '}}}\n';
}

function headText(head: JsonStatHead, size: readonly number[]): string {
  const { dimensions } = head;
  const text = JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: head.label,
    source: head.source,
    ...(head.updated !== null && { updated: head.updated }),
    ...(head.note.length > 0 && { note: head.note }),
    id: dimensions.map((dimension) => dimension.id),
    size,
    role: rolesOf(dimensions),
    dimension: Object.fromEntries(dimensions.map((item) => [item.id, dimensionOf(item)])),
  });
  return text.slice(0, -1);
}

function rolesOf(dimensions: readonly JsonStatDimension[]): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  for (const { id, role } of dimensions) if (role) roles[role] = [...(roles[role] ?? []), id];
  return roles;
}

function dimensionOf({ label, categories }: JsonStatDimension) {
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
  textOf: (cell: JsonStatCell) => string | null,
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
