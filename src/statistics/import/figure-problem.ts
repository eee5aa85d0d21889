import type { ImportField } from '../../domain/import-mapping.ts';
import type { Problem, Resolved } from './known.ts';
import type { Layout } from './layout.ts';

/** A finding on a figure, with the column it stands in and how often it is worth saying. */
export interface FigureProblem {
  readonly problem: Problem;
  readonly column: number;
  /** Once for each figure, for each row, or for the column of a table. */
  readonly once: 'figure' | 'row' | 'table';
}

/** Where a problem stands: in the field of the row that says it, else at the figure itself. */
export interface ProblemPlace {
  readonly column: number;
  readonly once: FigureProblem['once'];
}

/** Returns the value, or null with its problem added to the others. */
export function taken<Value>(
  result: Resolved<Value>,
  place: ProblemPlace,
  problems: FigureProblem[],
): Value | null {
  if (result.ok) return result.value;
  problems.push({ problem: result.problem, ...place });
  return null;
}

/**
 * Returns where the problems of a field stand. What no field of the row says is said by the header or
 * the title, and so wrong for the whole column.
 */
export function placeOfField(
  layout: Layout,
  fields: readonly ImportField[],
): (column: number) => ProblemPlace {
  const field = fields.map((name) => layout.fields.get(name)?.[0]).find((at) => at !== undefined);
  return field === undefined
    ? (column) => ({ column, once: 'table' })
    : () => ({ column: field, once: 'row' });
}
