import { type ReactNode, useId, useMemo } from 'react';
import { Link } from 'wouter';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { strip } from '../../charts/strip.ts';
import { indicatorPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { Marks } from '../ribbon/scene-drawing.tsx';
import { valueText } from '../statistics/cell-words.ts';
import { inShownUnit, isDoubtful } from '../statistics/figure-table.ts';
import { shownUnitName } from '../statistics/unit-words.ts';
import { FigureButton } from './figure-button.tsx';
import { type LevelRow, type LevelRows, levelRows } from './level-rows.ts';
import { placeToken } from './place-token.ts';

const drawing = { width: 252, height: 21 };

/** What the place was like and is like now, each beside all members, with the middle one and its rank. */
export function LevelTable({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.levels;
  const levels = useMemo(() => levelRows(page), [page]);
  if (!levels) return null;
  const { rows, periods, publication } = levels;
  const [first, last] = periods;
  const among = rows.find(({ position }) => position !== null)?.position?.expected ?? null;
  const changed = rows.some(({ comparable }) => !comparable);
  const when = words.isCensus(publication) ? words.census : words.between(first, last);
  const together = rows.find(({ now }) => now?.coverage)?.now?.coverage?.expected;
  const title = together === undefined ? when : words.inside(page.main.name[language], when);
  return (
    <section className="sheet-part">
      <h2>
        {title}
        <span>
          {among !== null && words.legend(among, first, last)}
          {together !== undefined && words.together(together, page.main.member[language])}
          {changed && <i className="mark-changed"> {words.notComparable}</i>}
        </span>
      </h2>
      <table className="level-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="num">
              {first}
            </th>
            <th scope="col" className="num">
              {last}
            </th>
            {among === null ? (
              <th scope="col" className="num coverage">
                {words.coverage}
              </th>
            ) : (
              <>
                <th scope="col" className="drawn">
                  {words.among(among)}
                </th>
                <th scope="col" className="num">
                  {words.median}
                </th>
                <th scope="col" className="num">
                  {words.rank}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.indicator.id}>
              <th scope="row">
                <Link href={indicatorPath(row.indicator.id)}>{row.indicator.name[language]}</Link>
                <small>&nbsp;{shownUnitName(row.indicator, language)}</small>
              </th>
              <td className="num earlier">
                <FigureButton
                  bare
                  figure={row.was}
                  indicator={row.indicator}
                  place={placeToken(page, row.now?.coverage !== undefined)}
                  period={first}
                />
              </td>
              <td className="num now">
                <FigureButton
                  bare
                  figure={row.now}
                  indicator={row.indicator}
                  place={placeToken(page, row.now?.coverage !== undefined)}
                  period={last}
                />
              </td>
              {among === null ? (
                <td className="num earlier coverage">
                  <Coverage row={row} />
                </td>
              ) : (
                <Standing row={row} levels={levels} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Coverage({ row }: { row: LevelRow }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.territories;
  const { coverage, summary } = row.now ?? {};
  if (!coverage) return '—';
  const counts = words.coverage(coverage.present, coverage.expected);
  return summary === 'median' ? `${words.median} ${counts}` : counts;
}

function Standing({ row, levels }: { row: LevelRow; levels: LevelRows }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.territories.levels;
  const { position, indicator } = row;
  const tied = position && position.rank !== null && position.ties > 1;
  return (
    <>
      <td className="drawn">{position && <Strip row={row} levels={levels} />}</td>
      <td className="num earlier" data-label={words.middle}>
        {position?.median == null ? '—' : valueText(position.median, indicator)}
      </td>
      <td
        className="num earlier"
        data-label={words.rank}
        title={tied ? words.tied(position.rank ?? 0, position.ties) : undefined}
      >
        {position?.rank ?? '—'}
      </td>
    </>
  );
}

function Strip({ row }: { row: LevelRow; levels: LevelRows }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.levels;
  const prefix = useId();
  const { indicator, was, now, position, comparable } = row;
  const marks = useMemo(() => {
    const shown = (value: number | null | undefined) =>
      typeof value === 'number' ? inShownUnit(value, indicator) : null;
    return strip({
      values: position?.values.map(shown) ?? [],
      was: shown(was?.value),
      now: shown(now?.value),
      comparable,
      median: shown(position?.median),
      doubtful: isDoubtful(now),
      ...drawing,
    });
  }, [indicator, was, now, position, comparable]);
  const text = (value: number | null | undefined) =>
    typeof value === 'number' ? valueText(value, indicator) : '—';
  const ranked =
    position && position.rank !== null ? words.ranked(position.rank, position.present) : '';
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={words.strip(indicator.name[language], text(was?.value), text(now?.value), ranked)}
    >
      <Marks marks={marks} prefix={prefix} />
    </svg>
  );
}
