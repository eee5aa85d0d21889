import type { ReactNode } from 'react';
import type { DoubtfulFigure, IndicatorPage } from '../../api/statistics-pages.ts';
import { useLanguage } from '../language.tsx';
import { doubtsText } from '../territories/doubt-list.tsx';
import { useStory } from '../territories/story-context.ts';

/** The figures that look wrong, with why. */
export function IndicatorDoubts({ page }: { page: IndicatorPage }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.indicators.doubts;
  const { doubts, periods } = page;
  if (periods.length === 0) return null;
  return (
    <section className="side-part">
      <h2>
        {words.title} <small>{doubts.length}</small>
      </h2>
      {doubts.length === 0 && <p className="note">{words.none}</p>}
      <ul className="evidence">
        {doubts
          .toSorted((a, b) => b.period.localeCompare(a.period))
          .map((one) => (
            <DoubtRow key={`${one.territory} ${one.period}`} one={one} page={page} />
          ))}
      </ul>
    </section>
  );
}

function DoubtRow({ one, page }: { one: DoubtfulFigure; page: IndicatorPage }): ReactNode {
  const { language } = useLanguage();
  const open = useStory();
  const place =
    page.places.find(({ id }) => id === one.territory) ??
    page.totals.find((total) => total.place.id === one.territory)?.place;
  const cell = { place: one.territory, indicator: one.indicator, period: one.period };
  return (
    <li>
      <button
        type="button"
        className="figure"
        data-cell
        aria-haspopup="dialog"
        onClick={(event) => open(cell, event.currentTarget)}
      >
        <span lang="zh-CN">{place?.shortName ?? one.territory}</span> {one.period}
      </button>{' '}
      <span>{doubtsText(one, language)}</span>
    </li>
  );
}

/** Where the figures come from, those of most figures first, and whether they take in enclosed units. */
export function IndicatorSources({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.sources;
  if (page.sources.length === 0) return null;
  const enclosed = messages.territories.foot.enclosed(page.enclosed[language]);
  return (
    <section className="side-part">
      <h2>{words.title}</h2>
      <ul className="evidence">
        {page.sources.map((source) => (
          <li key={`${source.text} ${source.enclosed}`}>
            <span lang="zh-CN">{source.text}</span>{' '}
            <small>
              {words.count(source.count)} · {enclosed[source.enclosed]}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
