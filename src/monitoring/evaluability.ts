import type { Commitment } from '../domain/commitment.ts';

/**
 * Why a commitment cannot be judged as written. The words belong to this product; each names what
 * the text leaves open.
 * - `no-criterion`: a direction or an activity without a measure (进一步完善, 加强)
 * - `no-number`: an unnumbered lot (一批)
 * - `no-threshold`: a degree word without a standard (基本, 初步, 总体)
 */
export type Unevaluable = 'no-criterion' | 'no-number' | 'no-threshold';

export type Evaluability =
  | { evaluable: true; basis: 'target' | 'grade' }
  | { evaluable: false; reason: Unevaluable };

/** Grades a report can keep by a dated fact: the study exists, the design is approved, it is finished. */
const datable = new Set(['study', 'plan', 'preparatory', 'complete']);

/** A document to be made, by its title or by its kind: it exists or it does not. */
const namedDocument =
  /(?:修订|制定|出台|印发|编制)(?:《|[^，。；]{0,14}(?:预案|意见|方案|规划|办法|标准|清单|目录|条例|细则)(?:$|[，。；或和]))/;

/**
 * Returns whether a commitment can be judged as written. A measurable target can; so can a promise
 * about a named project, or one that names a document to be made, by its own verb. `namesProject`:
 * the promise names at least one project.
 */
export function evaluability(commitment: Commitment, namesProject: boolean): Evaluability {
  const { target, text, grade } = commitment;
  if (target === 'absolute' || target === 'relative') return { evaluable: true, basis: 'target' };
  if (namesProject) return { evaluable: true, basis: 'grade' };
  if (/一批|一些|若干/.test(text)) return { evaluable: false, reason: 'no-number' };
  if (/^(?:基本|初步|总体)|(?:基本|初步|总体)(?:解决|得到|建成|实现|形成|完善|满足)/.test(text))
    return { evaluable: false, reason: 'no-threshold' };
  if (target === 'saturation' || target === 'conditional')
    return { evaluable: true, basis: 'target' };
  if (namedDocument.test(text)) return { evaluable: true, basis: 'grade' };
  if (datable.has(grade) && grade !== 'complete') return { evaluable: true, basis: 'grade' };
  return { evaluable: false, reason: 'no-criterion' };
}
