import { type Finding, finding } from '../../domain/finding.ts';
import type { Repeated } from './difference.ts';

/** Returns a finding for each cell that a file gives more than once: an error where they differ. */
export function repeatedFindings(file: string, repeated: readonly Repeated[]): Finding[] {
  return repeated.map(({ place, first, territory, indicator, period, equal }) =>
    finding(
      equal ? 'cell-repeated' : 'cell-contradicted',
      { file, ...place },
      { territory, indicator, period, first: placeWords(first) },
    ),
  );
}

/** A cell as people name it: 表1!B5, or the line. */
function placeWords({ sheet, cell, line }: Repeated['first']): string {
  if (cell === undefined) return String(line ?? '');
  return sheet === undefined ? cell : `${sheet}!${cell}`;
}
