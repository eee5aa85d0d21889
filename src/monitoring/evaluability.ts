import type { Commitment } from '../domain/commitment.ts';

/**
 * Why a commitment cannot be judged as written. The words belong to this product; each names what
 * the text leaves open.
 * - `no-criterion`: a direction or an activity without a measure (加强合作, 更加密切)
 * - `no-number`: an unnumbered lot (一批)
 * - `no-threshold`: a degree without a standard (基本解决; 普及率明显提高)
 */
export type Unevaluable = 'no-criterion' | 'no-number' | 'no-threshold';

export type Evaluability =
  | { evaluable: true; basis: 'target' | 'grade' }
  | { evaluable: false; reason: Unevaluable };

/** An instrument to be made: it exists or it does not. 完善 and 健全 make none. */
const instrument =
  /(?:建立|设立|制定|出台|修订|印发|编制|划定|公布)[^，。；]{0,24}?(?:《|机制|办法|预案|专项|规划|方案|意见|红线|标准|清单|目录|条例|细则|制度|基金|平台)|定期[^，。；]{0,12}报告/;

/** Works that are there or not there: a line is through, a thing is built. */
const finished = /贯通|打通|建成|完成|接通/;
/** What no fact completes. */
const abstract = /小康社会|现代化|强国/;

/** Something a statistic can measure, so that only the threshold is missing. */
const measured =
  /率|年限|水平|规模|收入|质量|比重|产值|总值|数量|增速|覆盖面|面积|标准|供给|条件|里程|能力/;
const degree = /明显|显著|不断|进一步|更加|全面|持续|稳步|大幅|较快|有效/;

/**
 * Returns whether a commitment can be judged as written. A measurable target can; so can a promise
 * about a named project, one that makes an instrument (a mechanism, a plan, a red line), and one
 * whose verb a dated fact completes: a study, preparatory work, a line that is through. A degree
 * of something measurable lacks its threshold only. `namesProject`: the promise names a project.
 */
export function evaluability(commitment: Commitment, namesProject: boolean): Evaluability {
  const { target, text } = commitment;
  if (target === 'absolute' || target === 'relative') return { evaluable: true, basis: 'target' };
  if (namesProject) return { evaluable: true, basis: 'grade' };
  if (/一批|一些|若干/.test(text)) return { evaluable: false, reason: 'no-number' };
  if (/^(?:基本|初步|总体)|(?:基本|初步|总体)(?:解决|得到|建成|实现|形成|完善|满足)/.test(text))
    return { evaluable: false, reason: 'no-threshold' };
  if (target === 'saturation' || target === 'conditional')
    return { evaluable: true, basis: 'target' };
  if (makesInstrument(commitment) || completedByFact(commitment))
    return { evaluable: true, basis: 'grade' };
  if (target === 'directional' && measured.test(text) && degree.test(text))
    return { evaluable: false, reason: 'no-threshold' };
  return { evaluable: false, reason: 'no-criterion' };
}

/** Encouraging others to make one makes none. */
function makesInstrument({ verb, text }: Commitment): boolean {
  return instrument.test(text) && !/^(?:鼓励|支持|引导|推动)/.test(verb);
}

/** 探索 is no study: nothing says when exploring has been done. */
function completedByFact({ grade, verb, text }: Commitment): boolean {
  if (grade === 'study') return /研究|论证/.test(verb);
  if (grade === 'plan' || grade === 'preparatory') return true;
  return grade === 'complete' && finished.test(verb) && !abstract.test(text);
}
