import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { indicatorPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { shownUnitName } from '../statistics/unit-words.ts';
import { FigureButton } from './figure-button.tsx';
import { knownGaps, periodsWords } from './gap-list.tsx';
import { shownFigures } from './page-figures.ts';
import { placeToken } from './place-token.ts';

/** Below the sheet, on the screen only: every figure there is, period by period. */
export function AllFigures({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.all;
  const rows = useMemo(() => shownFigures(page), [page]);
  if (rows.length === 0) return null;
  return (
    <section className="part screen-only">
      <header>
        <h2>{words.title}</h2>
        <p className="note">{words.note}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="all-figures" tabIndex={0} aria-label={words.title}>
        <table>
          <caption className="unseen">{words.caption(page.territory.name)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.indicator}</th>
              {page.periods.map((period) => (
                <th key={period} scope="col" className="num">
                  {period}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, series, together }) => (
              <tr key={indicator.id}>
                <th scope="row">
                  <Link href={indicatorPath(indicator.id)}>{indicator.name[language]}</Link>{' '}
                  <small>{shownUnitName(indicator, language)}</small>
                  {together && <small> {page.main.name[language]}</small>}
                </th>
                {page.periods.map((period, index) => (
                  <td key={period} className="num">
                    <FigureButton
                      figure={series[index] ?? null}
                      indicator={indicator}
                      place={placeToken(page, together)}
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

/** Below the sheet, on the screen only: every gap, with who could fill it. */
export function AllGaps({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.gaps;
  const { start, end } = page.plan.period;
  const gaps = knownGaps(page);
  if (gaps.length === 0) return null;
  return (
    <section className="part screen-only">
      <header>
        <h2>{words.title}</h2>
        <p className="note">{words.note(start, end)}</p>
      </header>
      <table className="all-gaps">
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.missing}</th>
            <th scope="col">{words.agency}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ of, periods }) => (
            <tr key={of.id}>
              <th scope="row">
                <Link href={indicatorPath(of.id)}>{of.name[language]}</Link>
              </th>
              <td>
                {of.standing === 'proposed'
                  ? words.proposed
                  : periods.length === 0
                    ? words.wholly
                    : periodsWords(periods, messages)}
              </td>
              <td lang="zh-CN">{of.source.agency}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
