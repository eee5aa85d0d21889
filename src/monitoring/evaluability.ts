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
