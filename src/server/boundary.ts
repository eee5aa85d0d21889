import { readFileSync, statSync } from 'node:fs';
import { AppError } from '../domain/app-error.ts';
import { BoundaryFile, type BoundaryLayer } from '../domain/boundary.ts';
import { reasonOf } from '../domain/schema-reason.ts';
import type { Config } from './config.ts';

/** A layer for a page; beyond this a browser draws too slowly. */
const largest = 20 * 1024 * 1024;

/**
 * Returns the boundary layer the operator supplies, or null: the product draws no boundary of its
 * own. Refuses with `boundary-file` when the file cannot be read or is no GeoJSON of lines and areas.
 */
export function readBoundary(boundary: Config['boundary']): BoundaryLayer | null {
  if (boundary === null) return null;
  const { file, approval } = boundary;
  const parsed = BoundaryFile.safeParse(parse(file), { reportInput: true });
  if (parsed.success)
    return { approval, shapes: parsed.data.features.map((feature) => feature.geometry) };
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  const { reason, reasonEn } = issue ? reasonOf(issue) : { reason: '', reasonEn: '' };
  throw refusal(file, `${place} ${reason}`.trim(), `${place} ${reasonEn}`.trim());
}

function parse(file: string): unknown {
  try {
    if (statSync(file).size > largest) throw refusal(file, '超过 20 MB', 'it is over 20 MB');
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof SyntaxError) throw refusal(file, '不是 JSON', 'it is no JSON');
    const { code = '' } = error as NodeJS.ErrnoException;
    throw refusal(file, `无法读取（${code}）`, `it cannot be read (${code})`);
  }
}

function refusal(file: string, reason: string, reasonEn: string): AppError {
  return new AppError('boundary-file', { file, reason, reasonEn });
}
