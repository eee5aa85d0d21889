import type { ReactNode } from 'react';
import type { DoubtfulFigure, TerritoryPage } from '../../api/statistics-pages.ts';
import { useLanguage } from '../language.tsx';
import { doubtText } from './doubt-words.ts';
import { useStory } from './story-context.ts';

/** More do not fit the sheet of paper beside everything else. */
const onPaper = 4;

/** The figures that look wrong, with why, as prominent as any other. */
export function DoubtList({ page }: { page: TerritoryPage }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.territories.doubtList;
  const doubts = page.doubts.toSorted(byUse(page));
  return (
    <section className="sheet-part">
      <h2>
        {words.title}
        <span>{doubts.length > 0 && words.note}</span>
      </h2>
      {doubts.length === 0 ? (
        <p className="sheet-none">{words.none}</p>
      ) : (
        <ul className="sheet-list">
          {doubts.map((one, index) => (
            <DoubtRow
              key={`${one.indicator} ${one.period}`}
              one={one}
              page={page}
              beyond={index >= onPaper}
            />
          ))}
        </ul>
      )}
      {doubts.length > onPaper && (
        <p className="sheet-more">{words.more(doubts.length - onPaper)}</p>
      )}
    </section>
  );
}

function DoubtRow(props: { one: DoubtfulFigure; page: TerritoryPage; beyond: boolean }): ReactNode {
  const { one, page, beyond } = props;
  const { language, messages } = useLanguage();
  const indicator = page.indicators.find(({ id }) => id === one.indicator);
  const open = useStory();
  if (!indicator) return null;
  const cell = { place: page.territory.id, indicator: one.indicator, period: one.period };
  const [doubt] = one.doubts;
  return (
    <li className={beyond ? 'beyond' : undefined}>
      <button
        type="button"
        className="figure"
        data-cell
        aria-haspopup="dialog"
        onClick={(event) => open(cell, event.currentTarget)}
      >
        {indicator.name[language]} {one.period}
      </button>
      <span>{doubt && doubtText(doubt, indicator, { language, messages })}</span>
    </li>
  );
}

/** Those of the plan's years first, then the latest. */
function byUse({ plan }: TerritoryPage): (a: DoubtfulFigure, b: DoubtfulFigure) => number {
  const inPlan = ({ period }: DoubtfulFigure) => {
    const year = Number(period.slice(0, 4));
    return year >= plan.period.start - 1 && year <= plan.period.end ? 0 : 1;
  };
  return (a, b) => inPlan(a) - inPlan(b) || b.period.localeCompare(a.period);
}
