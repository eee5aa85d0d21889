/**
 * Returns what breaks the rules of https://json-stat.org/full/ for a dataset of version 2.0, written
 * from that page and apart from the writer.
 */
export function jsonStatFaults(answer: unknown): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const data = answer as Record<string, unknown>;
  check(data.version === '2.0', 'version');
  check(data.class === 'dataset', 'class');
  for (const name of ['label', 'source']) check(typeof data[name] === 'string', name);
  const { updated } = data;
  check(
    updated === undefined || !Number.isNaN(Date.parse(String(updated))),
    'updated is an ISO date',
  );
  check(data.note === undefined || isTexts(data.note), 'note is a list of texts');
  const id = data.id as string[];
  const size = data.size as number[];
  const dimension = data.dimension as Record<string, Record<string, unknown>>;
  check(isTexts(id) && new Set(id).size === id.length, 'id lists dimensions, each once');
  check(
    Array.isArray(size) && size.length === id.length && size.every(Number.isInteger),
    'size has one whole number for each id',
  );
  check(
    [...id].sort().join() === Object.keys(dimension).sort().join(),
    'dimension describes exactly the ids',
  );
  for (const [at, name] of id.entries())
    faults.push(...dimensionFaults(name, dimension[name], size[at]));
  faults.push(...roleFaults(data.role, id));
  const cells = size.reduce((product, length) => product * length, 1);
  faults.push(...cellFaults('value', data.value, cells, ['number']));
  faults.push(...cellFaults('status', data.status, cells, ['string']));
  check(isObject(data.extension), 'extension is an object');
  return faults;
}

function dimensionFaults(
  name: string,
  dimension: Record<string, unknown> | undefined,
  size: number | undefined,
): string[] {
  const category = dimension?.category as Record<string, unknown> | undefined;
  if (!category) return [`${name}: no category`];
  const index = category.index as string[];
  const faults: string[] = [];
  if (!isTexts(index) || new Set(index).size !== index.length) faults.push(`${name}: index`);
  if (index.length !== size) faults.push(`${name}: ${index.length} categories, size ${size}`);
  for (const part of ['label', 'unit', 'note', 'coordinates', 'child']) {
    const told = category[part];
    if (told === undefined) continue;
    if (!isObject(told)) faults.push(`${name}: ${part} is no object`);
    for (const key of Object.keys(told as object))
      if (!index.includes(key)) faults.push(`${name}: ${part} of ${key}`);
  }
  return faults;
}

function roleFaults(role: unknown, id: readonly string[]): string[] {
  if (role === undefined) return [];
  return Object.entries(role as Record<string, string[]>).flatMap(([name, dimensions]) => [
    ...(['time', 'geo', 'metric'].includes(name) ? [] : [`role ${name}`]),
    ...dimensions.filter((item) => !id.includes(item)).map((item) => `role of ${item}`),
  ]);
}

/** Sparse: an object whose keys are places in the cube. */
function cellFaults(name: string, told: unknown, cells: number, types: string[]): string[] {
  if (!isObject(told)) return [`${name} is no object`];
  return Object.entries(told as object).flatMap(([key, value]) => [
    ...(/^(?:0|[1-9]\d*)$/.test(key) && Number(key) < cells ? [] : [`${name} at ${key}`]),
    ...(types.includes(typeof value) ? [] : [`${name} at ${key} is ${typeof value}`]),
  ]);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
