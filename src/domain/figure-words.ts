import type { Basis, Figure, Withheld } from './figure.ts';
import type { Language } from './finding.ts';
import type { Absence, DoubtCode, ObservationStatus } from './observation.ts';
import type { Certainty } from './territory.ts';

/** One word for each value that goes with a figure: pages, downloads and reports say the same. */
export interface FigureWords {
  readonly absences: Readonly<Record<Absence, string>>;
  readonly withheld: Readonly<Record<Withheld, string>>;
  /** `not-comparable` where space is short. */
  readonly notComparable: string;
  readonly statuses: Readonly<Record<ObservationStatus, string>>;
  /** What stands beside a figure in doubt, whatever the doubt. */
  readonly doubtful: string;
  readonly doubts: Readonly<Record<DoubtCode, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly summaries: Readonly<Record<NonNullable<Figure['summary']>, string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
}

/** Returns the words in a language. */
export function figureWordsOf(language: Language): FigureWords {
  return language === 'zh' ? chinese : english;
}

const chinese: FigureWords = {
  absences: {
    missing: '缺失',
    'not-applicable': '不适用',
    'not-due': '未到期',
    suppressed: '保密',
  },
  withheld: {
    partial: '覆盖不全，不合计',
    overlap: '口径重叠，不相加',
    'not-comparable': '地区变动，不可比',
    'not-computable': '无法计算',
  },
  notComparable: '不可比',
  statuses: { provisional: '初步数', final: '最终数', estimated: '估计数' },
  doubtful: '待核实',
  doubts: {
    repeated: '与上期完全相同',
    'exceeds-whole': '部分大于总体',
    magnitude: '与本序列相差若干数量级',
    'out-of-line': '与前后各期不连贯',
    'against-others': '与同类指标走势相反',
    source: '来源自注存疑',
  },
  bases: { reported: '按上报', merged: '合并可比', apportioned: '按份额分摊' },
  summaries: { total: '合计', mean: '加权平均', ratio: '分子合计除以分母合计', median: '中位数' },
  certainties: {
    certain: '确定',
    probable: '较可能',
    candidate: '候选',
    unverified: '来源待核实',
  },
};

const english: FigureWords = {
  absences: {
    missing: 'missing',
    'not-applicable': 'not applicable',
    'not-due': 'not due yet',
    suppressed: 'suppressed',
  },
  withheld: {
    partial: 'not all members have one: no total',
    overlap: 'populations overlap: not added',
    'not-comparable': 'places changed: not comparable',
    'not-computable': 'cannot be computed',
  },
  notComparable: 'not comp.',
  statuses: { provisional: 'provisional', final: 'final', estimated: 'estimated' },
  doubtful: 'to be verified',
  doubts: {
    repeated: 'the same as the period before, to the last digit',
    'exceeds-whole': 'a part larger than its whole',
    magnitude: 'powers of ten away from its own series',
    'out-of-line': 'out of line with the periods around it',
    'against-others': 'moves against like indicators of the same place',
    source: 'the source itself says so',
  },
  bases: { reported: 'as reported', merged: 'places taken together', apportioned: 'by shares' },
  summaries: {
    total: 'total',
    mean: 'weighted mean',
    ratio: 'sum of numerators over sum of denominators',
    median: 'median member',
  },
  certainties: {
    certain: 'certain',
    probable: 'probable',
    candidate: 'candidate',
    unverified: 'source to be verified',
  },
};
