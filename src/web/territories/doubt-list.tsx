import type { ReactNode } from 'react';
import type { DoubtfulFigure, TerritoryPage } from '../../api/statistics-pages.ts';
import { describeDoubt } from '../../domain/doubt-words.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { type Language, useLanguage } from '../language.tsx';
import { useStory } from './story-context.ts';

/** The figures that look wrong, with why, as prominent as any other; on paper as many as there is room. */
export function DoubtList(props: { page: TerritoryPage; onPaper: number }): ReactNode {
  const { page, onPaper } = props;
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
        <ul className="sheet-list doubts">
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
  const { language } = useLanguage();
  const indicator = page.indicators.find(({ id }) => id === one.indicator);
  const open = useStory();
  if (!indicator) return null;
  const cell = { place: page.territory.id, indicator: one.indicator, period: one.period };
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
      <span>{doubtsText(one, language)}</span>
    </li>
  );
}

/** Returns everything that looks wrong about a figure, in one line; what its source says too, in short. */
export function doubtsText({ doubts }: DoubtfulFigure, language: Language): string {
  const labels = figureWordsOf(language).doubts;
  return doubts
    .map((doubt) =>
      doubt.code === 'source' && doubts.length > 1 ? labels.source : describeDoubt(doubt, language),
    )
    .join(language === 'zh' ? '；' : '; ');
}

/** Those of the plan's years first, then the latest. */
function byUse({ plan }: TerritoryPage): (a: DoubtfulFigure, b: DoubtfulFigure) => number {
  const inPlan = ({ period }: DoubtfulFigure) => {
    const year = Number(period.slice(0, 4));
    return year >= plan.period.start - 1 && year <= plan.period.end ? 0 : 1;
  };
  return (a, b) => inPlan(a) - inPlan(b) || b.period.localeCompare(a.period);
}
