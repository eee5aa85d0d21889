import type { ReactNode } from 'react';
import type { Gap, IndicatorBrief, TerritoryPage } from '../../api/statistics-pages.ts';
import { grouped } from '../grouped.ts';
import { useLanguage } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { periodsText } from '../statistics/explorer-address.ts';

/** A gap with its indicator. */
export interface KnownGap extends Gap {
  readonly of: IndicatorBrief;
}

/** Returns the gaps of a page with their indicators. */
export function knownGaps(page: TerritoryPage): readonly KnownGap[] {
  const indicators = new Map(page.indicators.map((one) => [one.id, one]));
  return page.gaps.flatMap((gap) => {
    const of = indicators.get(gap.indicator);
    return of ? [{ ...gap, of }] : [];
  });
}

/**
 * What is missing of what others have: single years by name. What is wholly missing stands with it
 * where there are no single years, else below over the whole width. On paper as many as there is room.
 */
export function GapList(props: { page: TerritoryPage; onPaper: number }): ReactNode {
  const { page, onPaper } = props;
  const { language, messages } = useLanguage();
  const words = messages.territories.gapList;
  const { start, end } = page.plan.period;
  const { some, whole } = sorted(page);
  return (
    <section className="sheet-part">
      <h2>
        {words.title}
        <span>{messages.period(start, end)}</span>
      </h2>
      {some.length + whole.length === 0 && <p className="sheet-none">{words.none}</p>}
      {some.length > 0 && (
        <ul className="sheet-list">
          {some.map(({ of, periods }, index) => (
            <li key={of.id} className={index >= onPaper ? 'beyond' : undefined}>
              <span>{of.name[language]}</span>
              <span>{words.some(periodsWords(periods, messages))}</span>
            </li>
          ))}
        </ul>
      )}
      {some.length > onPaper && <p className="sheet-more">{words.more(some.length - onPaper)}</p>}
      {some.length === 0 && <ByAgency gaps={whole} />}
    </section>
  );
}

/** Over the whole width: what is wholly missing, and what nobody has collected yet. */
export function WholeGaps({ page }: { page: TerritoryPage }): ReactNode {
  const { some, whole } = sorted(page);
  return (
    <div className="whole-gaps">
      {some.length > 0 && <ByAgency gaps={whole} />}
      <ProposedGaps page={page} />
    </div>
  );
}

/** Returns whether doubts and single missing years stand side by side, and not below one another. */
export function areBeside(page: TerritoryPage): boolean {
  return page.doubts.length > 0 && sorted(page).some.length > 0;
}

function sorted(page: TerritoryPage): Record<'some' | 'whole', readonly KnownGap[]> {
  const gaps = knownGaps(page).filter(({ of }) => of.standing === 'collected');
  return {
    some: gaps.filter(({ periods }) => periods.length > 0),
    whole: gaps.filter(({ periods }) => periods.length === 0),
  };
}

/** Each agency with what it could supply. */
function ByAgency({ gaps }: { gaps: readonly KnownGap[] }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.gapList;
  if (gaps.length === 0) return null;
  return (
    <ul className="sheet-list">
      {[...grouped(gaps, ({ of }) => of.source.agency)].map(([agency, missing]) => (
        <li key={agency} className="by-agency">
          <b>{words.whole(missing.length)}</b>
          {messages.listOf(missing.map(({ of }) => of.name[language]))}{' '}
          <i lang="zh-CN">{messages.territories.sure('', agency)}</i>
        </li>
      ))}
    </ul>
  );
}

/** Proposed indicators that nobody has collected yet, counted by who could supply them. */
function ProposedGaps({ page }: { page: TerritoryPage }): ReactNode {
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
  messages: Pick<Messages, 'listOf' | 'territories'>,
): string {
  return messages.listOf(
    periodsText(periods).replaceAll('..', messages.territories.dash).split(','),
  );
}
