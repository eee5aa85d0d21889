/** The words of the page of forms in Chinese. */
export const formsZh = {
  title: '报表制度',
  finding: (forms: number, year: number, asked: number, known: number) =>
    `${forms}张报表，${year}年全部单位共${asked.toLocaleString('en')}格，${
      known > 0
        ? `其中${known.toLocaleString('en')}格已由统计信息库预填，要填${(asked - known).toLocaleString('en')}格`
        : '均须填报'
    }`,
  lede: '同一单位同一时期的同一个数只收一次；库中已有的数预填并注明来源，可由其他行算出的不收。',
  nothing: '没有报表制度',
  nothingHint: '报表由规划文件夹中的 forms.yaml 给出；有了之后，各表、填报单位和填报负担在此公开。',
  contents: '报表目录',
  number: '表号',
  issuer: '制定机关',
  approval: '批准或备案',
  approved: (by: string, number: string) => `${by} ${number}`,
  validUntil: (day: string) => `有效期至${day}`,
  proposed: '拟设',
  proposedHint: '尚未经批准或备案，不是正式统计报表；无文号和有效期。',
  reporters: '填报单位',
  reporterKinds: {
    state: '国家',
    province: '省、自治区',
    prefecture: '市、州、盟',
    county: '县、市、旗、区',
    township: '乡镇',
    village: '村',
    corps: '兵团',
    division: '师',
    farm: '团场',
  } as Readonly<Record<string, string>>,
  agencies: '各部门',
  count: (count: number) => `${count}个`,
  frequency: '频率',
  frequencies: { year: '年报', 'half-year': '半年报', quarter: '季报', month: '月报' },
  due: '报送时间',
  dueWords: (years: number, opens: string, due: string, grace: number) =>
    `${years === 0 ? '当年' : years === 1 ? '次年' : `期后第${years}年`}${due}前（${opens}开始${grace > 0 ? `，宽限${grace}天` : ''}）`,
  dueShifted: '半年、季、月报按期末相应提前。',
  monthDay: (month: number, day: number) => `${month}月${day}日`,
  review: '审核',
  reviewLevels: (levels: readonly string[]) => levels.join(' → '),
  levelWords: (kinds: string, role: string) => `${kinds}${role}`,
  roles: { reviewer: '审核', approver: '审定' },
  burden: '填报负担',
  burdenWords: (cells: number, periods: number, each: number) =>
    periods === 1
      ? `每个单位每年${cells}格`
      : `每个单位每期${cells}格，一年${periods}期共${each}格`,
  burdenKnown: (asked: number, known: number) =>
    `全部单位${asked.toLocaleString('en')}格，预填${known.toLocaleString('en')}格`,
  note: '说明',
  legal: '依据',
  version: '版本',
  checked: (day: string) => `${day}核对`,
  unchecked: '条文未核对',
  source: '出处',
  lines: (count: number) => `指标${count}行`,
  line: '行',
  indicator: '指标',
  unit: '单位',
  optional: '选填',
  derived: '自动计算，不填',
  bodies: {
    year: '年份',
    title: (year: number) => `各单位${year}年要填多少格`,
    lede: (count: number) => `${count}个单位；深色为要填的格，浅色为预填的格。`,
    search: '查单位',
    body: '单位',
    forms: '报表',
    toFill: '要填',
    known: '预填',
    asked: '合计',
    none: '没有这个单位。',
    sortBy: (column: string) => `按${column}排序`,
  },
};

export type FormsWords = typeof formsZh;
