import { type Finding, finding } from '../domain/finding.ts';
import type { DecodedText } from './text-encoding.ts';

/** What the reader of one format returns: the raw text, one paragraph a line, and what is wrong with it. */
export interface ReadText {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Returns a reading that gave no text, and why. */
export function refuse(why: Finding): ReadText {
  return { text: '', findings: [why] };
}

/** Returns the `document-encoding` finding of a text in which characters were lost, or none. */
export function lostCharacters({ undecodable, encoding }: DecodedText): Finding[] {
  if (undecodable === 0) return [];
  const params = { count: undecodable, encoding: encoding.toUpperCase() };
  return [finding('document-encoding', {}, params)];
}
