import { expect, test } from 'vitest';
import { type LetterTask, reminderLetter } from '../../src/collection/reminder-letter.ts';

const task: LetterTask = {
  submission: 12,
  kind: 'due-soon',
  role: 'reporter',
  form: { zh: '年报', en: 'Yearly form' },
  formNumber: '测01表',
  period: '2026',
  bodyName: '甲县',
  due: '2027-03-31',
  noted: false,
};
const given = { publicUrl: 'https://xb.example.cn', at: new Date('2027-03-30T09:00:00+08:00') };

test('a mail names form, period, body and day, in Chinese and then in English', () => {
  const { subject, text } = reminderLetter([task], given);
  expect(subject).toBe('【兴边】1 张报表待办 / 1 submission waits');
  expect(text.split('\n')).toEqual([
    '您好：',
    '',
    '有 1 张报表等您办理。',
    '',
    '1. 2026年年报（测01表），甲县',
    '   截止日 2027-03-31，还有 1 天',
    '   https://xb.example.cn/collect/12',
    '',
    '本邮件由兴边系统自动发出，不含报表数据，请勿回复。不再接收：https://xb.example.cn/account 删除邮箱地址。',
    '',
    '--------',
    '',
    '1 submission waits for you.',
    '',
    '1. Yearly form, 2026 (测01表), 甲县',
    '   due 2027-03-31, 1 day left',
    '   https://xb.example.cn/collect/12',
    '',
    'Sent by Xingbian; it holds no figures, and nobody reads an answer. To get no more: delete your address at https://xb.example.cn/account.',
    '',
  ]);
});

test.each([
  [{ due: '2027-03-27' }, '已逾期 3 天', '3 days overdue'],
  [{ due: '2027-03-30' }, '今日截止', 'due today'],
  [{ kind: 'returned' }, '已退回', 'returned'],
  [{ kind: 'waiting', role: 'reviewer' }, '等您审核', 'waits for your review'],
  [{ role: 'approver' }, 'https://xb.example.cn/review/12', 'https://xb.example.cn/review/12'],
  [{ noted: true }, '另有附言，登录后可见', 'sign in to read it'],
  [{ period: '2026-Q3' }, '2026年第3季度', 'quarter 3 of 2026'],
  [{ period: '2026-H2' }, '2026年下半年', 'half 2 of 2026'],
] as const)('%o is said as it is', (change, zh, en) => {
  const [chinese, english] = reminderLetter([{ ...task, ...change }], given).text.split('--------');
  expect(chinese).toContain(zh);
  expect(english).toContain(en);
});
