import { z } from 'zod';
import type { CellView, Sheet } from '../api/collection.ts';
import { Absence } from '../domain/observation.ts';

/** Whose template a file is: it is read only where it was written for. */
export interface TemplateMark {
  readonly form: string;
  readonly version: number;
  readonly submission: number;
  readonly period: string;
  readonly body: string;
}

/** What stood in a cell when its template was written, and at which revision; 0: nothing did. */
export type StoodCell = Pick<CellView, 'revision' | 'value' | 'absence' | 'note'>;

/** With the layout: a template that does not say what stood in its cells is not read. */
const prefix = 'xingbian-template-2 ';
const olderPrefix = 'xingbian-template ';

const Stood = z.tuple([
  z.number().int().positive(),
  z.string().nullable(),
  Absence.nullable(),
  z.string().nullable(),
]);

/** Of a cell that was empty and never had been anything else. */
export const neverStood: StoodCell = { revision: 0, value: null, absence: null, note: null };

/** Returns the text that marks the template of a submission. */
export function markOf({ entry, version }: Pick<Sheet, 'entry' | 'version'>): string {
  return prefix + JSON.stringify(markedBy({ entry, version }));
}

/** Says whether a text marks a template of an earlier layout. */
export function isOlderMark(text: string): boolean {
  return text.startsWith(olderPrefix);
}

/** Returns the text that says what stood in a cell; empty where nothing ever did. */
export function stoodText(cell: StoodCell | undefined): string {
  if (!cell) return '';
  const { revision, value, absence, note } = cell;
  return JSON.stringify([revision, value, absence, note]);
}

/** Returns what a text says stood in a cell, null where it says nothing that can be read. */
export function parseStood(text: string): StoodCell | null {
  if (text === '') return neverStood;
  const parts = Stood.safeParse(parsedJson(text));
  if (!parts.success) return null;
  const [revision, value, absence, note] = parts.data;
  return { revision, value, absence, note };
}

/** Returns what the template of a submission is marked by. */
export function markedBy({ entry, version }: Pick<Sheet, 'entry' | 'version'>): TemplateMark {
  const { form, id, period, body } = entry;
  return { form, version, submission: id, period, body };
}

/** Returns the mark that a text is, null where it is none. */
export function parseMark(text: string): TemplateMark | null {
  if (!text.startsWith(prefix)) return null;
  const value = parsedJson(text.slice(prefix.length));
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

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
