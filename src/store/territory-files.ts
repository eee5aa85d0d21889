import type { z } from 'zod';
import { type Finding, finding } from '../domain/finding.ts';
import { reasonOf } from '../domain/schema-reason.ts';
import {
  FrontierPlace,
  GroupMember,
  Site,
  Territory,
  TerritoryEvent,
  TerritoryName,
  TerritoryRelation,
} from '../domain/territory.ts';
import { type CsvRow, parseCsvFile } from './csv-file.ts';
import { grouped } from './grouped.ts';

/** The CSV files of territory/, by the list of the register they fill. */
export const territoryFiles = {
  territories: 'territory/units.csv',
  names: 'territory/names.csv',
  relations: 'territory/relations.csv',
  members: 'territory/members.csv',
  events: 'territory/events.csv',
  frontier: 'territory/frontier.csv',
  sites: 'territory/sites.csv',
} as const;
export type TerritoryFile = keyof typeof territoryFiles;

/** The columns of each. */
export const territoryColumns = {
  territories: [
    'id',
    'kind',
    'name',
    'short_name',
    'from',
    'until',
    'certainty',
    'note',
    'source',
    'lon',
    'lat',
  ],
  names: ['territory', 'code', 'name', 'from', 'until', 'source'],
  relations: ['territory', 'hierarchy', 'within', 'from', 'until', 'source'],
  members: ['group', 'territory', 'from', 'until', 'basis', 'certainty', 'source', 'note'],
  events: [
    'id',
    'kind',
    'date',
    'from',
    'to',
    'whole',
    'share',
    'share_of',
    'certainty',
    'source',
    'note',
  ],
  frontier: ['territory', 'order', 'neighbours', 'basis', 'touches', 'note'],
  sites: ['kind', 'name', 'territory', 'certainty', 'source', 'note'],
} as const satisfies Record<TerritoryFile, readonly string[]>;

/** Values of a CSV file with the line of each, and what is wrong with the rows left out. */
export interface ParsedRows<Value> {
  readonly values: readonly Value[];
  readonly lines: readonly number[];
  readonly findings: readonly Finding[];
}

type Cell = (column: string) => string;

/** Returns the places of units.csv with the codes and names of names.csv. */
export function parseTerritories(units: string, names: string): ParsedRows<Territory> {
  const named = parseRows(
    'names',
    names,
    TerritoryName.extend({ territory: Territory.shape.id }),
    nameOf,
  );
  const byTerritory = grouped(named.values, (item) => item.territory);
  const places = parseRows('territories', units, Territory, (cell) =>
    territoryOf(cell, byTerritory.get(cell('id')) ?? []),
  );
  const known = new Set(places.values.map((item) => item.id));
  const unknown = named.values.flatMap(({ territory }, index) => {
    if (known.has(territory) || places.findings.length > 0) return [];
    const where = { file: territoryFiles.names, line: named.lines[index] ?? 1 };
    return [finding('reference-unknown', where, { field: 'territory', id: territory })];
  });
  return { ...places, findings: [...places.findings, ...named.findings, ...unknown] };
}

/** Returns the rows of relations.csv. */
export function parseRelations(text: string): ParsedRows<TerritoryRelation> {
  return parseRows('relations', text, TerritoryRelation, (cell) => ({
    territory: cell('territory'),
    hierarchy: cell('hierarchy'),
    within: cell('within'),
    ...dated(cell),
    source: cell('source'),
  }));
}

/** Returns the rows of members.csv. */
export function parseMembers(text: string): ParsedRows<GroupMember> {
  return parseRows('members', text, GroupMember, (cell) => ({
    group: cell('group'),
    territory: cell('territory'),
    ...dated(cell),
    basis: cell('basis') || null,
    ...sourced(cell),
  }));
}

/** Returns the rows of events.csv. */
export function parseEvents(text: string): ParsedRows<TerritoryEvent> {
  return parseRows('events', text, TerritoryEvent, (cell) => ({
    id: cell('id'),
    kind: cell('kind'),
    date: cell('date'),
    from: cell('from'),
    to: cell('to'),
    whole: cell('whole'),
    share: cell('share') ? { value: Number(cell('share')), of: cell('share_of') } : null,
    ...sourced(cell),
  }));
}

/** Returns the rows of frontier.csv. */
export function parseFrontier(text: string): ParsedRows<FrontierPlace> {
  return parseRows('frontier', text, FrontierPlace, (cell) => ({
    territory: cell('territory'),
    order: Number(cell('order')),
    neighbours: cell('neighbours')
      .split(/[；;]/)
      .map((name) => name.trim())
      .filter(Boolean),
    basis: cell('basis'),
    touches: cell('touches'),
    note: cell('note') || null,
  }));
}

/** Returns the rows of sites.csv. */
export function parseSites(text: string): ParsedRows<Site> {
  return parseRows('sites', text, Site, (cell) => ({
    kind: cell('kind'),
    name: cell('name'),
    territory: cell('territory'),
    ...sourced(cell),
  }));
}

function territoryOf(
  cell: Cell,
  names: readonly (TerritoryName & { territory: string })[],
): unknown {
  const [name, source] = [cell('name'), cell('source')];
  const own = { code: null, name, from: null, until: null, source };
  return {
    id: cell('id'),
    kind: cell('kind'),
    name,
    shortName: cell('short_name'),
    ...dated(cell),
    names: names.length === 0 ? [own] : names.map(({ territory: _, ...item }) => item),
    point: pointOf(cell),
    ...sourced(cell),
  };
}

function nameOf(cell: Cell): unknown {
  return {
    territory: cell('territory'),
    code: cell('code') || null,
    name: cell('name'),
    ...dated(cell),
    source: cell('source'),
  };
}

function pointOf(cell: Cell): unknown {
  if (cell('lon') === '' && cell('lat') === '') return null;
  const degrees = (column: string) => (cell(column) === '' ? Number.NaN : Number(cell(column)));
  return { lon: degrees('lon'), lat: degrees('lat') };
}

function dated(cell: Cell) {
  return { from: cell('from') || null, until: cell('until') || null };
}

function sourced(cell: Cell) {
  return { certainty: cell('certainty'), source: cell('source'), note: cell('note') || null };
}

function parseRows<Value>(
  name: TerritoryFile,
  text: string,
  schema: z.ZodType<Value>,
  rowOf: (cell: Cell) => unknown,
): ParsedRows<Value> {
  const file = territoryFiles[name];
  const columns: readonly string[] = territoryColumns[name];
  const csv = parseCsvFile(file, text, columns);
  if (csv.findings.length > 0) return { values: [], lines: [], findings: csv.findings };
  const values: Value[] = [];
  const lines: number[] = [];
  const findings: Finding[] = [];
  for (const row of csv.rows) {
    const parsed = schema.safeParse(rowOf(row.cell), { reportInput: true });
    if (!parsed.success) findings.push(...refused(file, row, parsed.error));
    else {
      values.push(parsed.data);
      lines.push(row.line);
    }
  }
  return { values, lines, findings };
}

function refused(file: string, row: CsvRow<string>, error: z.ZodError): Finding[] {
  return error.issues.map((issue) => {
    const where = { file, line: row.line };
    return finding('field-invalid', where, { field: columnOf(issue), ...reasonOf(issue) });
  });
}

/** The column a field comes from: `shortName` from short_name, `point.lon` from lon. */
function columnOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.filter((part) => typeof part === 'string');
  const field = path.join('.') === 'share.of' ? 'shareOf' : (path.at(-1) ?? '');
  const name = path.join('.') === 'share.value' ? 'share' : field;
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
