import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledDocument } from '../../src/domain/compiled-document.ts';
import { expectSound } from './partition.ts';
import { planText, runOn } from './plan-text.ts';

const forms: readonly [string, CompiledDocument][] = [
  ['with its lines', compileDocument(planText)],
  ['run on', compileDocument(runOn(planText))],
  ['in one line', compileDocument(planText.replaceAll('\n', ''))],
];
const plan = compileDocument(planText);

/** Kind and how many of it, clause by clause above it. */
const counts = {
  objective: { '2.3': 7 },
  principle: { '2.2': 6 },
  area: { '3': 6 },
  task: { '3.1': 4, '3.2': 7, '3.3': 4, '3.4': 4, '3.5': 3, '3.6': 4 },
  programme: { box1: 9, box2: 7, box3: 7, box4: 4, box5: 3, box6: 4 },
  policy: { '4': 7 },
  organisation: { '5': 3 },
};

const zone = '重点开发开放试验区';
/** clause, kind, grade, verb, names as a reader needs them. */
const projects: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  [
    '3.1.1',
    'railway',
    'accelerate',
    '加快建设',
    ['泛亚铁路', '第二亚欧大陆桥铁路', '东北亚陆海联运铁路'],
  ],
  ['3.1.1', 'railway', 'study', '研究推进', ['中朝边境铁路']],
  ['3.1.1', 'railway', 'advance', '推进', ['川藏通道']],
  ['box1.3', 'railway', 'plan', '规划建设', ['克拉玛依—塔城（巴克图）铁路']],
  ['box1.3', 'railway', 'study', '研究建设', ['中吉乌铁路', '中巴铁路']],
  ['box1.3', 'railway', 'plan', '规划建设', ['防城港—东兴铁路']],
  ['box1.3', 'railway', 'study', '研究建设', ['临沧—清水河铁路', '日喀则—吉隆铁路']],
  ['box1.3', 'railway', 'preparatory', '推进…前期工作', ['芒市—猴桥铁路']],
  ['box1.4', 'railway', 'study', '研究建设', ['孙吴—逊克—乌伊岭铁路']],
  [
    'box1.4',
    'railway',
    'preparatory',
    '推进…前期工作',
    [
      '韩家园—黑河铁路',
      '鹤岗—富锦铁路',
      '创业—饶河—东方红铁路',
      '东宁—珲春铁路',
      '芒市—临沧—文山—靖西—防城港铁路',
    ],
  ],
  [
    'box1.4',
    'road',
    'advance',
    '有序推进',
    [
      'G219线东兴—峒中公路',
      'G219线丙中洛—贡山—福贡—泸水公路',
      'G219线吉木乃—和布克赛尔公路',
      'G219线萨嘎县—朗县金东乡公路',
      'G331线阿勒泰—青河公路',
      'G331线鸣沙山—塔克什肯口岸公路',
      'G331线二连浩特口岸—满都拉图公路',
      'G331线北银根—甜水井公路',
      'G331线新华—英安公路',
    ],
  ],
  [
    '3.4.4',
    'zone',
    'accelerate',
    '加快推进',
    ['广西东兴', '广西凭祥', '云南瑞丽', '云南勐腊（磨憨）', '内蒙古满洲里']
      .concat(['内蒙古二连浩特', '黑龙江绥芬河—东宁'])
      .map((name) => `${name}${zone}`),
  ],
];

const duties: readonly (readonly [string, readonly string[], string])[] = [
  ['4.1', ['省级人民政府'], '根据实际情况建立动态的边民补助机制'],
  ['4.2', ['国家发展改革委'], '继续设立兴边富民行动专项'],
  ['4.4', ['国土资源部'], '由国土资源部直接安排'],
  ['5.1', ['兴边富民行动协调小组'], '统筹协调兴边富民行动重大问题'],
  ['5.2', ['国家民委', '国家发展改革委', '财政部'], '具体负责指导边境各省区'],
  ['5.2', ['各有关部门'], '将规划主要任务和重点工程与本部门“十三五”专项规划、年度计划相衔接'],
  ['5.2', ['边境各省区人民政府'], '制定配套规划或实施意见'],
  ['5.3', ['国家民委', '国家发展改革委', '财政部'], '加强对规划实施情况的监督检查'],
  ['5.3', ['有关部门', '边境省区人民政府'], '配合做好相关工作'],
];

describe.each(forms)('the plan %s', (_, document) => {
  test('its front matter', () => {
    expect(document).toMatchObject({
      title: '国务院办公厅关于印发兴边富民行动“十三五”规划的通知',
      subject: '兴边富民行动“十三五”规划',
      number: '国办发〔2017〕50号',
      issuer: '国务院办公厅',
      issued: '2017-05-28',
      addressees: ['各省、自治区、直辖市人民政府', '国务院各部委、各直属机构'],
      period: { start: 2016, end: 2020 },
    });
  });

  test('its clauses by kind and by what stands above them', () => {
    for (const [kind, above] of Object.entries(counts)) {
      const found: Record<string, number> = {};
      for (const clause of document.clauses.filter((item) => item.kind === kind))
        found[clause.parent ?? ''] = (found[clause.parent ?? ''] ?? 0) + 1;
      expect(found, kind).toEqual(above);
    }
  });

  test('its statements, agencies and cells', () => {
    const { responsibilities } = document;
    const named = responsibilities.flatMap((item) => item.agencies);
    expect(responsibilities).toHaveLength(67);
    expect(new Set(named).size).toBe(52);
    expect(named).toHaveLength(429);
    expect(new Set(responsibilities.map((item) => item.clause)).size).toBe(67);
    for (const item of responsibilities) {
      expect(item.manner, 'by 下同 of the first statement').toBe('respectively');
      expect(item.leads, 'no item names a lead').toEqual([]);
      expect(item.others).toEqual([]);
    }
  });

  test('its named projects with kind and grade', () => {
    const found = document.namedProjects.map((item) => [
      item.clause,
      item.kind,
      item.grade,
      item.verb,
      item.title,
    ]);
    const wanted = projects.flatMap(([clause, kind, grade, verb, titles]) =>
      titles.map((title) => [clause, kind, grade, verb, title]),
    );
    expect(found).toEqual(wanted);
    expect(found).toHaveLength(34);
    for (const { start, end, name } of document.namedProjects)
      expect(document.text.slice(start, end)).toBe(name);
  });

  test.each(duties)('a duty in running text, %s %j: %s', (clause, actors, words) => {
    const found = document.duties.filter((item) => item.clause === clause);
    expect(
      found.some(
        (item) =>
          item.action.includes(words) && JSON.stringify(item.actors) === JSON.stringify(actors),
      ),
    ).toBe(true);
  });

  test('45 promises among the seven objectives, all by 2020', () => {
    const objectives = document.commitments.filter((item) => /^2\.3\.\d$/.test(item.clause));
    expect(objectives).toHaveLength(45);
    for (const item of objectives)
      expect([item.deadline, item.deadlineBasis]).toEqual(['2020', 'stated']);
  });

  test('is sound: own spans partition the body, ids are unique, offsets hold', () => {
    expectSound(document);
    for (const item of document.commitments)
      expect(document.text.slice(item.start, item.end)).toBe(item.text);
    for (const item of [...document.responsibilities, ...document.quantities])
      expect(document.text.slice(item.start, item.end)).toBe(item.text);
  });

  test('nothing is wrong with it', () => {
    expect(document.findings.filter((item) => item.severity !== 'info')).toEqual([]);
  });

  test('keeps the contract', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../docs/schemas/document.schema.json', import.meta.url), 'utf8'),
    );
    const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: true } });
    const valid = ajv.validate(schema, document);
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });
});

test('ids are the printed numbers; —— items count', () => {
  const heading = (id: string) => plan.clauses.find((clause) => clause.id === id)?.heading;
  expect(heading('3.1.2')).toBe('加强边境地区水利能源基础设施建设');
  expect(heading('box1.4')).toBe('沿边铁路、沿边公路贯通工程');
  expect(heading('2.3.1')).toBe('综合经济实力显著增强');
  expect(heading('5.3')).toBe('加强监督检查');
});

test('only the run-on form needs its headings separated by convention', () => {
  const found = forms.map(([, document]) => document.findings.map((item) => item.code));
  expect(found[0]).toEqual([]);
  expect(found[1]).toEqual(['heading-unseparated', 'heading-unseparated']);
});

test('a 口岸 that only ends a road segment is no project', () => {
  expect(plan.namedProjects.filter((item) => /口岸$/.test(item.title))).toEqual([]);
});

test('the statement that states the manner for all', () => {
  expect(plan.responsibilities[0]).toMatchObject({
    clause: '3.1.1',
    agencies: ['国家发展改革委', '交通运输部', '铁路总公司', '国家铁路局', '中国民航局'],
    text: '（国家发展改革委、交通运输部、铁路总公司、国家铁路局、中国民航局按职责分工分别负责，下同）',
  });
});

const quantities: readonly (readonly [string, string, number, string, string | null])[] = [
  ['0', '140个', 140, '个', null],
  ['1', '2.2万公里', 2.2, '万公里', null],
  ['1', '2300多万', 2300, '万', '多'],
  ['3.1.3', '20户以上', 20, '户', '以上'],
  ['4.1', '10万元以下', 10, '万元', '以下'],
  ['4.1', '20年以上', 20, '年', '以上'],
];
test.each(quantities)('the quantity %s %s', (clause, text, number, unit, qualifier) => {
  expect(
    plan.quantities.find((item) => item.clause === clause && item.text === text),
  ).toMatchObject({ number, unit, qualifier });
});

test('under 200 ms inside the process', () => {
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now();
    compileDocument(planText);
    return performance.now() - before;
  });
  expect(Math.min(...times)).toBeLessThan(200);
});
