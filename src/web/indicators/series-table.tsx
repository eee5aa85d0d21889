import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { shownUnitName } from '../statistics/unit-words.ts';
import { FigureButton } from '../territories/figure-button.tsx';

/** Every period of the state and the provinces, where they have figures of their own. */
export function SeriesTable({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.series;
  const { indicator, periods, totals } = page;
  const rows = totals.filter(({ own }) => own.some((figure) => figure !== null));
  const held = periods.filter((_, index) => rows.some(({ own }) => own[index]));
  if (rows.length === 0 || held.length < 2) return null;
  return (
    <section className="part">
      <header>
        <h2>
          {words.title} <small>{shownUnitName(indicator, language)}</small>
        </h2>
        <p className="note">{words.note}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="series" tabIndex={0} aria-label={words.title}>
        <table className="totals">
          <caption className="unseen">{indicator.name[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.indicators.totals.place}</th>
              {held.map((period) => (
                <th key={period} scope="col" className="num">
                  {period}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, own }) => (
              <tr key={place.id}>
                <th scope="row" lang="zh-CN">
                  <Link href={territoryPath(place.id)}>{place.shortName}</Link>
                </th>
                {held.map((period) => (
                  <td key={period} className="num">
                    <FigureButton
                      figure={own[periods.indexOf(period)] ?? null}
                      indicator={indicator}
                      place={place.id}
                      period={period}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
