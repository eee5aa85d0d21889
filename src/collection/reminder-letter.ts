import type { ReminderKind } from '../domain/reminder.ts';
import { overdueDays } from './schedule.ts';

/** What somebody is reminded of: words a mail may carry, and no figure. */
export interface LetterTask {
  readonly submission: number;
  readonly kind: ReminderKind;
  readonly role: 'reporter' | 'reviewer' | 'approver';
  readonly form: { readonly zh: string; readonly en: string };
  readonly formNumber: string;
  /** Such as 2026 or 2026-Q1. */
  readonly period: string;
  /** Who reports. */
  readonly bodyName: string;
  readonly due: string;
  /** Whether a note stands with it in the product; notes do not leave it. */
  readonly noted: boolean;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/**
 * Returns the mail to somebody with tasks: plain text, Chinese and then English. It names forms,
 * periods, bodies and days; what was filled in, and what anybody wrote, stays in the product.
 */
export function reminderLetter(
  tasks: readonly LetterTask[],
  given: { readonly publicUrl: string; readonly at: Date },
): Letter {
  const { publicUrl } = given;
  const count = tasks.length;
  const isAre = count === 1 ? 'submission waits' : 'submissions wait';
  const lines = [
    '您好：',
    '',
    `有 ${count} 张报表等您办理。`,
    '',
    ...tasks.flatMap((task, at) => taskLines(task, { ...given, number: at + 1, language: 'zh' })),
    `本邮件由兴边系统自动发出，不含报表数据，请勿回复。不再接收：${publicUrl}/account 删除邮箱地址。`,
    '',
    '--------',
    '',
    `${count} ${isAre} for you.`,
    '',
    ...tasks.flatMap((task, at) => taskLines(task, { ...given, number: at + 1, language: 'en' })),
    `Sent by Xingbian; it holds no figures, and nobody reads an answer. To get no more: delete your address at ${publicUrl}/account.`,
    '',
  ];
  return { subject: `【兴边】${count} 张报表待办 / ${count} ${isAre}`, text: lines.join('\n') };
}

interface Line {
  readonly number: number;
  readonly language: 'zh' | 'en';
  readonly publicUrl: string;
  readonly at: Date;
}

function taskLines(task: LetterTask, { number, language, publicUrl, at }: Line): string[] {
  const zh = language === 'zh';
  const page = task.role === 'reporter' ? 'collect' : 'review';
  const period = periodName(task.period);
  const title = zh ? `${period.zh}${task.form.zh}` : `${task.form.en}, ${period.en}`;
  const form = zh ? `${title}（${task.formNumber}）` : `${title} (${task.formNumber})`;
  const noted = task.noted
    ? [zh ? '另有附言，登录后可见' : 'a note stands with it; sign in to read it']
    : [];
  return [
    `${number}. ${form}${zh ? '，' : ', '}${task.bodyName}`,
    `   ${[standing(task, at)[language], ...noted].join(zh ? '；' : '; ')}`,
    `   ${publicUrl}/${page}/${task.submission}`,
    '',
  ];
}

/** What is wanted, by the day it is in Beijing when the mail is written. */
function standing({ kind, role, due }: LetterTask, at: Date): { zh: string; en: string } {
  if (kind === 'returned') return { zh: '已退回，请更正后再报', en: 'returned to be corrected' };
  if (role !== 'reporter') return { zh: '等您审核', en: 'waits for your review' };
  const late = overdueDays(due, at);
  if (late > 0)
    return { zh: `截止日 ${due}，已逾期 ${late} 天`, en: `due ${due}, ${days(late)} overdue` };
  if (late === 0) return { zh: `截止日 ${due}，今日截止`, en: `due today, ${due}` };
  return { zh: `截止日 ${due}，还有 ${-late} 天`, en: `due ${due}, ${days(-late)} left` };
}

function periodName(period: string): { zh: string; en: string } {
  const [year = period, part = ''] = period.split('-');
  const number = Number(part.replace(/^[HQ]/, ''));
  if (part === '') return { zh: `${year}年`, en: year };
  if (part.startsWith('H'))
    return { zh: `${year}年${number === 1 ? '上' : '下'}半年`, en: `half ${number} of ${year}` };
  if (part.startsWith('Q'))
    return { zh: `${year}年第${number}季度`, en: `quarter ${number} of ${year}` };
  return { zh: `${year}年${number}月`, en: period };
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
