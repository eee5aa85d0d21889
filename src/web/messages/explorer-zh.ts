/** The words of the data explorer in Chinese. */
export const explorerZh = {
  title: '统计',
  stop: '。',
  dash: '—',
  span: (from: string, to: string) => (from === to ? `${from}年` : `${from}—${to}年`),
  members: (within: string | null, count: number, member: string) =>
    `${within ? `${within} ` : ''}${count} 个${member}`,
  several: (count: number) => `${count} 个地区`,
  head: (rows: string, span: string, moves: string | null) =>
    moves ? `${rows}，${span}：${moves}` : `${rows}，${span}`,
  moves: (name: string, up: number, down: number) => {
    const parts = [up > 0 ? `${up} 个上升` : '', down > 0 ? `${down} 个下降` : ''];
    return `${name} ${(up >= down ? parts : parts.toReversed()).filter(Boolean).join('、')}`;
  },
  signs: (name: string, up: number, down: number) => {
    const parts = [up > 0 ? `${up} 个为正` : '', down > 0 ? `${down} 个为负` : ''];
    return `${name} ${(up >= down ? parts : parts.toReversed()).filter(Boolean).join('、')}`;
  },
  lede: (compared: number, changed: number, unknown: number) => {
    const others = [
      changed > 0 ? `${changed} 个区划有变动` : '',
      unknown > 0 ? `${unknown} 个缺其中一期` : '',
    ];
    return `${[`${compared} 个可比`, ...others].filter(Boolean).join('，')}。`;
  },
  groupWithin: (within: string | null, group: string) => (within ? `${within}${group}` : group),
  nothing: '没有选定指标或地区。请勾选左侧的指标，并在“地域”中加入地区。',
  noFigures: '所选地区、指标和年份没有数据。可换年份，或勾选有数较多的指标。',
  rail: {
    title: '指标',
    coverage: (member: string) => `有数的${member}`,
    search: '查指标',
    proposed: '待采集',
    proposedNote: '拟设指标，尚无来源',
    open: (count: number) => `指标 ${count} 项`,
    close: '完成',
    none: '没有这样的指标',
  },
  places: {
    button: '地域',
    title: '选择地域',
    group: '组合',
    within: '范围',
    form: '方式',
    each: '逐个列出',
    together: '合计一行',
    add: '加入',
    replace: '只看这一组',
    one: '加一个地区',
    oneHint: '名称或代码',
    chosen: '已选',
    remove: (name: string) => `去掉${name}`,
    whole: '全国',
    provinces: '省（自治区）',
    zones: '联动区',
    sumOf: (name: string) => `${name}（合计）`,
    unknown: '没有找到这个地区',
    empty: '还没有选地区',
  },
  years: {
    button: '年份',
    title: '选择年份',
    all: '有数的年份',
  },
  compare: {
    button: '对照',
    title: '留在上方的对照行',
    none: '不对照',
    rows: (count: number) => `${count} 行`,
  },
  view: { label: '显示方式', table: '表', lines: '线', bars: '条', ribbon: '长卷' },
  measure: { label: '数值', value: '原值', 'per-capita': '人均', growth: '增速' },
  layout: { label: '列', ends: '首末年', each: '逐年' },
  basis: {
    label: '口径',
    reported: '原报口径',
    merged: '可比：合并',
    apportioned: '可比：分摊',
  },
  sort: {
    label: '次序',
    frontier: '沿边境线',
    official: '行政区划代码',
    pinyin: '拼音',
    strokes: '笔画',
    figure: (name: string, down: boolean) => `${name}${down ? '由高到低' : '由低到高'}`,
    by: (name: string) => `按${name}排序`,
  },
  asOf: {
    button: '时点',
    title: '看某一时点的数据',
    note: '每次发布有编号，按编号或日期看，结果以后不变。',
    number: '发布编号',
    date: '或日期',
    show: '查看',
    newest: '回到最新',
    short: (number: number) => `第 ${number} 次`,
    publication: (number: number, date: string) => `第 ${number} 次发布（${date}）`,
    empty: '尚无数据',
  },
  reset: '恢复默认',
  table: {
    caption: (rows: number, indicators: number, span: string) =>
      `${rows} 个地区、${indicators} 项指标，${span}`,
    area: '省、州市',
    place: '地区',
    change: '变化',
    noSum: (coverage: string) => `${coverage}，不加总`,
    figureIn: (place: string, indicator: string, period: string) =>
      `${place}，${indicator}，${period}年`,
    doubtful: '待核',
    median: '中位',
    notSupplied: '未提供',
    comparable: { merged: '并', apportioned: '摊' },
    members: (count: number) => `${count} 个`,
    doubtfulOf: (count: number) => `含待核 ${count}`,
    drawn: (from: string, to: string) => `${from}至${to}年变化图`,
    openStory: '看来历',
  },
  note: {
    totals:
      '合计行：可加的指标逐县相加，覆盖不全的不加总，只写覆盖数；百分比由分子合计除以分母合计，没有分子分母的给出中位数，从不平均。',
    marks: '— 未提供　· 当时不在名单或尚未设立　灰色短横为缺年　橙色为待核实',
    rounding: '数字按四舍六入五成双取位。',
    unchanged: (names: string, measure: string) => `${names}没有${measure}口径，仍列原值。`,
    breaks: (name: string, period: string, note: string) =>
      `${name}自 ${period} 年口径变化：${note}`,
    basis: {
      merged: '可比口径：分设、合并的县并为一个单位，各年一致。',
      apportioned: '可比口径：按所注份额把旧数分给分设的县，是估计。',
    },
    usage: '方向键移动，回车看来历，Esc 关闭。',
  },
  units: {} as Readonly<Record<string, string>>,
  story: {
    close: '关闭',
    value: '值',
    none: '没有数据',
    formula: '算法',
    operands: '构成',
    more: (count: number) => `另有 ${count} 项`,
    source: '来源',
    recorded: '记录',
    recordedAt: (number: number, when: string) => `第 ${number} 次发布，${when}`,
    revisions: '修订',
    noRevisions: '无',
    revisedFrom: (value: string, number: number, when: string) =>
      `${value}（第 ${number} 次发布，${when}）`,
    clauses: '条款',
    doubts: '待核实',
    nameThen: '当时',
    coverage: '覆盖',
    coverageOf: (present: number, expected: number) => `${expected} 个中 ${present} 个有数`,
    partialSum: (value: string) => `已有的相加为 ${value}，不是合计`,
    comparable: '可比',
    merged: (names: string) => `与${names}合并计算`,
    apportioned: (names: string, share: string, of: string) =>
      `按${of}份额 ${share} 由${names}分摊`,
    uncertain: '份额未核实',
    enclosed: '范围',
    enclosedWords: (unit: string) => ({
      included: `含${unit}`,
      excluded: `不含${unit}`,
      unstated: `来源未说明含不含${unit}`,
    }),
    definition: '口径',
    note: '说明',
  },
  doubt: {
    repeated: (since: string) => `与 ${since} 年的数相同，到最后一位`,
    exceeds: (part: string, whole: string) => `${part}，大于${whole}`,
    magnitude: (expected: string, power: string) =>
      `按前后各年推算约为 ${expected}，相差约 10 的 ${power} 次方倍`,
    against: (since: string, before: string, now: string, others: string) =>
      `由 ${since} 年的 ${before} 变为 ${now}，其他 ${others} 个地区都相反`,
    outOfLine: (expected: string) => `按前后各年推算约为 ${expected}`,
    zero: '数为零，其他各年都不是',
  },
  formula: {
    ratio: (of: string, by: string) => `${of} ÷ ${by}`,
    share: (of: string, by: string) => `${of} ÷ ${by} × 100`,
    growth: (of: string, over: number) =>
      `${of} ÷ ${over === 1 ? '上年' : `${over}年前`}的${of} × 100 − 100`,
    change: (of: string, over: number) => `${of} − ${over === 1 ? '上年' : `${over}年前`}的${of}`,
    compound: (of: string, since: string) => `${of}自${since}年的年均增长（复合）`,
    sum: (of: readonly string[]) => of.join(' + '),
    difference: (of: string, less: string) => `${of} − ${less}`,
    index: (of: string, base: string) => `${of} ÷ ${base}年的${of} × 100`,
    aggregate: {
      sum: '逐个相加',
      mean: (weight: string) => `以${weight}加权平均`,
      ratio: (numerator: string, denominator: string) => `${numerator}合计 ÷ ${denominator}合计`,
      median: '中位数',
    },
  },
  chart: {
    lines: (name: string, count: number) => `${name}：${count} 条折线`,
    bars: (name: string, period: string) => `${name}，${period}年，由高到低`,
    strong: '突出显示',
    add: '加一个地区',
    strongNote: (most: number) => `点线或名称可突出，最多 ${most} 条。`,
    hide: (name: string) => `不再突出${name}`,
    without: (count: number) => `${count} 个没有数据`,
    offFrontier: '所选地区不在边境线上，或只有一个，画不成长卷。',
    onFrontier: (shown: number, all: number) => `${all} 个地区中 ${shown} 个在边境线上，依次画出。`,
    wholeRibbon: '看整幅边境长卷',
    fewPeriods: '只有一期数据，画不成线；请看条或表。',
    breakAt: (period: string) => `${period} 年起口径变化`,
  },
  phone: { indicator: '指标', choices: '条件' },
  downloads: {
    label: '下载本页数据',
    csv: 'CSV',
    xlsx: 'XLSX',
    json: 'JSON-stat',
    zip: '数据包',
  },
  citation: (title: string, instant: string, address: string, read: string) =>
    `兴边：${title}。${instant}。${address}（${read}读取）`,
};

export type ExplorerWords = typeof explorerZh;
