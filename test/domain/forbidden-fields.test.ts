import { expect, test } from 'vitest';
import { forbiddenTopic, forbiddenTopics } from '../../src/domain/forbidden-fields.ts';

const forbidden: Readonly<Record<string, readonly string[]>> = {
  ethnicity: [
    '民族',
    '民族成份',
    '少数民族人口',
    '少数民族人口比重',
    '朝鲜族人口（人）',
    '藏族户数占比',
    'ethnicity',
    'Ethnic minority population',
  ],
  religion: ['宗教信仰', '信教群众人数', '穆斯林人口', 'religion'],
  language: ['母语', '双语人口', '普通话掌握人数', 'mother tongue'],
  person: [
    '姓名',
    '户主姓名',
    '身份证号',
    '联系电话',
    '手机号码',
    '家庭住址',
    '银行卡号',
    '出生日期',
    'Passport no.',
    'Full name',
    'phone number',
  ],
  movement: ['境外人员居留数', '重点人员', '思想动态', '非法入境人数'],
  security: [
    '警力',
    '护边员人数',
    '治安案件数',
    '监控摄像头数',
    '军事设施',
    '边防派出所数',
    '刑事案件',
    'Number of police',
    'military personnel',
  ],
};

const permitted = [
  '民族自治地方个数',
  '民族自治县财政收入',
  '少数民族特色村寨数',
  '少数民族特色小镇',
  '民族团结进步示范单位数',
  '民族医院床位数',
  '延边朝鲜族自治州',
  '孟连傣族拉祜族佤族自治县',
  '残疾人受益人数',
  '户籍人口',
  '城镇居民人均可支配收入',
  '农村最低生活保障人数',
  '固定电话用户',
  '移动电话用户数（户）',
  '外贸进出口总额',
  '口岸出入境货运量',
  '国防教育基地数',
  '优抚对象人数',
  '领导班子',
  '名称',
  'name',
  'Gross domestic product',
  'Resident population',
];

test.each(
  Object.entries(forbidden).flatMap(([topic, names]) => names.map((name) => [name, topic])),
)('“%s” is not held: %s', (name, topic) => {
  expect(forbiddenTopic(name)?.id).toBe(topic);
});

test.each(permitted)('“%s” may be held', (name) => {
  expect(forbiddenTopic(name)?.id).toBeUndefined();
});

test('every topic has an example', () => {
  expect(Object.keys(forbidden).sort()).toEqual(forbiddenTopics.map((topic) => topic.id).sort());
});

test('a long name costs no more than a short one', () => {
  const began = performance.now();
  for (const part of ['族', '民族自治', '少数民族', '傣族拉祜族', 'a '])
    forbiddenTopic(part.repeat(100_000));
  expect(performance.now() - began).toBeLessThan(1_000);
});
