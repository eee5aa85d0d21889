import type { AuditEntry } from '../../api/accounts.ts';
import type { AccountWords } from '../messages/accounts-zh.ts';

type Words = AccountWords['audit'];

/** Returns what an act is called; one without a word is called as it is on record. */
export function actWords(act: string, { acts }: Words): string {
  return acts[act] ?? act;
}

/** Returns what an act changed, without what stayed: “数 10 → 12；说明 已核对”. */
export function changeWords(
  { old, new: next }: Pick<AuditEntry, 'old' | 'new'>,
  words: Words,
  states: Readonly<Record<string, string>> = {},
): string {
  const [before, after] = [partsOf(old), partsOf(next)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .flatMap((name) => {
      const [was, is] = [before.get(name), after.get(name)];
      if (was === is) return [];
      const values = [was, is]
        .filter((value) => value !== undefined)
        .map((value) => (name === 'state' ? (states[value] ?? value) : value))
        .join(' → ');
      return [[words.parts[name] ?? name, values].filter(Boolean).join(' ')];
    })
    .join(words.between);
}

/** The named values of one side of an act; a value that is nothing has nothing to say. */
function partsOf(side: unknown): ReadonlyMap<string, string> {
  if (side === null || side === undefined) return new Map();
  if (typeof side !== 'object' || Array.isArray(side)) return new Map([['', textOf(side)]]);
  return new Map(
    Object.entries(side)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, textOf(value)]),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
