import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reasonOf } from '../../src/domain/schema-reason.ts';

const cases: readonly (readonly [z.ZodType, unknown, string, string])[] = [
  [z.string(), undefined, '没有填写', 'missing'],
  [z.enum(['a', 'b']), undefined, '没有填写', 'missing'],
  [z.union([z.string(), z.number()]), undefined, '没有填写', 'missing'],
  [z.string(), 5, '应为文字', 'should be text'],
  [z.coerce.number(), 'x', '应为数字', 'should be a number'],
  [z.number().int(), 1.5, '应为整数', 'should be a whole number'],
  [z.boolean(), 'x', '应为是或否（true、false）', 'should be true or false'],
  [z.array(z.number()), 'x', '应为列表', 'should be a list'],
  [z.object({}), 'x', '应为一组字段', 'should be an object'],
  [z.number().max(366), 367, '不能大于 366', 'should be no more than 366'],
  [z.number().min(0), -1, '不能小于 0', 'should be no less than 0'],
  [z.number().positive(), 0, '应大于 0', 'should be more than 0'],
  [z.number().lt(3), 3, '应小于 3', 'should be less than 3'],
  [z.string().min(1), '', '不能为空', 'should not be empty'],
  [z.string().min(8), 'x', '至少 8 个字', 'should have at least 8 characters'],
  [z.string().max(1), 'xx', '最多 1 个字', 'should have at most 1 character'],
  [z.array(z.number()).min(1), [], '不能为空', 'should not be empty'],
  [z.array(z.number()).max(2), [1, 2, 3], '最多 2 项', 'should have at most 2 items'],
  [z.enum(['a', 'b']), 'c', '应为其中之一：a、b', 'should be one of a, b'],
  [z.literal(4), 5, '应为 4', 'should be 4'],
  [z.string().regex(/^x/), 'a', '格式不正确', 'not in the form it should have'],
  [z.string().startsWith('a'), 'b', '应以“a”开头', 'should start with "a"'],
  [z.iso.date(), 'x', '应为日期，如 2026-01-31', 'should be a date like 2026-01-31'],
  [z.email(), 'x', '应为电子邮件地址', 'should be an email address'],
  [z.url(), 'x', '应为网址', 'should be a web address'],
  [z.number().multipleOf(5), 3, '应为 5 的倍数', 'should be a multiple of 5'],
  [z.strictObject({}), { b: 1 }, '不认识的字段：b', 'unknown: b'],
  [z.union([z.string(), z.number()]), null, '填写不正确', 'not valid'],
  [
    z.string().refine((text) => text >= '1900', { message: '1900-01-01 …' }),
    '1800',
    '应在范围内：1900-01-01 …',
    'should be within 1900-01-01 …',
  ],
  [z.string().refine(() => false), 'x', '填写不正确', 'not valid'],
];

describe('why a schema refuses a value', () => {
  test.each(cases)('%# %o', (schema, value, zh, en) => {
    const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
    if (!issue) return expect.unreachable();
    expect(reasonOf(issue)).toEqual({ reason: zh, reasonEn: en });
  });
});
