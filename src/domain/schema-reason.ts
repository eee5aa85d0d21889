import { z } from 'zod';

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

/** Returns why a schema refused a value, in Chinese and English. */
export function reasonOf(issue: z.core.$ZodIssue): { reason: string; reasonEn: string } {
  return { reason: say(zh, issue), reasonEn: say(en, issue) };
}

function say(locale: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string {
  const said = locale(issue as never);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}
