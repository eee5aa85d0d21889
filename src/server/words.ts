import type { EvaluabilityAnswer } from '../api/plan.ts';
import type { ClauseKind } from '../domain/clause.ts';
import type { Grade, ProjectKind, TargetKind } from '../domain/commitment.ts';
import type { Manner } from '../domain/responsibility.ts';

type Word = readonly [zh: string, en: string];

/** The words a downloaded table uses for the values of the domain. */
export const kindWords: Readonly<Record<ClauseKind, Word>> = {
  section: ['部分', 'section'],
  objective: ['目标', 'objective'],
  principle: ['原则', 'principle'],
  area: ['任务领域', 'area'],
  task: ['任务', 'task'],
  box: ['专栏', 'box'],
  programme: ['重点工程', 'programme'],
  policy: ['政策', 'policy'],
  organisation: ['组织实施', 'organisation'],
  item: ['条目', 'item'],
};

export const mannerWords: Readonly<Record<Manner, Word>> = {
  listed: ['列名', 'listed'],
  respectively: ['按职责分工分别负责', 'each within its remit'],
  lead: ['牵头', 'with a lead'],
  jointly: ['会同', 'jointly'],
};

export const gradeWords: Readonly<Record<Grade, Word>> = {
  study: ['研究', 'study'],
  plan: ['规划', 'plan'],
  preparatory: ['前期工作', 'preparatory work'],
  advance: ['推进', 'advance'],
  accelerate: ['加快', 'accelerate'],
  complete: ['建成', 'complete'],
  none: ['未分级', 'not graded'],
};

export const targetWords: Readonly<Record<TargetKind, Word>> = {
  absolute: ['绝对值', 'absolute'],
  relative: ['相对', 'relative'],
  saturation: ['全覆盖', 'saturation'],
  conditional: ['附条件', 'conditional'],
  directional: ['方向性', 'directional'],
  none: ['无', 'none'],
};

export const projectWords: Readonly<Record<ProjectKind, Word>> = {
  railway: ['铁路', 'railway'],
  road: ['公路', 'road'],
  waterway: ['水运', 'waterway'],
  airport: ['机场', 'airport'],
  zone: ['园区', 'zone'],
  channel: ['通道', 'corridor'],
};

/** Why a commitment cannot be judged as written. */
export const reasonWords: Readonly<
  Record<Extract<EvaluabilityAnswer, { evaluable: false }>['reason'], Word>
> = {
  'no-criterion': ['没有可衡量的标准', 'no measure is given'],
  'no-number': ['没有数量', 'no number is given'],
  'no-threshold': ['程度词没有标准', 'a degree without a standard'],
};
