import { expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { evaluability } from '../../src/monitoring/evaluability.ts';
import { planText } from '../compile/plan-text.ts';

const plan = compileDocument(planText);

/** The opening words of a promise of the plan, and whether it can be judged as written. */
const cases: readonly (readonly [string, string, string])[] = [
  ['2.3.1', '边境地区生产总值、城乡居民人均收入', 'target'],
  ['2.3.2', '具备条件的沿边境乡镇、建制村通', 'target'],
  ['2.3.2', '农田水利设施基本完善', 'no-threshold'],
  ['2.3.3', '贫困县全部摘帽', 'target'],
  ['2.3.3', '总体实现基本公共服务均等化', 'no-threshold'],
  ['2.3.4', '初步建成一批', 'no-number'],
  ['2.3.7', '与周边国家友好往来更加密切', 'no-criterion'],
  ['3.1.1', '加快建设泛亚铁路', 'grade'],
  ['3.1.2', '力争到2020年，电网覆盖全部边境县', 'target'],
  ['3.1.3', '实现行政村通宽带', 'target'],
  ['3.2.1', '现行标准下农村贫困人口实现脱贫', 'target'],
  ['3.4.2', '修订《边民互市贸易管理办法》', 'grade'],
  ['3.4.2', '探索发展离岸贸易', 'no-criterion'],
  ['3.4.4', '加快推进广西东兴', 'grade'],
  ['2.3.2', '清洁能源普及率明显提高', 'no-threshold'],
  ['2.3.3', '劳动年龄人口平均受教育年限', 'no-threshold'],
  ['2.3', '到2020年，边境地区同步全面建成', 'no-criterion'],
  ['3.1.2', '研究建立水电开发', 'grade'],
  ['box1.4', '逐步贯通我国沿边公路', 'grade'],
  ['4.2', '国家发展改革委继续设立', 'grade'],
  ['4.6', '逐步建立地区间横向', 'grade'],
  ['box5.1', '科学划定并严守', 'grade'],
  ['5.3', '组织开展规划实施情况评估', 'grade'],
  ['3.2.1', '对居住在沿边境特殊区域', 'no-criterion'],
  ['3.5.2', '统筹考虑将符合条件的边境县优先纳入', 'target'],
  ['3.6.4', '完善边境地区治理协调机制', 'grade'],
  ['box1.3', '推进芒市—猴桥铁路前期工作', 'grade'],
  ['box1.6', '全面解决边境地区群众饮水问题', 'target'],
  ['box1.9', '建设一批少数民族特色村寨', 'no-number'],
  ['4.1', '加大对边境回迁村的扶持力度', 'no-criterion'],
];

test.each(cases)('%s %s: %s', (clause, words, wanted) => {
  const commitment = plan.commitments.find(
    (item) => item.clause === clause && item.text.startsWith(words),
  );
  if (!commitment) throw new Error(`no promise begins with ${words}`);
  const found = evaluability(commitment, namesProject(commitment));
  expect(found.evaluable ? found.basis : found.reason).toBe(wanted);
});

test('every promise gets an answer, and most of the plan sets no criterion', () => {
  const answers = plan.commitments.map((item) => evaluability(item, namesProject(item)));
  expect(answers.filter((item) => item.evaluable).length).toBeGreaterThan(40);
  expect(answers.filter((item) => !item.evaluable).length).toBeGreaterThan(400);
});

function namesProject({ start, end }: { start: number; end: number }): boolean {
  return plan.namedProjects.some((item) => item.start >= start && item.end <= end);
}
