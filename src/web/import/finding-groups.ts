import type { Finding } from '../../domain/finding.ts';
import { grouped } from '../grouped.ts';

const order = ['error', 'warning', 'info'];

/** Returns findings by what they say, errors first, the most frequent first among equals. */
export function findingGroups(findings: readonly Finding[]): Finding[][] {
  const groups = [...grouped(findings, ({ code }) => code).values()];
  const rank = ([first]: Finding[]) => order.indexOf(first?.severity ?? 'info');
  return groups.sort((one, other) => rank(one) - rank(other) || other.length - one.length);
}

/** Returns where a finding is, as short as it can be said: sheet!B5, or the cell alone. */
export function cellName({ where }: Finding): string {
  const { sheet, cell = '' } = where;
  return sheet && cell ? `${sheet}!${cell}` : cell;
}
