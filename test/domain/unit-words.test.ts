import { expect, test } from 'vitest';
import { unitName, withUnitName } from '../../src/domain/unit-words.ts';

test.each([
  ['30,199', '万元', '30,199万元', '30,199 ×10⁴ yuan'],
  ['19.73', '亿元', '19.73亿元', '19.73 ×10⁸ yuan'],
  ['171,781', '人', '171,781人', '171,781 persons'],
  ['23.9', '%', '23.9%', '23.9%'],
  ['−3.4', '百分点', '−3.4百分点', '−3.4 percentage points'],
  ['57.01', '平方米/人', '57.01平方米/人', '57.01 m² per person'],
  ['3', '个', '3个', '3'],
  ['1.06', '', '1.06', '1.06'],
  ['7', '万千瓦时', '7万千瓦时', '7 ×10⁴ kWh'],
  ['7', '蒲式耳', '7蒲式耳', '7 蒲式耳'],
])('%s %s', (amount, unit, zh, en) => {
  expect(withUnitName(amount, unit, 'zh')).toBe(zh);
  expect(withUnitName(amount, unit, 'en')).toBe(en);
});

test('a unit by itself has no sign of multiplication', () => {
  expect(unitName('亿美元', 'en')).toBe('10⁸ US dollars');
  expect(unitName('亿美元', 'zh')).toBe('亿美元');
});
