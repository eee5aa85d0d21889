import { applyCorrections } from '../compile/apply-corrections.ts';
import { checkAgencies, checkPlan } from '../compile/check-plan.ts';
import { compileDocument } from '../compile/compile-document.ts';
import type { CompiledDocument } from '../domain/compiled-document.ts';
import type { Finding } from '../domain/finding.ts';
import type { FormsFolder } from '../store/forms-folder.ts';
import { type PlanFolder, planFiles } from '../store/plan-folder.ts';
import type { StatisticsFolder } from '../store/statistics-folder.ts';
import { checkFormsFolder } from './forms-check.ts';
import { checkStatistics } from './statistics-check.ts';

export interface PlanCheck {
  /** The text compiled and corrected; null where plan.yaml or the text cannot be read. */
  readonly document: CompiledDocument | null;
  /** Findings on the files, the text, the corrections, the counts and the agencies, each at its line. */
  readonly findings: readonly Finding[];
}

/**
 * Returns what a plan's folder compiles to and everything that is wrong with it, its statistics
 * and its forms included where it has them.
 */
export function checkFolder(
  folder: PlanFolder,
  statistics: StatisticsFolder | null,
  forms: FormsFolder | null = null,
): PlanCheck {
  const { file, text, corrections, agencies, lineOf } = folder;
  const ofForms = forms ? checkFormsFolder(forms, { folder, statistics, now: new Date() }) : [];
  if (!file || text === null)
    return {
      document: null,
      findings: [...folder.findings, ...(statistics?.findings ?? []), ...ofForms],
    };
  const compiled = compileDocument(text);
  const applied = applyCorrections(compiled, corrections);
  const findings = [
    ...folder.findings,
    ...compiled.findings.map((item) => ({ ...item, where: { file: file.text, ...item.where } })),
    ...applied.findings.map((item) =>
      placed(item, planFiles.corrections, lineOf.correction(String(item.params.id))),
    ),
    ...checkPlan(file, compiled).map(({ item, path }) =>
      placed(item, planFiles.plan, lineOf.plan(path)),
    ),
    ...checkAgencies(compiled.responsibilities, agencies).map((item) =>
      placed(item, planFiles.agencies, lineOf.agency(String(item.params.name))),
    ),
    ...(statistics ? checkStatistics(statistics, applied.document) : []),
    ...ofForms,
  ];
  return { document: applied.document, findings };
}

function placed(item: Finding, file: string, line: number | undefined): Finding {
  return { ...item, where: { ...item.where, file, ...(line && { line }) } };
}
