/** Findings on the statistics of a plan's folder. */
export const statisticsFindingTable = {
  'statistics-file-missing': {
    severity: 'error',
    message: { zh: '缺少统计文件 {file}', en: 'File {file} of the statistics is missing' },
    hint: {
      zh: '有 territory/ 目录的规划须有全部统计文件，见 docs/plan-folder.md',
      en: 'A plan with a territory/ folder holds all of them; see docs/plan-folder.md',
    },
  },
  'reference-unknown': {
    severity: 'error',
    message: { zh: '{field}所指的“{id}”不存在', en: '{field} names “{id}”, which does not exist' },
    hint: { zh: '请核对编号，或先登记所指对象', en: 'Check the id, or enter what it names first' },
  },
  'id-duplicate': {
    severity: 'error',
    message: { zh: '“{id}”重复', en: '“{id}” is there twice' },
    hint: { zh: '每个编号或序号只用一次', en: 'Every id or order is used once' },
  },
  'name-duplicate': {
    severity: 'error',
    message: {
      zh: '名称“{name}”已是指标 {id} 的',
      en: 'The name “{name}” is that of {id} already',
    },
    hint: {
      zh: '两个指标同名，导入时无法分清，请删去其一或写明口径',
      en: 'An import could not tell them apart: remove one, or say what sets them apart',
    },
  },
  'indicator-forbidden': {
    severity: 'error',
    message: {
      zh: '“{name}”属于本系统不收集的内容：{topic}',
      en: '“{name}” is of a kind this system does not hold: {topic}',
    },
    hint: {
      zh: '请删去；治安、边控、军事方面只保存已公布的数字，并在名称中写明“公布数”',
      en: 'Remove it; of security only a published count is held, and its name says that it is one',
    },
  },
  'reference-cycle': {
    severity: 'error',
    message: { zh: '“{id}”经由 {field} 又指向自己', en: '“{id}” leads back to itself by {field}' },
    hint: { zh: '请断开其中一处', en: 'Break it in one place' },
  },
  'above-several': {
    severity: 'error',
    message: {
      zh: '“{id}”同一时期在 {hierarchy} 层级有两个上级：{first}、{second}',
      en: '“{id}” has two places above it at once in {hierarchy}: {first}, {second}',
    },
    hint: { zh: '请写明各自的起止年份', en: 'Give the dates of each' },
  },
  'neighbour-unlisted': {
    severity: 'error',
    message: {
      zh: '邻国“{id}”不在 register.yaml 所列邻国之内',
      en: 'Neighbour “{id}” is not among those of register.yaml',
    },
    hint: {
      zh: '邻国只能取自所列各国；依据不足的留空',
      en: 'Neighbours come from that list; leave blank what has no basis',
    },
  },
  'dates-outside': {
    severity: 'error',
    message: {
      zh: '“{id}”的{field}起止（{found}）超出该地区存在的时期（{allowed}）',
      en: 'The dates of “{id}” in {field} ({found}) lie outside those of the place ({allowed})',
    },
    hint: { zh: '请核对起止年份', en: 'Check the dates' },
  },
  'dates-reversed': {
    severity: 'error',
    message: {
      zh: '“{id}”的终止（{until}）不晚于起始（{from}）',
      en: 'The end of “{id}” ({until}) is not after its beginning ({from})',
    },
    hint: {
      zh: '终止之年不再有效，须晚于起始',
      en: 'It no longer holds in its last date, which comes after the first',
    },
  },
  'event-date': {
    severity: 'warning',
    message: {
      zh: '变动 {id} 的时间 {date} 与“{to}”的设立时间 {from} 不符',
      en: 'Event {id} is of {date}, but “{to}” begins in {from}',
    },
    hint: { zh: '请核对 units.csv 与 events.csv', en: 'Compare units.csv with events.csv' },
  },
  'method-missing': {
    severity: 'error',
    message: {
      zh: '指标 {id} 须有汇总方式（aggregation）或算式（derived），且只有其一',
      en: 'Indicator {id} needs an aggregation or a formula (derived), and not both',
    },
    hint: {
      zh: '报送的指标写汇总方式，计算的指标写算式',
      en: 'A reported one has an aggregation, a computed one a formula',
    },
  },
  'percentage-added': {
    severity: 'error',
    message: {
      zh: '指标 {id}（{unit}）不能相加',
      en: 'Indicator {id} ({unit}) cannot be added up',
    },
    hint: {
      zh: '比率和人均数用 ratio、写明依据的 mean，或 median',
      en: 'A rate is aggregated by ratio, by a mean with its reason, or by median',
    },
  },
  'mean-unexplained': {
    severity: 'error',
    message: {
      zh: '指标 {id} 是百分比而用加权平均，没有说明权数就是分母',
      en: 'Indicator {id} is a percentage with a weighted mean, and no note says that the weight is its denominator',
    },
    hint: {
      zh: '在 note 中说明；权数不是分母的，改用 median',
      en: 'Say so in note; use median where the weight is not the denominator',
    },
  },
  'unit-unknown': {
    severity: 'error',
    message: {
      zh: '指标 {id} 的计量单位“{unit}”无法识别',
      en: 'The unit “{unit}” of indicator {id} is not known',
    },
    hint: { zh: '如 万元、人、%、元/人、公里', en: 'Such as 万元, 人, %, 元/人, 公里' },
  },
  'unit-mismatch': {
    severity: 'error',
    message: {
      zh: '指标 {id} 的单位“{unit}”与{field}得出的单位不符：{reason}',
      en: 'The unit “{unit}” of indicator {id} is not what {field} gives: {reason}',
    },
    hint: {
      zh: '和差的各项单位同类；比的单位是两项单位之商；增长和比重用 %',
      en: 'Terms of a sum measure the same; a ratio has the quotient of the units; growth and shares are in %',
    },
  },
  'commitment-unmeasured': {
    severity: 'error',
    message: {
      zh: '规划事项 {id} 可以评估，但没有指标，也没有说明理由',
      en: 'Commitment {id} can be evaluated, but has neither an indicator nor a reason why none',
    },
    hint: {
      zh: '在 indicators.yaml 的 commitments 中补一条',
      en: 'Add an entry to commitments in indicators.yaml',
    },
  },
  'commitment-unevaluable': {
    severity: 'warning',
    message: {
      zh: '规划事项 {id} 按原文不可评估，却列了衡量办法',
      en: 'Commitment {id} cannot be evaluated as written, yet has a measure',
    },
    hint: {
      zh: '请核对编号；原文无标准的不设指标',
      en: 'Check the id; words without a criterion get no measure',
    },
  },
  'label-unmarked': {
    severity: 'warning',
    message: {
      zh: '指标 {id} 的文字中有“{label}”，规划原文没有这一分类',
      en: 'The words of indicator {id} say “{label}”, a class the plan does not use',
    },
    hint: { zh: '本系统自用的分类写在 ownLabels', en: 'Classes of our own go to ownLabels' },
  },
  'label-printed': {
    severity: 'warning',
    message: {
      zh: '“{label}”是规划原文的用语，不应列为自用分类',
      en: '“{label}” is a word of the plan, not a class of our own',
    },
    hint: { zh: '请从 {id} 的 ownLabels 中删去', en: 'Remove it from ownLabels of {id}' },
  },
  'criterion-quote': {
    severity: 'error',
    message: { zh: '{clause} 中没有“{quote}”', en: '{clause} does not say “{quote}”' },
    hint: { zh: 'quote 须与条款原文逐字一致', en: 'quote must be words of the clause' },
  },
} as const;
