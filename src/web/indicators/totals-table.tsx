import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Figure } from '../../api/statistics.ts';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { shownUnitName } from '../statistics/unit-words.ts';
import { FigureButton } from '../territories/figure-button.tsx';

/** The state and its provinces in a period: as they publish it, and their members as one. */
export function TotalsTable({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.totals;
  const { indicator, period, periods, totals, main } = page;
  const at = period === null ? -1 : periods.indexOf(period);
  const rows = totals
    .map(({ place, own, together }) => ({
      place,
      own: own[at] ?? null,
      together: together[at] ?? null,
    }))
    .filter(({ own, together }) => own !== null || together !== null);
  if (rows.length === 0 || period === null) return null;
  return (
    <section className="part">
      <header>
        <h2>
          {words.title} <small>{period}</small>
        </h2>
        <p className="note">{words.note}</p>
      </header>
      <table className="totals">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col" className="num">
              {words.own} {shownUnitName(indicator, language)}
            </th>
            <th scope="col" className="num">
              {words.together(main.name[language])}
            </th>
            <th scope="col">{words.coverage}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, own, together }) => (
            <tr key={place.id}>
              <th scope="row" lang="zh-CN">
                <Link href={territoryPath(place.id)}>{place.shortName}</Link>
              </th>
              <td className="num">
                <FigureButton figure={own} indicator={indicator} place={place.id} period={period} />
              </td>
              <td className="num">
                <FigureButton
                  bare
                  figure={together}
                  indicator={indicator}
                  place={`${main.id}@${place.id}`}
                  period={period}
                />
              </td>
              <td>
                <Coverage figure={together} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Coverage({ figure }: { figure: Figure | null }): ReactNode {
  const { language, messages } = useLanguage();
  const words = figureWordsOf(language);
  if (!figure?.coverage) return '—';
  const { present, expected } = figure.coverage;
  const how = figure.withheld
    ? words.withheld[figure.withheld]
    : figure.summary
      ? words.summaries[figure.summary]
      : '';
  return `${messages.indicators.coverage.of(present, expected)} ${how}`;
}
