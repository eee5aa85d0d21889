import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Kind = Issue['code'];
type Reason = readonly [zh: string, en: string];

/** Returns why a schema refused a value, in Chinese and English; a schema is asked with `reportInput`. */
export function reasonOf(issue: Issue): { reason: string; reasonEn: string } {
  const say = reasons[issue.code] as ((issue: Issue) => Reason | null) | undefined;
  const [reason, reasonEn] = say?.(issue) ?? notValid;
  return { reason, reasonEn };
}

const notValid: Reason = ['填写不正确', 'not valid'];
const missing: Reason = ['没有填写', 'missing'];

/** By the codes of the library, whose own words name its types and are half English. */
const reasons: {
  readonly [Code in Kind]?: (issue: Extract<Issue, { readonly code: Code }>) => Reason | null;
} = {
  invalid_type: ({ expected, input }) => {
    if (input === undefined) return missing;
    const [zh, en] = typeWords[expected] ?? [null, null];
    return zh === null ? null : [`应为${zh}`, `should be ${en}`];
  },
  too_big: (issue) => boundReason(issue.origin, Number(issue.maximum), issue.inclusive ?? true, -1),
  too_small: (issue) =>
    boundReason(issue.origin, Number(issue.minimum), issue.inclusive ?? true, 1),
  invalid_format: ({ format, ...rest }) =>
    formatWords[format] ??
    ('prefix' in rest && rest.prefix
      ? [`应以“${rest.prefix}”开头`, `should start with "${rest.prefix}"`]
      : ['格式不正确', 'not in the form it should have']),
  not_multiple_of: ({ divisor }) => [
    `应为 ${divisor} 的倍数`,
    `should be a multiple of ${divisor}`,
  ],
  unrecognized_keys: ({ keys }) => [
    `不认识的字段：${keys.join('、')}`,
    `unknown: ${keys.join(', ')}`,
  ],
  invalid_value: ({ values, input }) => {
    if (input === undefined) return missing;
    const words = values.map(String);
    if (words.length === 1) return [`应为 ${words[0]}`, `should be ${words[0]}`];
    return [`应为其中之一：${words.join('、')}`, `should be one of ${words.join(', ')}`];
  },
  invalid_key: () => ['有一个键不正确', 'has a key that is not valid'],
  invalid_element: () => ['有一项不正确', 'has an element that is not valid'],
  invalid_union: ({ input }) => (input === undefined ? missing : notValid),
  custom: ({ message }) =>
    /^Invalid/.test(message) ? null : [`应在范围内：${message}`, `should be within ${message}`],
};

const typeWords: Readonly<Record<string, Reason>> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['是或否（true、false）', 'true or false'],
  array: ['列表', 'a list'],
  tuple: ['列表', 'a list'],
  object: ['一组字段', 'an object'],
  record: ['一组字段', 'an object'],
  date: ['日期', 'a date'],
  null: ['空值（null）', 'null'],
};

const formatWords: Readonly<Record<string, Reason>> = {
  date: ['应为日期，如 2026-01-31', 'should be a date like 2026-01-31'],
  datetime: [
    '应为日期和时间，如 2026-01-31T08:00:00Z',
    'should be a date and time like 2026-01-31T08:00:00Z',
  ],
  email: ['应为电子邮件地址', 'should be an email address'],
  url: ['应为网址', 'should be a web address'],
};

/** `sign`: 1 for the least that is allowed, -1 for the most. */
function boundReason(origin: string, bound: number, inclusive: boolean, sign: 1 | -1): Reason {
  if (origin === 'string') return countReason(bound, sign, ['个字', 'character']);
  if (origin === 'array' || origin === 'set') return countReason(bound, sign, ['项', 'item']);
  const [zh, en] = sign > 0 ? ['小', 'less'] : ['大', 'more'];
  if (inclusive) return [`不能${zh}于 ${bound}`, `should be no ${en} than ${bound}`];
  return sign > 0
    ? [`应大于 ${bound}`, `should be more than ${bound}`]
    : [`应小于 ${bound}`, `should be less than ${bound}`];
}

function countReason(bound: number, sign: 1 | -1, [zh, en]: Reason): Reason {
  if (sign > 0 && bound === 1) return ['不能为空', 'should not be empty'];
  const counted = `${bound} ${en}${bound === 1 ? '' : 's'}`;
  return sign > 0
    ? [`至少 ${bound} ${zh}`, `should have at least ${counted}`]
    : [`最多 ${bound} ${zh}`, `should have at most ${counted}`];
}
