import type { IndicatorPage } from '../../api/statistics-pages.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { withUnit } from '../statistics/unit-words.ts';

/** Returns what the figures of a period say in one sentence; empty where no member has any. */
export function findingWords(
  page: IndicatorPage,
  { language, messages }: { readonly language: Language; readonly messages: Messages },
): string {
  const { indicator, distribution, ranking, period, coverage, main, totals } = page;
  const words = messages.indicators;
  const covered = coverage.find((one) => one.period === period);
  if (period === null || !distribution || !covered) {
    const above = totals.some(({ own }) => own.some((figure) => figure !== null));
    if (above) return words.noMembers(main.member[language]);
    return indicator.standing === 'proposed' ? '' : words.noFigures;
  }
  const known = ranking.filter(({ figure }) => typeof figure?.value === 'number');
  const at = (row: IndicatorPage['ranking'][number] | undefined) => {
    const value = row?.figure?.value;
    if (!row || typeof value !== 'number' || row.rank === null) return null;
    const name = page.places.find(({ id }) => id === row.territory)?.shortName ?? row.territory;
    const amount = withUnit(value, indicator, language);
    return language === 'zh' ? `${name}${amount}` : `${name} ${amount}`;
  };
  return words.finding({
    period,
    present: covered.present,
    expected: covered.expected,
    member: main.member[language],
    median: withUnit(distribution.median, indicator, language),
    best: at(known[0]),
    worst: at(known.at(-1)),
  });
}
