import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumberText } from '../../../src/statistics/import/number-text.ts';

test.each([
  ['1234.5', '1234.5', null],
  ['1,234,567', '1234567', null],
  ['１，２３４．５', '1234.5', null],
  ['12 345', '12345', null],
  ['+5', '5', null],
  ['−5', '-5', null],
  ['（5）', '-5', null],
  ['-0.0', '0', null],
  ['007', '7', null],
  ['.5', '0.5', null],
  ['1.500', '1.5', null],
  ['45.3%', '45.3', '%'],
  ['45.3％', '45.3', '%'],
  ['12.5亿元', '12.5', '亿元'],
  ['123①', '123', null],
  ['123²', '123', null],
  ['123 *', '123', null],
  ['12345678901234567890', '12345678901234567890', null],
])('%s is %s %s', (text, decimal, unit) => {
  expect(parseNumberText(text)).toEqual({ decimal, unit });
});

test.each([
  '',
  '-',
  '1,23',
  '1,2345',
  '1.2.3',
  '1e5',
  '0x10',
  '(-5)',
  '5)',
  '(5',
  '1-2',
  '约5',
  'NaN',
  'Infinity',
  '9'.repeat(61),
])('%s is no number', (text) => {
  expect(parseNumberText(text)).toBeNull();
});

test('a number of a workbook is as many digits as were typed', () => {
  expect(parseNumberText(64.049999999999997)).toEqual({ decimal: '64.05', unit: null });
  expect(parseNumberText(0.1 + 0.2)).toEqual({ decimal: '0.3', unit: null });
  expect(parseNumberText(1e21)).toEqual({ decimal: '1000000000000000000000', unit: null });
  expect(parseNumberText(-1.5e-7)).toEqual({ decimal: '-0.00000015', unit: null });
});

test('any number reads back from how it is written, grouped or not', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(999_999), fc.boolean(), (whole, fraction, grouped) => {
      const decimal = `${whole}.${String(fraction).padStart(6, '0')}`;
      const plain = decimal.replace(/\.?0+$/, '');
      const [digits = '', rest = ''] = decimal.split('.');
      const text = grouped ? `${digits.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}` : decimal;
      expect(parseNumberText(text)?.decimal).toBe(plain === '-0' ? '0' : plain);
    }),
    { seed: 5 },
  );
});
