import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type Finding,
  type FindingPlace,
  finding,
  hasErrors,
  type PlaceOf,
} from '../domain/finding.ts';
import { IndicatorsFile } from '../domain/indicator.ts';
import { type Dataset, DatasetsFile } from '../domain/observation.ts';
import { type TerritoryRegister, TerritoryRegisterFile } from '../domain/territory.ts';
import {
  type ParsedRows,
  parseEvents,
  parseFrontier,
  parseMembers,
  parseRelations,
  parseSites,
  parseTerritories,
  type TerritoryFile,
  territoryFiles,
} from './territory-files.ts';
import { readTextFile } from './text-file.ts';
import { parseYamlFile, type YamlFile } from './yaml-file.ts';

/** The statistics of a plan's folder, parsed; null where a file is missing or broken. */
export interface StatisticsFolder {
  readonly dir: string;
  readonly register: TerritoryRegister | null;
  readonly indicators: IndicatorsFile | null;
  readonly datasets: readonly Dataset[];
  readonly findings: readonly Finding[];
  readonly placeOf: { readonly register: PlaceOf; readonly indicators: PlaceOf };
}

/** The names of the files beside those of the territory. */
export const statisticsFiles = {
  register: 'territory/register.yaml',
  indicators: 'indicators.yaml',
  datasets: 'data/datasets.yaml',
} as const;

/**
 * Resolves to the statistics of a plan's folder, with findings for whatever is wrong with their
 * files; to null where the folder has no territory/, which a plan need not have. The rows of the
 * data files are not read here.
 */
export async function readStatisticsFolder(dir: string): Promise<StatisticsFolder | null> {
  if (!(await isThere(dir, 'territory'))) return null;
  const [register, indicators, datasets, tables] = await Promise.all([
    readYaml(dir, statisticsFiles.register, TerritoryRegisterFile),
    readYaml(dir, statisticsFiles.indicators, IndicatorsFile),
    readYaml(dir, statisticsFiles.datasets, DatasetsFile),
    readTables(dir),
  ]);
  const list = datasets.value?.datasets ?? [];
  return {
    dir,
    register:
      register.value && !hasErrors(tables.findings)
        ? { ...register.value, ...tables.values }
        : null,
    indicators: indicators.value,
    datasets: list,
    findings: [
      ...register.findings,
      ...tables.findings,
      ...indicators.findings,
      ...datasets.findings,
      ...(await datasetFindings(dir, list, datasets)),
    ],
    placeOf: {
      register: ([name = '', index, ...rest]) =>
        lineOfRow(tables.lines, String(name), index) ??
        placeIn(register, statisticsFiles.register, [name, index ?? '', ...rest]),
      indicators: (path) => placeIn(indicators, statisticsFiles.indicators, path),
    },
  };
}

type Lists = Pick<
  TerritoryRegister,
  'territories' | 'relations' | 'members' | 'events' | 'frontier' | 'sites'
>;
type Lines = Partial<Record<string, { readonly file: string; readonly lines: readonly number[] }>>;

const none: Lists = {
  territories: [],
  relations: [],
  members: [],
  events: [],
  frontier: [],
  sites: [],
};

interface Tables {
  readonly values: Lists;
  readonly lines: Lines;
  readonly findings: readonly Finding[];
}

async function readTables(dir: string): Promise<Tables> {
  const names = Object.keys(territoryFiles) as TerritoryFile[];
  const texts = new Map<TerritoryFile, string>();
  const missing: Finding[] = [];
  for (const name of names) {
    const text = await readTextFile(dir, territoryFiles[name]);
    if (text === null) missing.push(fileMissing(territoryFiles[name]));
    else texts.set(name, text);
  }
  if (missing.length > 0) return { values: none, lines: {}, findings: missing };
  return parseTables((name) => texts.get(name) ?? '');
}

function parseTables(textOf: (name: TerritoryFile) => string): Tables {
  const parsed = {
    territories: parseTerritories(textOf('territories'), textOf('names')),
    relations: parseRelations(textOf('relations')),
    members: parseMembers(textOf('members')),
    events: parseEvents(textOf('events')),
    frontier: parseFrontier(textOf('frontier')),
    sites: parseSites(textOf('sites')),
  };
  const files = Object.entries(parsed) as [TerritoryFile, ParsedRows<unknown>][];
  return {
    values: {
      territories: [...parsed.territories.values],
      relations: [...parsed.relations.values],
      members: [...parsed.members.values],
      events: [...parsed.events.values],
      frontier: [...parsed.frontier.values],
      sites: [...parsed.sites.values],
    },
    lines: Object.fromEntries(
      files.map(([name, { lines }]) => [name, { file: territoryFiles[name], lines }]),
    ),
    findings: files.flatMap(([, { findings }]) => findings),
  };
}

async function datasetFindings(
  dir: string,
  datasets: readonly Dataset[],
  yaml: YamlFile<unknown>,
): Promise<Finding[]> {
  const findings = datasets.map(async ({ id, file }, index) => {
    const where = placeIn(yaml, statisticsFiles.datasets, ['datasets', index, 'file']);
    const repeated = datasets.findIndex((item) => item.id === id) < index;
    const found: Finding[] = repeated ? [finding('id-duplicate', where, { id })] : [];
    if (!/^[^/\\]+$/.test(file)) return [...found, outside(where)];
    const there = await isThere(join(dir, 'data'), file);
    return there ? found : [...found, { ...fileMissing(`data/${file}`), where }];
  });
  return (await Promise.all(findings)).flat();
}

function outside(where: FindingPlace): Finding {
  const reason = {
    reason: '须为 data/ 下的文件名',
    reasonEn: 'must be the name of a file in data/',
  };
  return finding('field-invalid', where, { field: 'file', ...reason });
}

async function readYaml<Value>(
  dir: string,
  name: string,
  schema: z.ZodType<Value>,
): Promise<YamlFile<Value>> {
  const text = await readTextFile(dir, name);
  if (text !== null) return parseYamlFile(name, text, schema);
  return { value: null, findings: [fileMissing(name)], lineOf: () => undefined };
}

async function isThere(dir: string, name: string): Promise<boolean> {
  return stat(join(dir, name)).then(
    () => true,
    () => false,
  );
}

function lineOfRow(lines: Lines, name: string, index: unknown): FindingPlace | null {
  const table = lines[name];
  if (!table) return null;
  const line = table.lines[Number(index)];
  return { file: table.file, ...(line && { line }) };
}

function placeIn(
  yaml: YamlFile<unknown>,
  file: string,
  path: readonly (string | number)[],
): FindingPlace {
  const line = yaml.lineOf(path);
  return { file, ...(line && { line }) };
}

function fileMissing(file: string): Finding {
  return finding('statistics-file-missing', { file }, { file });
}
