import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorPage, RankedPlace } from '../../api/statistics-pages.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { shownUnitName } from '../statistics/unit-words.ts';
import { FigureButton } from '../territories/figure-button.tsx';

/** Every member with a figure in the period, the best first; those without by name below. */
export function RankingTable({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.ranking;
  const { indicator, period, ranking } = page;
  const known = ranking.filter(({ figure }) => typeof figure?.value === 'number');
  const without = ranking.filter(({ figure }) => typeof figure?.value !== 'number');
  if (known.length === 0 || period === null) return null;
  const ranked = known.some(({ rank }) => rank !== null);
  const values = known.map(({ figure }) => figure?.value ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return (
    <section className="part">
      <header>
        <h2>
          {words.title} <small>{period}</small>
        </h2>
        <p className="note">{ranked ? words.note : words.unranked}</p>
      </header>
      <table className="ranking">
        <caption className="unseen">{words.caption(indicator.name[language], period)}</caption>
        <thead>
          <tr>
            {ranked && (
              <th scope="col" className="num">
                {words.rank}
              </th>
            )}
            <th scope="col">{words.place}</th>
            <th scope="col" className="province">
              {words.province}
            </th>
            <th scope="col" className="num">
              {words.value} {shownUnitName(indicator, language)}
            </th>
            <td className="bar" />
          </tr>
        </thead>
        <tbody>
          {known.map((row) => (
            <Row key={row.territory} row={row} page={page} span={[low, high]} ranked={ranked} />
          ))}
        </tbody>
      </table>
      {without.length > 0 && <Without rows={without} page={page} />}
    </section>
  );
}

function Row(props: {
  row: RankedPlace;
  page: IndicatorPage;
  span: readonly [low: number, high: number];
  ranked: boolean;
}): ReactNode {
  const { row, page, span, ranked } = props;
  const { language, messages } = useLanguage();
  const certainties = figureWordsOf(language).certainties;
  const place = page.places.find(({ id }) => id === row.territory);
  const province = page.totals.find((total) => total.place.id === place?.province)?.place;
  return (
    <tr>
      {ranked && <td className="num">{row.rank ?? '—'}</td>}
      <th scope="row" lang="zh-CN">
        <Link href={territoryPath(row.territory)} title={place?.name}>
          {place?.shortName ?? row.territory}
        </Link>
        {place && place.certainty !== 'certain' && (
          <small> {messages.territories.sure('', certainties[place.certainty])}</small>
        )}
      </th>
      <td className="province" lang="zh-CN">
        {province?.shortName}
      </td>
      <td className="num">
        <FigureButton
          figure={row.figure}
          indicator={page.indicator}
          place={row.territory}
          period={page.period ?? ''}
        />
      </td>
      <td className="bar" aria-hidden="true">
        <Bar value={row.figure?.value ?? 0} span={span} />
      </td>
    </tr>
  );
}

/** From zero, to the right or to the left. */
function Bar({ value, span }: { value: number; span: readonly [number, number] }): ReactNode {
  const [low, high] = span;
  const at = (of: number) => (high > low ? ((of - low) / (high - low)) * 100 : 0);
  const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={value < 0 ? 'fell' : 'held'} x={from} width={to - from} y="2" height="6" />
    </svg>
  );
}

function Without({ rows, page }: { rows: readonly RankedPlace[]; page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const figureWords = figureWordsOf(language);
  const places = new Map(page.places.map((place) => [place.id, place]));
  return (
    <p className="without">
      {messages.indicators.ranking.without(rows.length)}
      {rows.map(({ territory, figure }, index) => (
        <span key={territory}>
          {index > 0 && (language === 'zh' ? '、' : ', ')}
          <Link href={territoryPath(territory)} lang="zh-CN">
            {places.get(territory)?.shortName ?? territory}
          </Link>
          {(figure?.absence || figure?.withheld) && (
            <small>
              {messages.territories.sure(
                '',
                figure.withheld
                  ? figureWords.withheld[figure.withheld]
                  : figureWords.absences[figure.absence ?? 'missing'],
              )}
            </small>
          )}
        </span>
      ))}
    </p>
  );
}
