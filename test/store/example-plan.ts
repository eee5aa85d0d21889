import type { CompiledDocument } from '../../src/domain/compiled-document.ts';
import type { PlannedDocument } from '../../src/store/plan-rows.ts';

const lines = [
  '兴边示例规划',
  '一、主要任务',
  '（一）基础设施',
  '1.公路。加快建设Ｇ219线，改造100%农村公路。（交通运输部、国家发展改革委）',
  '专栏1 重点工程',
  '（1）边境公路。研究建设甲—乙铁路。（国家发展改革委，各省级人民政府）',
  '二、组织实施',
  '国家民委会同有关部门加强公路监测。',
];

/** The text of the example, and the place of a piece of it. */
export const exampleText = lines.join('\n');

/** A small plan made by hand: one of everything. */
export function examplePlan(change: { readonly title?: string } = {}): PlannedDocument {
  return {
    file: {
      id: 'example',
      title: { zh: change.title ?? '兴边示例规划', en: 'Example plan' },
      shortTitle: { zh: '示例', en: 'Example' },
      number: '示例〔2017〕1号',
      issuer: '示例办公厅',
      issued: '2017-05-28',
      period: { start: 2016, end: 2020 },
      baseYear: 2015,
      text: 'text.txt',
      source: { publisher: '示例', attribution: '示例来源' },
      expect: { clauses: {}, responsibilities: 2, agencies: 2, cells: 3, namedProjects: 1 },
    },
    document: document(),
    agencies: [
      {
        name: '交通运输部',
        fullName: '中华人民共和国交通运输部',
        fullNameSource: '示例',
        successors: [],
        succeeded: null,
        successionSource: null,
        note: null,
      },
      {
        name: '国家质检总局',
        fullName: null,
        fullNameSource: null,
        successors: ['国家市场监督管理总局', '海关总署'],
        succeeded: '2018-03',
        successionSource: '示例',
        note: '示例',
      },
    ],
    corrections: [],
    evaluability: [
      { evaluable: true, basis: 'target' },
      { evaluable: false, reason: 'no-criterion' },
    ],
  };
}

function document(): CompiledDocument {
  const clause = (
    id: string,
    parent: string | null,
    kind: CompiledDocument['clauses'][number]['kind'],
    number: string | null,
    heading: string,
    own: readonly [number, number],
    last = own[1],
  ): CompiledDocument['clauses'][number] => {
    const [start, end] = [lineStart(own[0]), lineStart(last)];
    const ownSpans: [number, number][] = [[start, lineStart(own[1])]];
    return {
      id,
      parent,
      kind,
      number,
      heading,
      start,
      end,
      ownSpans,
      text: exampleText.slice(start, end),
    };
  };
  return {
    contract: 'xingbian.document/1',
    title: '兴边示例规划',
    subject: null,
    number: '示例〔2017〕1号',
    issuer: null,
    issued: null,
    addressees: [],
    period: null,
    text: exampleText,
    body: [lineStart(1), exampleText.length],
    clauses: [
      clause('1', null, 'section', '一、', '主要任务', [1, 2], 6),
      clause('1.1', '1', 'area', '（一）', '基础设施', [2, 3], 6),
      clause('1.1.1', '1.1', 'task', '1.', '公路', [3, 4]),
      clause('box1', '1.1', 'box', '专栏1', '重点工程', [4, 5], 6),
      clause('box1.1', 'box1', 'programme', '（1）', '边境公路', [5, 6]),
      clause('2', null, 'section', '二、', '组织实施', [6, 8]),
    ],
    responsibilities: [
      {
        clause: '1.1.1',
        agencies: ['交通运输部', '国家发展改革委'],
        others: [],
        manner: 'listed',
        leads: [],
        open: false,
        text: '（交通运输部、国家发展改革委）',
        ...place('（交通运输部、国家发展改革委）'),
      },
      {
        clause: 'box1.1',
        agencies: ['国家发展改革委'],
        others: ['各省级人民政府'],
        manner: 'respectively',
        leads: [],
        open: false,
        text: '（国家发展改革委，各省级人民政府）',
        ...place('（国家发展改革委，各省级人民政府）'),
      },
    ],
    duties: [
      {
        clause: '2',
        actors: ['国家民委', '有关部门'],
        action: '加强公路监测',
        ...place('加强公路监测'),
      },
    ],
    commitments: [
      {
        id: '1.1.1#1',
        clause: '1.1.1',
        text: '改造100%农村公路',
        verb: '改造',
        grade: 'none',
        target: 'saturation',
        deadline: '2020',
        deadlineBasis: 'period',
        conditions: ['具备条件的'],
        ...place('改造100%农村公路'),
      },
      {
        id: 'box1.1#1',
        clause: 'box1.1',
        text: '研究建设甲—乙铁路',
        verb: '研究建设',
        grade: 'study',
        target: 'none',
        deadline: null,
        deadlineBasis: null,
        conditions: [],
        ...place('研究建设甲—乙铁路'),
      },
    ],
    quantities: [
      { clause: '1.1.1', text: '100%', number: 100, unit: '%', qualifier: null, ...place('100%') },
    ],
    namedProjects: [
      {
        clause: 'box1.1',
        name: '甲—乙',
        title: '甲—乙铁路',
        kind: 'railway',
        grade: 'study',
        verb: '研究建设',
        ...place('甲—乙'),
      },
    ],
    findings: [],
  };
}

function lineStart(line: number): number {
  return line >= lines.length
    ? exampleText.length
    : lines.slice(0, line).reduce((sum, item) => sum + item.length + 1, 0);
}

function place(words: string): { start: number; end: number } {
  const start = exampleText.indexOf(words);
  return { start, end: start + words.length };
}
