/** The words of the pages of indicators in Chinese. */
export const indicatorsZh = {
  list: {
    title: (collected: number, proposed: number) => `${collected}项指标已有来源，${proposed}项拟设`,
    lede: '拟设：规划事项需要而尚无统计来源的指标，由本系统提出。覆盖按有过数的县计。',
    name: '指标',
    unit: '单位',
    coverage: '覆盖',
    periods: '年份',
    source: '来源',
    proposed: '拟设',
    never: '尚无数据',
    others: '全国或省',
    places: (count: number) => `${count}个地区`,
  },
  back: '全部指标',
  proposed: '拟设指标：尚无统计来源，从未采集。',
  proposedBy: (agency: string) => `可提供的部门：${agency}。`,
  finding: (given: {
    period: string;
    present: number;
    expected: number;
    member: string;
    median: string;
    best: string | null;
    worst: string | null;
  }) =>
    [
      `${given.period}年${given.expected}个${given.member}中${given.present}个有数`,
      `中位数${given.median}`,
      given.best === null ? '' : `首位${given.best}`,
      given.worst === null ? '' : `末位${given.worst}`,
    ]
      .filter(Boolean)
      .join('，'),
  noMembers: (member: string) => `没有${member}的数；下为全国和各省区。`,
  noFigures: '没有任何数据。',
  period: '年份',
  facts: {
    title: '定义与口径',
    unit: '单位',
    shown: (unit: string, shown: string) => `${unit}，显示为${shown}`,
    direction: '方向',
    directions: { up: '越高越好', down: '越低越好', none: '不分好坏，不排位' },
    digits: '取位',
    digitsOf: (digits: number) => `${digits}位小数，四舍六入五成双`,
    frequency: '频率',
    frequencies: { year: '年', 'half-year': '半年', quarter: '季', month: '月' },
    timing: '时间性质',
    timings: { level: '时点数', periodic: '当期数', cumulative: '累计数' },
    formula: '算法',
    aggregate: '汇总',
    range: '取值范围',
    rangeOf: (min: string, max: string) => `${min}—${max}`,
    open: '不限',
    source: '来源',
    breaks: '口径断点',
    breakAt: (period: string, note: string) => `${period}年起：${note}`,
    note: '说明',
    theme: '主题',
    labels: '本系统所加分类',
    labelsOf: (labels: string) => `${labels}（规划中没有这类标注）`,
    restsOn: '由此算出',
    usedBy: '用于计算',
    enclosed: '范围',
  },
  clauses: { title: '所服务的条款', none: '未关联条款。' },
  commitments: { title: '衡量的规划事项', none: '不直接衡量规划事项。' },
  coverage: {
    title: '覆盖',
    note: (member: string) => `有数的${member}，点年份看该年排序`,
    of: (present: number, expected: number) => `${present}/${expected}`,
    chosen: '所看年份',
  },
  distribution: {
    title: '分布',
    note: (present: number, period: string) => `${period}年${present}个有数的县；百分位数用第7型`,
    label: (name: string) => `${name}的分布`,
    median: (value: string) => `中位县 ${value}`,
    min: '最低',
    lower: '下四分位',
    middle: '中位',
    upper: '上四分位',
    max: '最高',
  },
  totals: {
    title: '全国和各省区',
    note: '自报为该地区公布的数；合计为其境内各县合在一起，覆盖不全的不加总，百分比不平均。',
    place: '地区',
    own: '自报',
    together: (group: string) => `境内${group}`,
    coverage: '覆盖',
  },
  series: { title: '历年', note: '全国和各省区公布的数' },
  ranking: {
    title: '排序',
    note: '1为最好，同值同位；橙色为待核实。',
    unranked: '由高到低，不分好坏，不排位。',
    caption: (name: string, period: string) => `${name}，${period}年`,
    rank: '位次',
    place: '地区',
    province: '省区',
    value: '数值',
    without: (count: number) => `没有数的${count}个：`,
  },
  sources: { title: '来源', count: (count: number) => `${count}个数` },
  doubts: { title: '待核实的数', none: '没有查出可疑的数。' },
  downloads: '下载各县全部年份',
  explorer: '在统计中查看',
  ribbon: '在边境长卷中查看',
  citation: (name: string, instant: string, address: string) =>
    `${name}，兴边统计信息库，${instant}，${address}`,
};

export type IndicatorsWords = typeof indicatorsZh;
