import { type Finding, finding } from '../../domain/finding.ts';
import type { Repeated, RepeatedCells } from './difference.ts';
import type { StatisticsDefinition } from './newest-definition.ts';

/** Returns a finding for each cell that a file gives more than once: an error where they differ. */
export function repeatedFindings(
  file: string,
  { listed, all, contradicted }: RepeatedCells,
  { register, indicators }: StatisticsDefinition,
): Finding[] {
  const places = new Map(register.territories.map(({ id, name }) => [id, name]));
  const names = new Map(indicators.indicators.map(({ id, name }) => [id, name]));
  const findings = listed.map(({ place, first, territory, indicator, period, equal }) =>
    finding(
      equal ? 'cell-repeated' : 'cell-contradicted',
      { file, ...place },
      {
        place: places.get(territory) ?? territory,
        name: names.get(indicator)?.zh ?? indicator,
        nameEn: names.get(indicator)?.en ?? indicator,
        period,
        first: placeWords(first),
      },
    ),
  );
  if (all === listed.length) return findings;
  const errors = contradicted - listed.filter((item) => !item.equal).length;
  const params = { errors, warnings: 0, notes: all - listed.length - errors };
  return [...findings, finding('findings-more', { file }, params)];
}

/** A cell as people name it: 表1!B5, or the line. */
function placeWords({ sheet, cell, line }: Repeated['first']): string {
  if (cell === undefined) return String(line ?? '');
  return sheet === undefined ? cell : `${sheet}!${cell}`;
}
