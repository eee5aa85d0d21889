import type { Finding, PlaceOf } from '../domain/finding.ts';
import { FormsFile } from '../domain/form.ts';
import { readTextFile } from './text-file.ts';
import { parseYamlFile } from './yaml-file.ts';

/** The forms of a plan's folder, parsed; null where the file is broken. */
export interface FormsFolder {
  readonly file: FormsFile | null;
  readonly findings: readonly Finding[];
  readonly placeOf: PlaceOf;
}

export const formsFile = 'forms.yaml';

/**
 * Resolves to the forms of a plan's folder, with findings for whatever is wrong with their file; to
 * null where it has none, which a plan need not have.
 */
export async function readFormsFolder(dir: string): Promise<FormsFolder | null> {
  const text = await readTextFile(dir, formsFile);
  return text === null ? null : parseForms(text);
}

/** Returns the forms of a YAML text. */
export function parseForms(text: string): FormsFolder {
  const { value, findings, lineOf } = parseYamlFile(formsFile, text, FormsFile);
  return {
    file: value,
    findings,
    placeOf: (path) => {
      const line = lineOf(path);
      return { file: formsFile, ...(line && { line }) };
    },
  };
}
