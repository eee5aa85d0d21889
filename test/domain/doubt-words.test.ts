import { expect, test } from 'vitest';
import { describeDoubt } from '../../src/domain/doubt-words.ts';
import { type Doubt, DoubtCode } from '../../src/domain/observation.ts';

const cases: readonly (readonly [Doubt, string, string])[] = [
  [
    { code: 'repeated', params: { value: 30199, unit: '万元', since: '2019' } },
    '与2019年完全相同：30,199万元，或为沿用上期数',
    'the same as in 2019 to the last digit: 30,199 ×10⁴ yuan; perhaps carried over',
  ],
  [
    { code: 'repeated', params: { value: 1234.5678, unit: '万元', since: '2019-Q2' } },
    '与2019年第二季度完全相同：1,234.5678万元，或为沿用上期数',
    'the same as in 2019-Q2 to the last digit: 1,234.5678 ×10⁴ yuan; perhaps carried over',
  ],
  [
    {
      code: 'exceeds-whole',
      params: {
        ...{ partZh: '储蓄存款', partEn: 'Savings', partValue: 33.36, partUnit: '亿元' },
        ...{ wholeZh: '各项存款', wholeEn: 'Deposits', wholeValue: 19.73, wholeUnit: '亿元' },
      },
    },
    '储蓄存款33.36亿元，大于各项存款19.73亿元',
    'Savings 33.36 ×10⁸ yuan exceeds Deposits 19.73 ×10⁸ yuan',
  ],
  [
    { code: 'magnitude', params: { shape: 'spike', power: 4 } },
    '约为前后各期的10⁴倍，计量单位或小数点或有误',
    'about 10⁴ times the periods around it: the unit or the decimal point may have slipped',
  ],
  [
    { code: 'magnitude', params: { shape: 'step', power: -1 } },
    '约为相邻各期的十分之一，计量单位或小数点或有误',
    'about 1/10 of the periods beside it: the unit or the decimal point may have slipped',
  ],
  [
    {
      code: 'out-of-line',
      params: { shape: 'spike', percent: 27.42, expected: 1214, unit: '公里' },
    },
    '只有前后各期推算值（1,214公里）的27%',
    'only 27% of the 1,214 km the periods around it suggest',
  ],
  [
    { code: 'out-of-line', params: { shape: 'spike', percent: 436.2, expected: 3041, unit: '元' } },
    '为前后各期推算值（3,041元）的4.4倍',
    '4.4 times the 3,041 yuan the periods around it suggest',
  ],
  [
    { code: 'out-of-line', params: { shape: 'step', percent: 151.9, since: '2018' } },
    '比2018年增长52%，超出本地历期走势',
    'up 52% on 2018, beyond the usual course of the place',
  ],
  [
    { code: 'out-of-line', params: { shape: 'step', percent: 59.3, since: '2018-H1' } },
    '比2018年上半年下降41%，超出本地历期走势',
    'down 41% on 2018-H1, beyond the usual course of the place',
  ],
  [
    { code: 'out-of-line', params: { shape: 'start', percent: 653.9, since: '2011' } },
    '为2011年的6.5倍，与其后各期不相衔接',
    '6.5 times 2011, and does not join up with the periods after it',
  ],
  [
    { code: 'out-of-line', params: { shape: 'zero', least: 5.13, unit: '亿元' } },
    '为零，而其余各期均不少于5.13亿元，或为缺报',
    'zero, while every other period has at least 5.13 ×10⁸ yuan; perhaps not reported',
  ],
  [
    { code: 'out-of-line', params: { shape: 'spike', points: -28.4 } },
    '低于前后各期连线28.4个百分点',
    '28.4 points below the line through the periods around it',
  ],
  [
    {
      code: 'against-others',
      params: { against: 93.735, value: 41.25, unit: '%', since: '2010', others: 3 },
    },
    '由2010年的93.735%变为41.25%，而本地同类3项指标同期好转',
    'from 93.735% in 2010 to 41.25%, while 3 like indicators of the place improved',
  ],
  [
    { code: 'source', params: { words: 'step x2.40/yr vs 2020' } },
    '来源自注：step x2.40/yr vs 2020',
    'the source says: step x2.40/yr vs 2020',
  ],
];

test.each(cases)('%j', (doubt, zh, en) => {
  expect(describeDoubt(doubt, 'zh')).toBe(zh);
  expect(describeDoubt(doubt, 'en')).toBe(en);
});

test('every doubt has words, even with nothing known of it', () => {
  for (const code of DoubtCode.options)
    for (const language of ['zh', 'en'] as const)
      expect(describeDoubt({ code, params: {} }, language)).not.toMatch(/undefined|NaN/);
});
