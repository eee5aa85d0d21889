import { type Finding, finding } from '../../domain/finding.ts';
import type { Repeated, RepeatedCells } from './difference.ts';

/** Returns a finding for each cell that a file gives more than once: an error where they differ. */
export function repeatedFindings(
  file: string,
  { listed, all, contradicted }: RepeatedCells,
): Finding[] {
  const findings = listed.map(({ place, first, territory, indicator, period, equal }) =>
    finding(
      equal ? 'cell-repeated' : 'cell-contradicted',
      { file, ...place },
      { territory, indicator, period, first: placeWords(first) },
    ),
  );
  if (all === listed.length) return findings;
  const errors = contradicted - listed.filter((item) => !item.equal).length;
  const params = { errors, warnings: all - listed.length - errors, notes: 0 };
  return [...findings, finding('findings-more', { file }, params)];
}

/** A cell as people name it: 表1!B5, or the line. */
function placeWords({ sheet, cell, line }: Repeated['first']): string {
  if (cell === undefined) return String(line ?? '');
  return sheet === undefined ? cell : `${sheet}!${cell}`;
}
