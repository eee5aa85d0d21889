import { sql } from 'kysely';
import type { Sheet } from '../../api/collection.ts';
import { blocksSubmitting, checkCells } from '../../collection/check-cells.ts';
import { checkedSheet } from '../../collection/entry.ts';
import { fieldsOf } from '../../collection/form-view.ts';
import { type Finding, finding } from '../../domain/finding.ts';
import type { Desk } from './desk.ts';
import { lockForMove, makeMove } from './moves.ts';
import { readSheet } from './sheet.ts';

/**
 * Submits what a body filled in, and resolves to what was found: with an error among it, or a question
 * that no note answers, nothing was submitted. Cells that came back with a reason must have changed since, or carry a new note.
 * Refuses as `lockForMove` does.
 */
export async function submit(desk: Desk, id: number): Promise<readonly Finding[]> {
  const ready = await lockForMove(desk, { id, act: 'submit' });
  const sheet = await readSheet(desk, id);
  const findings = [...checkCells(checkedSheet(sheet)), ...openRemarks(sheet)];
  if (blocksSubmitting(findings)) return findings;
  await sql`update xingbian.cell_remark set resolved_at = now()
    where submission = ${id} and resolved_at is null`.execute(desk.db);
  await makeMove(desk, ready);
  return findings;
}

function openRemarks(sheet: Sheet): Finding[] {
  const fields = new Map(fieldsOf(sheet.sections).map((field) => [field.indicator, field]));
  const revisions = new Map(sheet.cells.map((cell) => [cell.indicator, cell.revision]));
  return sheet.remarks
    .filter((one) => !one.resolved && (revisions.get(one.indicator) ?? 0) <= one.revision)
    .map((one) => {
      const field = fields.get(one.indicator);
      const names = { name: field?.name.zh ?? '', nameEn: field?.name.en ?? '' };
      return finding(
        'cell-remark-open',
        { cell: field?.line ?? '' },
        { indicator: one.indicator, ...names, by: one.by, reason: one.reason },
      );
    });
}
