import { z } from 'zod';

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/** Returns why a schema refused a value, in Chinese and English. */
export function reasonOf(issue: z.core.$ZodIssue): { reason: string; reasonEn: string } {
  return { reason: lengthReason(issue) ?? say(zh, issue), reasonEn: say(en, issue) };
}

/** The library's own words on length are half English. */
function lengthReason(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'too_big' && issue.origin === 'string') return `最多 ${issue.maximum} 个字`;
  if (issue.code === 'too_small' && issue.origin === 'string')
    return issue.minimum === 1 ? '不能为空' : `至少 ${issue.minimum} 个字`;
  return null;
}

function say(locale: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string {
  const said = locale(issue as never);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}
