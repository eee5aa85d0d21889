import type { Language } from '../language.tsx';
import type { CollectionWords } from '../messages/collection-zh.ts';

/** Returns a period as the reader's language says it: 2024年第1季度. */
export function periodWords(period: string, words: CollectionWords): string {
  const [year = period, part = ''] = period.split('-');
  if (part === '') return words.period(year);
  const number = Number(part.replace(/^[HQ]/, ''));
  if (part.startsWith('H')) return words.half(year, number);
  return part.startsWith('Q') ? words.quarter(year, number) : words.month(year, number);
}

/** Returns which form of which period something is: 边境县基本情况年报 2025年. */
export function formAndPeriod(
  of: { readonly formTitle: Readonly<Record<Language, string>>; readonly period: string },
  language: Language,
  words: CollectionWords,
): string {
  return `${of.formTitle[language]} ${periodWords(of.period, words)}`;
}
