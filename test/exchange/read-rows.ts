import type { Finding } from '../../src/domain/finding.ts';
import type { MergedRange, SheetRow } from '../../src/domain/sheet.ts';
import type { ByteSource } from '../../src/exchange/byte-source.ts';
import { readTable } from '../../src/exchange/read-table.ts';

/** A table file read to its end. */
export interface ReadRows {
  readonly sheets: readonly {
    readonly name: string | null;
    readonly merged: readonly MergedRange[];
  }[];
  readonly rows: readonly SheetRow[];
  readonly findings: readonly Finding[];
}

/** Resolves to all rows of all sheets; `keep` false counts them only. */
export async function readRows(source: ByteSource, keep = true): Promise<ReadRows> {
  const rows: SheetRow[] = [];
  const sheets: ReadRows['sheets'][number][] = [];
  const file = await readTable(source);
  const findings = [...file.findings];
  for await (const { name, merged, pieces } of file.sheets) {
    sheets.push({ name, merged });
    for await (const piece of pieces) {
      if (keep) rows.push(...piece.rows);
      findings.push(...piece.findings);
    }
  }
  return { sheets, rows, findings };
}

/** Returns what a finding says in one line: `error table-too-large 3`. */
export function shownFinding({ code, severity, where }: Finding): string {
  return [severity, code, where.line].filter((part) => part !== undefined).join(' ');
}
