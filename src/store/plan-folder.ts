import type { z } from 'zod';
import type { Agency } from '../domain/agency.ts';
import { type Finding, finding } from '../domain/finding.ts';
import { type Correction, CorrectionsFile, PlanFile } from '../domain/plan.ts';
import { parseAgencies } from './agencies-file.ts';
import { readTextFile } from './text-file.ts';
import { parseYamlFile, type YamlFile } from './yaml-file.ts';

/** The files of a plan's folder, parsed; null or empty where a file is missing or broken. */
export interface PlanFolder {
  readonly dir: string;
  readonly file: PlanFile | null;
  /** The official text as it is in its file. */
  readonly text: string | null;
  readonly corrections: readonly Correction[];
  readonly agencies: readonly Agency[];
  readonly findings: readonly Finding[];
  /** 1-based line of a place, for findings of a later check. */
  readonly lineOf: {
    /** A field of plan.yaml by its path: `expect.clauses.area`. */
    readonly plan: (path: string) => number | undefined;
    /** A correction by its id. */
    readonly correction: (id: string) => number | undefined;
    /** An agency by its printed name. */
    readonly agency: (name: string) => number | undefined;
  };
}

/** The names of the files of a plan's folder; the text's is given by plan.yaml. */
export const planFiles = {
  plan: 'plan.yaml',
  corrections: 'corrections.yaml',
  agencies: 'agencies.csv',
} as const;

/**
 * Resolves to the folder's files, parsed, with findings for whatever is wrong with them. Never
 * rejects for what is in the folder.
 */
export async function readPlanFolder(dir: string): Promise<PlanFolder> {
  const [plan, corrections, agencies] = await Promise.all([
    readYaml(dir, planFiles.plan, PlanFile),
    readYaml(dir, planFiles.corrections, CorrectionsFile),
    readAgencies(dir),
  ]);
  const file = plan.value;
  const text = file ? await readTextFile(dir, file.text) : null;
  const missing = file && text === null ? [fileMissing(file.text)] : [];
  const list = corrections.value?.corrections ?? [];
  return {
    dir,
    file,
    text,
    corrections: list,
    agencies: agencies.agencies,
    findings: [
      ...plan.findings,
      ...missing,
      ...corrections.findings,
      ...repeated(list, corrections.lineOf),
      ...agencies.findings,
    ],
    lineOf: {
      plan: (path) => plan.lineOf(path.split('.')),
      correction: (id) => {
        const index = list.findIndex((item) => item.id === id);
        return index < 0 ? undefined : corrections.lineOf(['corrections', index]);
      },
      agency: (name) => agencies.lines.get(name),
    },
  };
}

async function readYaml<Value>(
  dir: string,
  name: string,
  schema: z.ZodType<Value>,
): Promise<YamlFile<Value>> {
  const text = await readTextFile(dir, name);
  if (text !== null) return parseYamlFile(name, text, schema);
  return { value: null, findings: [fileMissing(name)], lineOf: () => undefined };
}

async function readAgencies(dir: string): Promise<ReturnType<typeof parseAgencies>> {
  const text = await readTextFile(dir, planFiles.agencies);
  if (text !== null) return parseAgencies(planFiles.agencies, text);
  return { agencies: [], findings: [fileMissing(planFiles.agencies)], lines: new Map() };
}

function fileMissing(file: string): Finding {
  return finding('file-missing', { file }, { file });
}

/** An id said twice cannot be referred to. */
function repeated(
  corrections: readonly Correction[],
  lineOf: (path: readonly (string | number)[]) => number | undefined,
): Finding[] {
  return corrections.flatMap(({ id }, index) => {
    if (corrections.findIndex((item) => item.id === id) === index) return [];
    const line = lineOf(['corrections', index]);
    const where = { file: planFiles.corrections, ...(line && { line }) };
    const params = { field: 'id', reason: `“${id}”重复`, reasonEn: `“${id}” is repeated` };
    return [finding('field-invalid', where, params)];
  });
}
