import type { Finding } from '../domain/finding.ts';
import type { SheetRow } from '../domain/sheet.ts';
import { sourceOf } from './byte-source.ts';
import { readTable } from './read-table.ts';

/** The rows of the first visible sheet of a file, and what keeps from reading it. */
export interface FirstSheet {
  readonly rows: readonly SheetRow[];
  readonly findings: readonly Finding[];
}

/**
 * Resolves to the first visible sheet of a small file, such as a template that comes back: no more
 * than `limit` rows. Never rejects for what is in the file.
 */
export async function readFirstSheet(bytes: Uint8Array, limit: number): Promise<FirstSheet> {
  const file = await readTable(sourceOf(bytes));
  const rows: SheetRow[] = [];
  const findings = file.findings.filter(({ severity }) => severity !== 'info');
  for await (const { pieces } of file.sheets) {
    for await (const piece of pieces) {
      rows.push(...piece.rows);
      findings.push(...piece.findings);
      if (rows.length > limit) break;
    }
    break;
  }
  return { rows: rows.slice(0, limit), findings };
}
