import type { DataField } from '../../domain/data-resource.ts';
import { Basis, Withheld } from '../../domain/figure.ts';
import type { Language } from '../../domain/finding.ts';
import { Absence, Enclosed, ObservationStatus } from '../../domain/observation.ts';
import { Certainty, TerritoryKind } from '../../domain/territory.ts';

type Words = readonly [header: string, description: string];

interface FieldEntry {
  readonly type?: DataField['type'];
  readonly width?: number;
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly pattern?: string;
  readonly zh: Words;
  readonly en: Words;
}

/** Returns the fields of a download, by their keys, in order, with words in a language. */
export function fieldsOf(keys: readonly FieldKey[], language: Language): DataField[] {
  return keys.map((key) => {
    const { type = 'string', zh, en, ...rest }: FieldEntry = fieldTable[key];
    const [header, description] = language === 'zh' ? zh : en;
    const numeric = type === 'number' || type === 'integer';
    return { key, header, description, type, ...(numeric && { numeric }), ...rest };
  });
}

export type FieldKey = keyof typeof fieldTable;

/** Every column of every download: name, type, and what it says. */
export const fieldTable = {
  territory: {
    required: true,
    width: 14,
    zh: ['地区代码', '地区的编号；若干地区合在一起的，为所查询的写法，如 分组@地区'],
    en: [
      'Territory',
      'Id of the place; of places taken together, as they were asked for: group@place',
    ],
  },
  name: {
    width: 20,
    zh: ['地区', '现用名称'],
    en: ['Name', 'The name in use'],
  },
  indicator: {
    required: true,
    width: 26,
    zh: ['指标代码', '指标编号，见 indicators'],
    en: ['Indicator', 'Id of the indicator: see indicators'],
  },
  period: {
    required: true,
    width: 10,
    pattern: '\\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?',
    zh: ['时期', '年 2020、半年 2020-H1、季 2020-Q3、月 2020-07'],
    en: ['Period', 'Year 2020, half-year 2020-H1, quarter 2020-Q3, month 2020-07'],
  },
  breakdown: {
    width: 12,
    zh: ['分组', '总体的一部分，如 sex=F；总体为空'],
    en: ['Breakdown', 'A part of the whole, such as sex=F; empty for the whole'],
  },
  value: {
    type: 'number',
    width: 18,
    zh: ['数值', '以指标的计量单位计，未经舍入；没有数值的为空，原因见 absence 或 withheld'],
    en: [
      'Value',
      'In the unit of the indicator, not rounded; empty where there is none, see absence or withheld',
    ],
  },
  absence: {
    values: Absence.options,
    width: 12,
    zh: [
      '无数原因',
      'missing 缺失，not-applicable 不适用，not-due 未到期，suppressed 保密；零不在其内',
    ],
    en: ['Absence', 'Why there is no value; zero is a value'],
  },
  withheld: {
    values: Withheld.options,
    width: 18,
    zh: [
      '不给出的原因',
      'partial 覆盖不全，overlap 口径重叠，not-comparable 地区变动不可比，not-computable 无法计算',
    ],
    en: ['Withheld', 'Why a figure of several places, or a computed one, is not given'],
  },
  unit: {
    width: 10,
    zh: ['单位', '计量单位'],
    en: ['Unit', 'Unit of measure'],
  },
  status: {
    values: ObservationStatus.options,
    width: 10,
    zh: ['数据状态', 'provisional 初步数，final 最终数，estimated 估计数'],
    en: ['Status', 'provisional, final or estimated'],
  },
  source: {
    width: 40,
    zh: ['来源', '数据来源；由其他数据算得的为空'],
    en: ['Source', 'Where the figure comes from; empty where it is computed from others'],
  },
  note: {
    width: 24,
    zh: ['备注', '来源或导入时所附的说明'],
    en: ['Note', 'What the source or the import says about it'],
  },
  enclosed: {
    values: Enclosed.options,
    width: 10,
    zh: [
      '口径',
      '县的数据是否包括其境内另行统计的单位：included 含，excluded 不含，unstated 来源未说明',
    ],
    en: [
      'Enclosed units',
      'Whether figures of a county take in the units on its land that report apart',
    ],
  },
  doubts: {
    width: 16,
    zh: [
      '待核实',
      '为何看来有误，多项以空格分开：repeated、exceeds-whole、magnitude、out-of-line、against-others、source',
    ],
    en: ['To be verified', 'What looks wrong about it, several with spaces between'],
  },
  doubtful: {
    type: 'integer',
    width: 10,
    zh: ['所含待核实数', '若干地区的数据中，待核实的有几个'],
    en: ['Doubtful', 'How many of the figures behind one of several places are in doubt'],
  },
  number: {
    type: 'integer',
    width: 8,
    zh: ['发布号', '第几次导入或发布；由其他数据算得的为空'],
    en: ['Publication', 'The import or publication it came with; empty where it is computed'],
  },
  recorded: {
    type: 'datetime',
    width: 22,
    zh: ['入库时间', '协调世界时'],
    en: ['Recorded', 'When it was recorded, UTC'],
  },
  origin: {
    values: ['reported', 'computed'],
    required: true,
    width: 10,
    zh: ['数据性质', 'reported 上报，computed 由其他数据算得'],
    en: ['Origin', 'reported, or computed from other figures'],
  },
  present: {
    type: 'integer',
    width: 10,
    zh: ['有数地区', '若干地区中有数据的个数'],
    en: ['Present', 'Members with a figure'],
  },
  expected: {
    type: 'integer',
    width: 10,
    zh: ['应有地区', '若干地区的总个数'],
    en: ['Expected', 'Members there are'],
  },
  partial_sum: {
    type: 'number',
    width: 18,
    zh: ['有数地区之和', '覆盖不全时已有数据之和，不是合计'],
    en: ['Partial sum', 'The sum of those that are there, where coverage is not whole: no total'],
  },
  summary: {
    values: ['total', 'mean', 'ratio', 'median'],
    width: 10,
    zh: ['汇总方式', 'total 合计，mean 加权平均，ratio 分子合计除以分母合计，median 中位数'],
    en: ['Summary', 'How figures of several places became one'],
  },
  basis: {
    values: Basis.options,
    required: true,
    width: 12,
    zh: ['地区口径', 'reported 按上报，merged 合并可比，apportioned 按份额分摊'],
    en: ['Basis', 'As reported, or brought onto comparable territory'],
  },
  comparable_territories: {
    width: 20,
    zh: ['可比口径所含地区', '合并或分摊所涉地区，以空格分开'],
    en: ['Territories', 'Places taken together or divided, with spaces between'],
  },
  share: {
    type: 'number',
    width: 10,
    zh: ['分摊份额', '归于本地区的份额'],
    en: ['Share', 'The share that goes to this place'],
  },
  share_of: {
    width: 16,
    zh: ['份额依据', '按何种总量分摊'],
    en: ['Share of', 'What the share is of'],
  },
  id: {
    required: true,
    width: 26,
    zh: ['代码', '编号，不随名称变动'],
    en: ['Id', 'Never changes, whatever the name'],
  },
  name_en: {
    width: 30,
    zh: ['英文名称', '英文名称'],
    en: ['Name in English', 'Name in English'],
  },
  title: { width: 30, zh: ['名称', '名称'], en: ['Title', 'Title'] },
  definition: {
    width: 60,
    zh: ['定义', '定义'],
    en: ['Definition in Chinese', 'What it is, in Chinese'],
  },
  definition_en: {
    width: 60,
    zh: ['英文定义', '英文定义'],
    en: ['Definition', 'What it is'],
  },
  shown_in: {
    width: 10,
    zh: ['展示单位', '页面上所用的单位'],
    en: ['Shown in', 'The unit of the pages'],
  },
  digits: {
    type: 'integer',
    width: 8,
    zh: ['展示位数', '页面上小数点后的位数，四舍六入五成双'],
    en: ['Digits', 'Places after the point on the pages, halves to even'],
  },
  direction: {
    values: ['up', 'down', 'none'],
    width: 8,
    zh: ['方向', 'up 越大越好，down 越小越好，none 无'],
    en: ['Direction', 'Whether more is better'],
  },
  frequency: {
    values: ['year', 'half-year', 'quarter', 'month'],
    width: 10,
    zh: ['频率', '数据的周期'],
    en: ['Frequency', 'How often the figure is made'],
  },
  timing: {
    values: ['level', 'periodic', 'cumulative'],
    width: 12,
    zh: ['时间属性', 'level 时点数，periodic 当期数，cumulative 年初以来累计数'],
    en: ['Timing', 'A stock at a time, of the period alone, or since January'],
  },
  aggregation: {
    width: 30,
    zh: ['汇总规则', '若干地区如何汇总；派生指标为空'],
    en: ['Aggregation', 'How values of several places become one; empty for a derived indicator'],
  },
  formula: {
    width: 30,
    zh: ['公式', '派生指标的算法'],
    en: ['Formula', 'How a derived indicator is computed'],
  },
  agency: {
    width: 24,
    zh: ['责任单位', '数据由谁产生'],
    en: ['Agency', 'Who makes the figure'],
  },
  publication: {
    width: 30,
    zh: ['刊载', '数据刊于何处'],
    en: ['Published in', 'Where it is published'],
  },
  standing: {
    values: ['collected', 'proposed'],
    width: 10,
    zh: ['性质', 'collected 有统计来源，proposed 拟设'],
    en: ['Standing', 'collected has a statistical source; proposed is ours'],
  },
  clauses: {
    width: 16,
    zh: ['对应条款', '所服务的规划条款，以空格分开'],
    en: ['Clauses', 'Clauses of the plan it serves, with spaces between'],
  },
  breaks: {
    width: 30,
    zh: ['口径变动', '口径变动的时期和说明'],
    en: ['Breaks', 'Where the concept changed'],
  },
  kind: {
    width: 12,
    values: TerritoryKind.options,
    zh: ['类别', '地区的类别'],
    en: ['Kind', 'What the place is'],
  },
  within: {
    width: 12,
    zh: ['所属', '现属地区的编号'],
    en: ['Within', 'Id of the place it is now within'],
  },
  from: { width: 12, zh: ['起', '何时起'], en: ['From', 'Since when'] },
  until: { width: 12, zh: ['止', '到何时为止'], en: ['Until', 'Until when'] },
  groups: {
    width: 30,
    zh: ['所属分组', '曾经或现在所属的分组，以空格分开'],
    en: ['Groups', 'Groups it is or was a member of, with spaces between'],
  },
  certainty: {
    values: Certainty.options,
    width: 12,
    zh: ['把握程度', 'certain 确定，probable 较可能，candidate 候选，unverified 来源待核实'],
    en: ['Certainty', 'How sure the row is'],
  },
  licence: {
    width: 40,
    zh: ['许可', '可否再利用'],
    en: ['Licence', 'What may be done with it'],
  },
  file: { width: 30, zh: ['文件', '导入的文件'], en: ['File', 'The file it came in'] },
  members: {
    type: 'integer',
    width: 10,
    zh: ['地区个数', '由几个地区组成；单个地区为空'],
    en: ['Members', 'Of how many places; empty for one place'],
  },
  group: { width: 20, zh: ['分组代码', '分组的编号'], en: ['Group', 'Id of the group'] },
  place: {
    width: 14,
    zh: ['范围', '在何地区之内'],
    en: ['Place', 'Within which place'],
  },
} as const satisfies Record<string, FieldEntry>;
