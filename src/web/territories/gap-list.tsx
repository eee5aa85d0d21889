import type { ReactNode } from 'react';
import type { Gap, IndicatorBrief, TerritoryPage } from '../../api/statistics-pages.ts';
import { grouped } from '../grouped.ts';
import { useLanguage } from '../language.tsx';
import { periodsText } from '../statistics/explorer-address.ts';

/** A gap with its indicator. */
export interface KnownGap extends Gap {
  readonly of: IndicatorBrief;
}

/** More do not fit the sheet of paper beside everything else. */
const onPaper = 6;

/** Returns the gaps of a page with their indicators. */
export function knownGaps(page: TerritoryPage): readonly KnownGap[] {
  const indicators = new Map(page.indicators.map((one) => [one.id, one]));
  return page.gaps.flatMap((gap) => {
    const of = indicators.get(gap.indicator);
    return of ? [{ ...gap, of }] : [];
  });
}

/** What is missing of what others have: single years by name, what is wholly missing by agency. */
export function GapList({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.gapList;
  const { start, end } = page.plan.period;
  const gaps = knownGaps(page).filter(({ of }) => of.standing === 'collected');
  const some = gaps.filter(({ periods }) => periods.length > 0);
  const whole = grouped(
    gaps.filter(({ periods }) => periods.length === 0),
    ({ of }) => of.source.agency,
  );
  return (
    <section className="sheet-part">
      <h2>
        {messages.territories.gapList.title}
        <span>{messages.period(start, end)}</span>
      </h2>
      {gaps.length === 0 && <p className="sheet-none">{words.none}</p>}
      <ul className="sheet-list">
        {some.map(({ of, periods }, index) => (
          <li key={of.id} className={index >= onPaper ? 'beyond' : undefined}>
            <span>{of.name[language]}</span>
            <span>{words.some(periodsWords(periods, messages))}</span>
          </li>
        ))}
        {[...whole].map(([agency, missing]) => (
          <li key={agency} className="by-agency">
            <span>{messages.listOf(missing.map(({ of }) => of.name[language]))}</span>
            <span>
              {words.whole(missing.length)}
              <br />
              <span lang="zh-CN">{agency}</span>
            </span>
          </li>
        ))}
      </ul>
      {some.length > onPaper && <p className="sheet-more">{words.more(some.length - onPaper)}</p>}
    </section>
  );
}

/** Proposed indicators that nobody has collected yet, counted by who could supply them. */
export function ProposedGaps({ page }: { page: TerritoryPage }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.territories.gapList;
  const proposed = knownGaps(page).filter(({ of }) => of.standing === 'proposed');
  if (proposed.length === 0) return null;
  const agencies = grouped(proposed, ({ of }) => of.source.agency);
  return (
    <p className="sheet-proposed">
      {words.proposed(proposed.length)}
      <span lang="zh-CN">
        {messages.listOf(
          [...agencies].map(([agency, missing]) => words.agency(agency, missing.length)),
        )}
      </span>
    </p>
  );
}

/** Returns periods as people write them: 2016、2018—2020. */
export function periodsWords(
  periods: readonly string[],
  messages: { readonly listOf: (items: readonly string[]) => string },
): string {
  return messages.listOf(periodsText(periods).replaceAll('..', '—').split(','));
}
