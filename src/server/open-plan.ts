import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { AppError } from '../domain/app-error.ts';
import { type Finding, hasErrors } from '../domain/finding.ts';
import { type FormsFolder, readFormsFolder } from '../store/forms-folder.ts';
import { planFiles, readPlanFolder } from '../store/plan-folder.ts';
import type { PlannedDocument } from '../store/plan-rows.ts';
import { readStatisticsFolder, type StatisticsFolder } from '../store/statistics-folder.ts';
import { judge } from './judgement.ts';
import { checkFolder } from './plan-check.ts';

/**
 * Returns the folder of the plan to run: the one given, else the only one below the places in
 * order. Refuses with `plan-missing` or `plan-several`.
 */
export function findPlan(given: string | null, places: readonly string[]): string {
  if (given !== null) {
    if (!isPlan(given)) throw new AppError('plan-missing', { folder: given });
    return resolve(given);
  }
  for (const place of places) {
    const plans = plansIn(place);
    if (plans.length > 1) {
      const folders = plans.map((plan) => relative('.', plan) || plan).join('、');
      throw new AppError('plan-several', { folders });
    }
    if (plans[0] !== undefined) return plans[0];
  }
  throw new AppError('plan-missing', { folder: places.join('、') });
}

/** A plan's folder, ready to be put into the database. */
export interface OpenedPlan {
  /** The text compiled, corrections applied, commitments judged. */
  readonly planned: PlannedDocument;
  /** Null where the plan has no statistics. */
  readonly statistics: StatisticsFolder | null;
  /** Null where the plan has no forms. */
  readonly forms: FormsFolder | null;
}

/** Resolves to the plan of a folder. Refuses with `plan-invalid` when its files have errors. */
export async function openPlan(dir: string): Promise<OpenedPlan> {
  const [folder, statistics, forms] = await Promise.all([
    readPlanFolder(dir),
    readStatisticsFolder(dir),
    readFormsFolder(dir),
  ]);
  const { file, corrections, agencies } = folder;
  const { document, findings } = checkFolder(folder, statistics, forms);
  if (!file || !document || hasErrors(findings)) throw invalid(dir, findings);
  const planned = { file, document, agencies, corrections, evaluability: judge(document) };
  return { planned, statistics, forms };
}

function isPlan(dir: string): boolean {
  return existsSync(join(dir, planFiles.plan));
}

function plansIn(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .sort()
    .map((name) => join(place, name))
    .filter(isPlan);
}

function invalid(folder: string, findings: readonly Finding[]): AppError {
  const errors = findings.filter((item) => item.severity === 'error');
  const first = errors[0];
  const place = [first?.where.file, first?.where.line].filter(Boolean).join(':');
  const shown = relative('.', folder) || folder;
  return new AppError('plan-invalid', {
    folder: shown,
    count: errors.length,
    first: `${place} ${first?.message ?? ''}`.trim(),
  });
}
