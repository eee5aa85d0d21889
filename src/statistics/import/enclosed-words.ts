import type { Enclosed } from '../../domain/observation.ts';
import type { ImportNames } from './import-context.ts';

/**
 * Returns what a text says of enclosed units (不含兵团, 包括兵团), and the text without it; null where it
 * says nothing. What they are called is the plan's.
 */
export function enclosedIn(
  text: string,
  { places }: ImportNames,
): { readonly enclosed: Enclosed; readonly rest: string } | null {
  const word = places.register.enclosed.zh;
  const at = word === '' ? -1 : text.indexOf(word);
  if (at < 0) return null;
  const [verb] = /(?:不含|不包括|不包含|未含|含|包括|包含)$/.exec(text.slice(0, at)) ?? [];
  if (verb === undefined) return null;
  const before = text.slice(0, at - verb.length);
  const after = text.slice(at + word.length);
  const bracketed = /[（(]$/.test(before) && /^[）)]/.test(after);
  const rest = bracketed ? before.slice(0, -1) + after.slice(1) : before + after;
  return { enclosed: /^[不未]/.test(verb) ? 'excluded' : 'included', rest };
}
