import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Agency } from '../domain/agency.ts';
import { type Finding, finding } from '../domain/finding.ts';

/** agencies.csv, parsed. */
export interface AgenciesFile {
  readonly agencies: readonly Agency[];
  readonly findings: readonly Finding[];
  /** 1-based line of each printed name. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The columns of agencies.csv. */
export const agencyColumns = [
  'name',
  'full_name',
  'full_name_source',
  'successors',
  'succeeded',
  'succession_source',
  'note',
] as const;

type Row = Partial<Record<(typeof agencyColumns)[number], string>>;

/**
 * Returns the agencies of a CSV text. A blank cell is a null: not sourced. Findings: a broken CSV,
 * a missing column, a name twice or none, a fact without its source.
 */
export function parseAgencies(file: string, text: string): AgenciesFile {
  const rows = parseRows(file, text);
  if ('finding' in rows) return { agencies: [], findings: [rows.finding], lines: new Map() };
  const lines = new Map<string, number>();
  const findings: Finding[] = columnsMissing(file, rows.header);
  const agencies = rows.records.flatMap(({ row, line }) => {
    const agency = agencyOf(row);
    findings.push(...check(file, line, agency, row, lines));
    if (agency.name === '' || lines.has(agency.name)) return [];
    lines.set(agency.name, line);
    return [agency];
  });
  return { agencies, findings, lines };
}

interface Rows {
  readonly header: readonly string[];
  readonly records: readonly { row: Row; line: number }[];
}

function parseRows(file: string, text: string): Rows | { finding: Finding } {
  let header: string[] = [];
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      columns: (names: string[]) => {
        header = names;
        return names;
      },
    }) as unknown as { record: Row; info: Info }[];
    return {
      header,
      records: records.map(({ record, info }) => ({ row: record, line: info.lines })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines) || 1;
    return { finding: finding('csv-syntax', { file, line }, { reason: error.message }) };
  }
}

function agencyOf(row: Row): Agency {
  const cell = (name: keyof Row) => row[name]?.trim() || null;
  return {
    name: cell('name') ?? '',
    fullName: cell('full_name'),
    fullNameSource: cell('full_name_source'),
    successors: (cell('successors') ?? '')
      .split(/[；;]/)
      .map((name) => name.trim())
      .filter(Boolean),
    succeeded: cell('succeeded'),
    successionSource: cell('succession_source'),
    note: cell('note'),
  };
}

function columnsMissing(file: string, header: readonly string[]): Finding[] {
  return agencyColumns
    .filter((column) => !header.includes(column))
    .map((field) =>
      finding(
        'field-invalid',
        { file, line: 1 },
        { field, reason: '缺少此列', reasonEn: 'no such column' },
      ),
    );
}

function check(
  file: string,
  line: number,
  agency: Agency,
  row: Row,
  known: ReadonlyMap<string, number>,
): Finding[] {
  const { name } = agency;
  const where = { file, line };
  const findings: Finding[] = [];
  if (name === '') {
    const reason = { reason: '不能为空', reasonEn: 'must not be blank' };
    findings.push(finding('field-invalid', where, { field: 'name', ...reason }));
  }
  if (known.has(name)) findings.push(finding('agency-duplicate', where, { name }));
  if (agency.fullName && !agency.fullNameSource) {
    findings.push(finding('source-missing', where, { name, field: 'full_name' }));
  }
  if ((row.successors || row.succeeded) && !agency.successionSource) {
    findings.push(finding('source-missing', where, { name, field: 'successors' }));
  }
  if (agency.succeeded && !/^\d{4}(-\d{2}){0,2}$/.test(agency.succeeded)) {
    const reason = {
      reason: '应为年、年月或日期，如 2018-03',
      reasonEn: 'year, month or date, such as 2018-03',
    };
    findings.push(finding('field-invalid', where, { field: 'succeeded', ...reason }));
  }
  return findings;
}
