/** Growths as they are shown, of places by name. */
export interface GrowthShown {
  readonly from: string;
  readonly to: string;
  readonly shown: readonly { readonly name: string; readonly text: string }[];
}

/** The words of the page of a place in Chinese. */
export const territoriesZh = {
  kinds: {
    state: '国家',
    province: '省（自治区）',
    prefecture: '地（州、市、盟）',
    county: '县（市、区、旗）',
    township: '乡镇',
    village: '村',
    corps: '兵团',
    division: '师',
    farm: '团场',
  },
  dash: '—',
  borders: (names: readonly string[]) => `邻${names.join('、')}`,
  bordersOpen: '毗邻一侧资料未列国名',
  bordersNone: '不直接接壤',
  left: (year: string) => `${year}年退出`,
  joined: (year: string) => `${year}年起`,
  sure: (words: string, certainty: string) => `${words}（${certainty}）`,
  finding: {
    best: (name: string, then: string | null, now: string, rank: number, of: number) =>
      `${name}${then === null ? '' : `${then} → `}${now}，${of}个中第${rank}位`,
    worst: (name: string, now: string, rank: number) => `${name}${now}，第${rank}位`,
    missing: (doubts: number, gaps: number) =>
      [doubts > 0 ? `待核实${doubts}个数` : '', gaps > 0 ? `缺${gaps}项指标` : '']
        .filter(Boolean)
        .join('，'),
    holds: (count: number, member: string) => `境内${member}${count}个`,
    empty: '没有取得任何数据',
    end: '。',
    join: '；',
  },
  order: (order: number, name: string) => `第${order}位 ${name}`,
  locator: (name: string, order: number, of: number) =>
    `${name}在沿边境线依次排列的${of}个地方中居第${order}位`,
  locatorNote: (indicator: string, period: string) => `柱高为${period}年${indicator}`,
  was: (period: string, value: string) => `${period}年${value}`,
  change: (percent: string) => `${percent}%`,
  inside: (group: string) => `境内${group}`,
  notComparable: '区划有变动，不可比',
  noSites: '未见登记',
  sitesMore: (kind: string, names: string) => `${kind}：${names}`,
  median: '中位县',
  coverage: (present: number, expected: number) => `${present}/${expected}`,
  facts: {
    names: '代码与名称',
    until: (name: string, year: string) => `${name}（${year}年止）`,
    events: '区划变动',
    split: (date: string, from: string, to: string) => `${date}，${to}由${from}析置`,
    merge: (date: string, from: string, to: string) => `${date}，${from}并入${to}`,
    transfer: (date: string, from: string, to: string) => `${date}，${from}部分划入${to}`,
    comparable: '看合并可比口径',
    reported: '回到上报口径',
    merged: (names: string) => `本页按合并可比口径：${names}合并计算`,
    land: '所在县',
    above: '隶属',
    onLand: (unit: string) => `境内${unit}单位`,
    sites: '口岸与园区',
    note: '说明',
    basis: '入列依据',
    below: '下辖',
  },
  levels: {
    census: '两次普查之间',
    inside: (group: string, when: string) => `境内${group}：${when}`,
    together: (count: number, member: string) =>
      `不是全境的数，是境内${count}个${member}合在一起的数；没有分子分母的取中位县`,
    between: (first: string, last: string) => `${first}年与${last}年之间`,
    isCensus: (publication: string | null) => publication?.includes('普查') ?? false,
    legend: (count: number, first: string, last: string) =>
      `短竖为${count}个县${last}年的位置，长竖为中位县；空心圆为${first}年，实心圆为${last}年`,
    among: (count: number) => `在${count}个县中`,
    median: '中位县',
    middle: '中位',
    rank: '位次',
    coverage: '覆盖',
    strip: (name: string, then: string, now: string, rank: string) =>
      `${name}：${then} → ${now}${rank}`,
    ranked: (rank: number, of: number) => `，${of}个中第${rank}位`,
    tied: (rank: number, ties: number) => `与另外${ties - 1}个并列第${rank}位`,
    none: '没有普查数据。',
    notComparable: '两期之间区划有变动，两点不连线。',
  },
  lines: {
    title: '规划期内',
    span: (from: number, to: number) => `${from}—${to}年，金额为现价；灰线为同口径的上级地区`,
    breakAt: '口径断点',
    none: (from: number, to: number) =>
      `${from}—${to}年没有两年以上的年度数据，无从画线；缺什么见下。`,
    chart: (name: string, place: string, first: string, last: string) =>
      `${name}：${place} ${first} → ${last}`,
    doubtful: '空心圆为待核实的数',
    growth: ({ from, to, shown }: GrowthShown) =>
      `${from}—${to}年：${shown.map(({ name, text }) => name + text).join('，')}`,
  },
  doubtList: {
    title: '待核实的数',
    note: '照来源收录，随数据一并公开',
    none: '没有查出可疑的数。',
    more: (count: number) => `另有${count}个，见网页`,
  },
  gapList: {
    title: '还缺什么',
    some: (periods: string) => `缺${periods}年`,
    whole: (count: number) => `全缺${count}项：`,
    none: '已设的指标都有数。',
    proposed: (count: number) => `从未采集的拟设指标${count}项，可提供的部门：`,
    agency: (agency: string, count: number) => (count > 1 ? `${agency}${count}项` : agency),
    more: (count: number) => `另有${count}项，见网页`,
  },
  groups: (name: string, count: number) => `${name}${count}个`,
  foot: {
    sources: '来源：',
    rank: '位次1为最好，不分好坏的指标不排位。',
    sparse: '中位县只就有数的县计算。',
    current: '金额为现价，未扣除价格因素。',
    enclosed: (unit: string) => ({
      included: `数据含${unit}。`,
      excluded: `数据不含${unit}。`,
      unstated: `来源未说明是否含${unit}。`,
    }),
    rounding: '四舍六入五成双。',
  },
  side: {
    previous: '上一县',
    next: '下一县',
    at: (order: number, within: string) => `第${order}位 · ${within}`,
    page: '本页',
    print: '打印 A4',
    csv: '下载 CSV',
    xlsx: '下载 XLSX',
    explorer: '在统计中查看',
    ribbon: '在边境长卷中查看',
    beside: '前后各县',
  },
  all: {
    title: '全部数据',
    note: '点数字看来历；橙色为待核实，— 为未提供或缺少计算所需的数。',
    caption: (name: string) => `${name}全部数据`,
    indicator: '指标',
    empty: '没有数据。',
  },
  gaps: {
    title: '还缺什么：全部',
    note: (from: number, to: number) =>
      `${from}—${to}年。已设的指标他县有数而这里没有；拟设的指标尚无来源。`,
    indicator: '指标',
    missing: '缺',
    agency: '可提供的部门',
    wholly: '全缺',
    proposed: '拟设，从未采集',
  },
  unknown: {
    title: (id: string) => `没有代码为“${id}”的地区`,
    hint: '统计信息库收录规划范围内的县、团场和所在的州市、省区；地址中的代码不在其内，可能写错，或已改用新代码。可按名称、曾用名或代码查找。',
    list: '全部地区名单',
    statistics: '到统计中选择',
  },
  citation: (name: string, code: string, instant: string, address: string) =>
    `${name}（${code}），兴边统计信息库，${instant}，${address}`,
};

export type TerritoriesWords = typeof territoriesZh;
