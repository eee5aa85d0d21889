import type { Agency } from '../domain/agency.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { type CsvRow, parseCsvFile } from './csv-file.ts';

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

type Row = CsvRow<(typeof agencyColumns)[number]>;

/**
 * Returns the agencies of a CSV text. A blank cell is a null: not sourced. Findings: a broken CSV,
 * a missing column, a name twice or none, a fact without its source.
 */
export function parseAgencies(file: string, text: string): AgenciesFile {
  const csv = parseCsvFile(file, text, agencyColumns);
  const lines = new Map<string, number>();
  const findings: Finding[] = [...csv.findings];
  const agencies = csv.rows.flatMap((row) => {
    const agency = agencyOf(row);
    findings.push(...check(file, row, agency, lines));
    if (agency.name === '' || lines.has(agency.name)) return [];
    lines.set(agency.name, row.line);
    return [agency];
  });
  return { agencies, findings, lines };
}

function agencyOf(row: Row): Agency {
  const cell = (name: (typeof agencyColumns)[number]) => row.cell(name) || null;
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

function check(
  file: string,
  row: Row,
  agency: Agency,
  known: ReadonlyMap<string, number>,
): Finding[] {
  const { name } = agency;
  const where = { file, line: row.line };
  const findings: Finding[] = [];
  if (name === '') {
    const reason = { reason: '不能为空', reasonEn: 'must not be blank' };
    findings.push(finding('field-invalid', where, { field: 'name', ...reason }));
  }
  if (known.has(name)) findings.push(finding('agency-duplicate', where, { name }));
  if (agency.fullName && !agency.fullNameSource) {
    findings.push(finding('source-missing', where, { name, field: 'full_name' }));
  }
  if ((row.cell('successors') || row.cell('succeeded')) && !agency.successionSource) {
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
