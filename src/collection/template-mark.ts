import type { Sheet } from '../api/collection.ts';

/** Whose template a file is: it is read only where it was written for. */
export interface TemplateMark {
  readonly form: string;
  readonly version: number;
  readonly submission: number;
  readonly period: string;
  readonly body: string;
}

const prefix = 'xingbian-template ';

/** Returns the text that marks the template of a submission. */
export function markOf({ entry, version }: Pick<Sheet, 'entry' | 'version'>): string {
  return prefix + JSON.stringify(markedBy({ entry, version }));
}

/** Returns what the template of a submission is marked by. */
export function markedBy({ entry, version }: Pick<Sheet, 'entry' | 'version'>): TemplateMark {
  const { form, id, period, body } = entry;
  return { form, version, submission: id, period, body };
}

/** Returns the mark that a text is, null where it is none. */
export function parseMark(text: string): TemplateMark | null {
  if (!text.startsWith(prefix)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text.slice(prefix.length));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { form, version, submission, period, body } = value as Record<string, unknown>;
  const isMark =
    typeof form === 'string' &&
    typeof version === 'number' &&
    typeof submission === 'number' &&
    typeof period === 'string' &&
    typeof body === 'string';
  return isMark ? { form, version, submission, period, body } : null;
}
