import { z } from 'zod';
import { Spanned } from './span.ts';

/**
 * How far a promise goes by its own verb. The order is this product's, not the plan's:
 * study 研究 < plan 规划 < preparatory 前期 < advance 推进 < accelerate 加快 < complete 建成、贯通、实现.
 * `none`: a promise whose verb is not graded (加强, 完善, 支持 …).
 */
export const Grade = z.enum([
  'study',
  'plan',
  'preparatory',
  'advance',
  'accelerate',
  'complete',
  'none',
]);
export type Grade = z.infer<typeof Grade>;

/** What kind of target the words set; `none` where they set none. */
export const TargetKind = z.enum([
  'absolute',
  'relative',
  'saturation',
  'conditional',
  'directional',
  'none',
]);
export type TargetKind = z.infer<typeof TargetKind>;

/** A promise (规划事项) in a clause, judged against its own verb. */
export const Commitment = Spanned.extend({
  /** Clause id and ordinal within the clause's own text: `3.1.3#2`. */
  id: z.string(),
  clause: z.string(),
  text: z.string(),
  /** The verb as printed, without what stands between (`推进…前期工作`). */
  verb: z.string(),
  grade: Grade,
  target: TargetKind,
  /** ISO year or month by which it is due; null where neither the text nor the plan's period says. */
  deadline: z.string().nullable(),
  /** `stated` in the sentence or the clause above it; `period` the end of the plan's period. */
  deadlineBasis: z.enum(['stated', 'period']).nullable(),
  /** Conditions and scopes as printed: 具备条件的, 20户以上自然村. */
  conditions: z.array(z.string()),
});
export type Commitment = z.infer<typeof Commitment>;

/** A number in the text with its unit, as printed. */
export const Quantity = Spanned.extend({
  clause: z.string(),
  text: z.string(),
  /** The number as printed (2.2 of 2.2万公里). */
  number: z.number(),
  /** The unit as printed, with its multiplier (万公里). Empty where none is printed. */
  unit: z.string(),
  /** 以上, 以下, 以内, 多, 约, 近 …; null where the number stands alone. */
  qualifier: z.string().nullable(),
});
export type Quantity = z.infer<typeof Quantity>;

export const ProjectKind = z.enum(['railway', 'road', 'waterway', 'airport', 'zone', 'channel']);
export type ProjectKind = z.infer<typeof ProjectKind>;

/** A railway, road segment or zone the text names, an entry of its own under its clause. */
export const NamedProject = Spanned.extend({
  clause: z.string(),
  /** As printed in the list, without a type noun shared by the list: 孙吴—逊克—乌伊岭. */
  name: z.string(),
  /** The name a reader needs when it stands alone: G219线东兴—峒中公路. */
  title: z.string(),
  kind: ProjectKind,
  grade: Grade,
  verb: z.string(),
});
export type NamedProject = z.infer<typeof NamedProject>;
