import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionExponent, parseUnit, shifted } from '../../src/domain/unit-of-measure.ts';

const seeded = { seed: 20160505 };

test.each([
  ['元', 'money', 0],
  ['万元', 'money', 4],
  ['亿元', 'money', 8],
  ['亿元（现价）', 'money', 8],
  [' 千 元 ', 'money', 3],
  ['百万美元', 'us-dollar', 6],
  ['万人次', 'person', 4],
  ['人次', 'person', 0],
  ['万人', 'person', 4],
  ['万户', 'household', 4],
  ['％', 'none', -2],
  ['‰', 'none', -3],
  ['', 'none', 0],
  ['㎡', 'area', 0],
  ['km²', 'area', 6],
  ['㎞', 'length', 3],
  ['万公顷', 'area', 8],
  ['元/人', 'money/person', 0],
  ['万元/人', 'money/person', 4],
  ['平方米/人', 'area/person', 0],
  ['人/人', 'none', 0],
  ['万元/万人', 'money/person', 0],
  ['上年=100', 'index-last-year', 0],
  ['百分点', 'percentage-point', 0],
  ['元/人/年', null, 0],
  ['斤', null, 0],
  ['constructor', null, 0],
  ['万toString', null, 0],
  ['万', 'none', 4],
])('“%s” measures %s at 10^%i', (text, dimension, exponent) => {
  expect(parseUnit(text)).toEqual(dimension === null ? null : { dimension, exponent });
});

test.each([
  ['亿元', '万元', 4],
  ['万元', '亿元', -4],
  ['元', '万元', -4],
  ['公里', '米', 3],
  ['%', '‰', 1],
  ['万元/人', '元/人', 4],
  ['万元', '万人', null],
  ['%', '百分点', null],
  ['斤', '吨', null],
  ['斤', '斤', 0],
])('from %s to %s the point moves by %s', (from, to, exponent) => {
  expect(conversionExponent(from, to)).toBe(exponent);
});

test.each([
  ['1.5', 4, '15000'],
  ['1.5', -4, '0.00015'],
  ['-0.07', 2, '-7'],
  ['0', 8, '0'],
  ['120', -1, '12'],
  ['1234.5678', 2, '123456.78'],
  ['17212.5', 4, '172125000'],
  ['007', 0, '007'],
])('%s with its point moved by %i is %s', (decimal, exponent, result) => {
  expect(shifted(decimal, exponent)).toBe(result);
});

describe('properties', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
    .map(([minus, digits, places]) => {
      const text = String(digits).padStart(places + 1, '0');
      const whole = text.slice(0, text.length - places);
      const fraction = text.slice(text.length - places).replace(/0+$/, '');
      return `${minus && digits > 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
    });

  test('moving the point there and back loses nothing', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -12, max: 12 }), (text, exponent) => {
        expect(shifted(shifted(text, exponent), -exponent)).toBe(text);
      }),
      seeded,
    );
  });

  test('the digits stay as they are', () => {
    const digits = (text: string) => text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
    fc.assert(
      fc.property(decimal, fc.integer({ min: -12, max: 12 }), (text, exponent) => {
        expect(digits(shifted(text, exponent))).toBe(digits(text));
      }),
      seeded,
    );
  });

  test('converting by way of a third unit is the same', () => {
    const unit = fc.constantFrom('元', '千元', '万元', '百万元', '亿元');
    fc.assert(
      fc.property(unit, unit, unit, (a, b, c) => {
        const by = (from: string, to: string) => conversionExponent(from, to) ?? Number.NaN;
        expect(by(a, b) + by(b, c)).toBe(by(a, c));
      }),
      seeded,
    );
  });

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseUnit(text);
      }),
      seeded,
    );
  });
});
