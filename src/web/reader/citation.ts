import { zh } from '../messages/zh.ts';
import type { ReadClause, Reading } from './reading.ts';

/** Returns where a clause stands, by its printed numbers; a —— item by its ordinal (第N项). */
export function printedPlace(of: ReadClause): string {
  const path = [...of.ancestors, of];
  const box = path.findLastIndex((part) => part.clause.kind === 'box');
  return path
    .slice(Math.max(box, 0))
    .map((part) => {
      const number = part.clause.number?.replace(/[、.．\s]+$/, '') ?? '';
      const dash = /^[—–-]+$/.test(number);
      return dash ? zh.reader.point(part.clause.id.split('.').at(-1) ?? '') : number;
    })
    .join('');
}

/** Returns the citation of a clause as official Chinese writing gives it, with its address. */
export function citationOf(reading: Reading, of: ReadClause, address: string): string {
  const { plan } = reading.document;
  const place = of.clause.id === '0' ? zh.reader.preamble : printedPlace(of);
  return `${zh.reader.citation(plan.title.zh, plan.number, place)} ${address}`;
}
