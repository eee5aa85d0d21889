import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { valueText } from '../statistics/cell-words.ts';
import { withUnit } from '../statistics/unit-words.ts';
import { type LevelRow, levelRows } from './level-rows.ts';

/** What words of a page are made with. */
export interface Saying {
  readonly language: Language;
  readonly messages: Messages;
}

/** Returns the groups a place is in, each with how sure that is and when it left. */
export function membershipWords(page: TerritoryPage, { language, messages }: Saying): string[] {
  const words = figureWordsOf(language);
  const { territories } = messages;
  return page.memberships.map(({ member, certainty, from, until }) => {
    const dates = [
      ...(from === null ? [] : [territories.joined(from.slice(0, 4))]),
      ...(until === null ? [] : [territories.left(until.slice(0, 4))]),
    ];
    const name = [member[language], ...dates].join(language === 'zh' ? '，' : ', ');
    const sure = words.certainties[certainty];
    const said = member[language].includes(sure) || (until !== null && certainty === 'certain');
    return said ? name : territories.sure(name, sure);
  });
}

/** Returns what a place borders, in words; null for one that is not on the frontier. */
export function borderWords(page: TerritoryPage, { language, messages }: Saying): string | null {
  const { frontier } = page;
  const { territories } = messages;
  if (!frontier) return null;
  if (frontier.neighbourNames.length > 0)
    return territories.borders(frontier.neighbourNames.map((name) => name[language]));
  return frontier.touches === 'no' ? territories.bordersNone : territories.bordersOpen;
}

/** Returns the one sentence that says most of a place: where it is best, where worst, what is missing. */
export function findingWords(page: TerritoryPage, { language, messages }: Saying): string {
  const { finding } = messages.territories;
  const ranked = (levelRows(page)?.rows ?? [])
    .filter((row) => typeof row.position?.rank === 'number')
    .toSorted((a, b) => (a.position?.rank ?? 0) - (b.position?.rank ?? 0));
  const [best] = ranked;
  const worst = ranked.at(-1);
  const parts = [
    ...(best ? [bestWords(best, { language, messages })] : []),
    ...(worst && worst !== best ? [worstWords(worst, { language, messages })] : []),
    ...holding(page, { language, messages }),
    finding.missing(page.doubts.length, page.gaps.length),
  ].filter((part) => part !== '');
  if (page.figures.length === 0) parts.unshift(finding.empty);
  return parts.length === 0 ? '' : `${parts.join(finding.join)}${finding.end}`;
}

function bestWords(row: LevelRow, { language, messages }: Saying): string {
  const { indicator, was, now, position, comparable } = row;
  const text = (value: number | null | undefined) =>
    typeof value === 'number' ? withUnit(value, indicator, language) : '—';
  const before =
    was && comparable && typeof was.value === 'number' ? valueText(was.value, indicator) : null;
  const { rank, present } = position ?? { rank: 0, present: 0 };
  return messages.territories.finding.best(
    indicator.name[language],
    before,
    text(now?.value),
    rank ?? 0,
    present,
  );
}

function worstWords(
  { indicator, now, position }: LevelRow,
  { language, messages }: Saying,
): string {
  const value = typeof now?.value === 'number' ? withUnit(now.value, indicator, language) : '—';
  return messages.territories.finding.worst(indicator.name[language], value, position?.rank ?? 0);
}

function holding(page: TerritoryPage, { language, messages }: Saying): string[] {
  const held = page.groups.find(({ group }) => group.id === page.main.id);
  if (!held) return [];
  return [messages.territories.finding.holds(held.places.length, page.main.member[language])];
}
