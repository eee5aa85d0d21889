/**
 * One word for each value of the domain, in Chinese: pages, downloads and reports say the same.
 * `src/domain` has no other words for readers.
 */
export const vocabularyZh = {
  kinds: {
    section: '章',
    objective: '目标',
    principle: '原则',
    area: '领域',
    task: '任务',
    box: '专栏',
    programme: '工程',
    policy: '政策',
    organisation: '组织实施',
    item: '条目',
  },
  grades: {
    study: '研究',
    plan: '规划',
    preparatory: '前期',
    advance: '推进',
    accelerate: '加快',
    complete: '建成、实现',
    none: '未分级',
  },
  /** What would count as done, by the promise's own verb. */
  gradeBasis: {
    study: '研究完成即为完成',
    plan: '列入规划即为完成',
    preparatory: '前期工作完成即为完成',
    advance: '开工并有进度',
    accelerate: '开工并有进度',
    complete: '建成、实现即为完成',
    none: '所写文件、机制等建立即为完成',
  },
  targetBasis: {
    absolute: '达到所写数值',
    relative: '与所写参照比较',
    saturation: '全部覆盖',
    conditional: '符合条件的全部完成',
    directional: '按所写方向变化',
    none: '按动词衡量',
  },
  targets: {
    absolute: '定量',
    relative: '相对',
    saturation: '全覆盖',
    conditional: '附条件',
    directional: '方向性',
    none: '未写目标',
  },
  deadlineBases: { stated: '原文写明', period: '规划期末' },
  reasons: {
    'no-criterion': '未写明衡量标准',
    'no-number': '未写明数量',
    'no-threshold': '程度用语未定标准',
  },
  manners: {
    listed: '列名',
    respectively: '按职责分工分别负责',
    lead: '原文写明牵头',
    jointly: '会同',
  },
  projectKinds: {
    railway: '铁路',
    road: '公路',
    waterway: '水运',
    airport: '机场',
    zone: '试验区、园区',
    channel: '通道',
  },
  boxLabel: (number: string) => `专栏${number}`,
  boxShort: (number: string) => `栏${number}`,
};

/** The same vocabulary in English. */
export const vocabularyEn: typeof vocabularyZh = {
  kinds: {
    section: 'Chapter',
    objective: 'Objective',
    principle: 'Principle',
    area: 'Area',
    task: 'Task',
    box: 'Box',
    programme: 'Programme',
    policy: 'Policy',
    organisation: 'Implementation',
    item: 'Item',
  },
  grades: {
    study: 'Study',
    plan: 'Plan',
    preparatory: 'Preparatory',
    advance: 'Advance',
    accelerate: 'Accelerate',
    complete: 'Complete',
    none: 'Not graded',
  },
  gradeBasis: {
    study: 'Done when the study is done',
    plan: 'Done when it is in a plan',
    preparatory: 'Done when preparatory work is done',
    advance: 'Begun and progressing',
    accelerate: 'Begun and progressing',
    complete: 'Done when built or achieved',
    none: 'Done when what it names exists',
  },
  targetBasis: {
    absolute: 'Reach the value as written',
    relative: 'Against the reference as written',
    saturation: 'Cover all',
    conditional: 'All that meet the condition',
    directional: 'Move as written',
    none: 'By its verb',
  },
  targets: {
    absolute: 'Absolute',
    relative: 'Relative',
    saturation: 'Full coverage',
    conditional: 'Conditional',
    directional: 'Directional',
    none: 'No target',
  },
  deadlineBases: { stated: 'stated', period: 'end of the period' },
  reasons: {
    'no-criterion': 'no criterion is written',
    'no-number': 'no number is written',
    'no-threshold': 'a degree without a standard',
  },
  manners: {
    listed: 'Named',
    respectively: 'Each within its own remit',
    lead: 'Lead named in the text',
    jointly: 'Together with',
  },
  projectKinds: {
    railway: 'Railways',
    road: 'Roads',
    waterway: 'Waterways',
    airport: 'Airports',
    zone: 'Zones',
    channel: 'Channels',
  },
  boxLabel: (number) => `Box ${number}`,
  boxShort: (number) => `B${number}`,
};

export type Vocabulary = typeof vocabularyZh;

/** Returns the vocabulary of a language. */
export function vocabularyOf(language: 'zh' | 'en'): Vocabulary {
  return language === 'zh' ? vocabularyZh : vocabularyEn;
}
