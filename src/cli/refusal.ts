import type { AppError } from '../domain/app-error.ts';
import { errorTable } from '../domain/app-error-table.ts';
import { fill, type Language } from '../domain/finding.ts';
import { startRefusalTable } from '../domain/start-refusal-table.ts';

/** Returns a refusal as one sentence with its remedy: Chinese, then English; or English alone. */
export function refusalText(error: AppError, language: Language): string {
  const entry = { ...errorTable, ...startRefusalTable }[error.code];
  const say = (words: Language) =>
    [entry.message, entry.hint].map((text) => fill(text[words], error.details, words));
  const [message, hint] = say('zh');
  const english = say('en').join('. ');
  return language === 'en' ? `${english}.` : `${message}。${hint}。\n${english}.`;
}
