import { type ReactNode, useMemo } from 'react';
import type { SeriesPlace } from '../../api/statistics.ts';
import { barChart } from '../../charts/bar-chart.ts';
import { changeText, figureText } from '../../charts/ribbon/figure-text.ts';
import { isMovement } from '../../statistics/implied-indicator.ts';
import { useLanguage } from '../language.tsx';
import { Marks } from '../ribbon/scene-drawing.tsx';
import { useWidth } from '../ribbon/use-width.ts';
import { doubtText } from './cell-words.ts';
import type { ShownIndicator } from './explorer-state.ts';
import type { CellAt } from './explorer-table.tsx';
import { type FigureTable, inShownUnit, periodsWithFigures } from './figure-table.ts';
import { nameWithCoverage, type PlaceNames } from './place-names.ts';
import { shownUnitName } from './unit-words.ts';

interface Bars {
  readonly top: readonly SeriesPlace[];
  readonly rows: readonly SeriesPlace[];
  readonly table: FigureTable;
  readonly names: PlaceNames;
  readonly open: (cell: CellAt) => void;
}

/** Each indicator's newest figures, the largest first, against what the rows are compared with. */
export function ExplorerBars(props: Bars & { indicators: readonly ShownIndicator[] }): ReactNode {
  return (
    <div className="explorer-charts bars">
      {props.indicators.map((one) => (
        <BarFigure key={one.chosen.id} {...props} one={one} />
      ))}
    </div>
  );
}

function BarFigure(props: Bars & { one: ShownIndicator }): ReactNode {
  const { one, top, rows, table, names, open } = props;
  const { language, messages } = useLanguage();
  const { explorer } = messages;
  const [box, width] = useWidth<HTMLElement>(420);
  const { shown } = one;
  const periods = useMemo(() => periodsWithFigures(table, rows, shown.id), [table, rows, shown.id]);
  const period = periods.at(-1);
  const chart = useMemo(() => {
    if (period === undefined) return null;
    const signed = isMovement(shown);
    const text = (value: number) => (signed ? changeText : figureText)(value, shown.digits);
    const valueAt = (place: SeriesPlace) => {
      const value = table.value(place.token, shown.id, period);
      return value === null ? null : inShownUnit(value, shown);
    };
    const bars = rows.map((place) => ({
      id: place.token,
      name: names.entry(place)?.shortName ?? names.of(place),
      value: valueAt(place),
      mark: doubtText(table.figure(place.token, shown.id, period), explorer.table),
    }));
    const most = Math.max(...bars.map(({ value }) => Math.abs(value ?? 0)));
    return barChart({
      bars: bars.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity)),
      // What lies far beyond every bar is a total of them, not a level to compare with.
      references: top.flatMap((place) => {
        const value = valueAt(place);
        if (value === null || Math.abs(value) > 2 * most) return [];
        return [
          {
            name: nameWithCoverage(place, {
              ...{ indicator: shown.id, period, table, names },
              words: explorer.table,
            }),
            value,
          },
        ];
      }),
      digits: shown.digits,
      signed,
      text,
      width,
    });
  }, [period, shown, rows, top, table, names, width, explorer]);
  const name = shown.name[language];
  const missing = rows.length - (chart?.rows.length ?? 0);
  return (
    <figure className="chart" ref={box}>
      <figcaption>
        <h2>{name}</h2>{' '}
        <small>
          {period} {shownUnitName(shown, language)}
        </small>
        {missing > 0 && <small className="muted">{explorer.chart.without(missing)}</small>}
      </figcaption>
      {chart && period !== undefined && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a short cut for pointers; the table opens the same by keys
        <svg
          width={chart.width}
          height={chart.height}
          role="img"
          aria-label={explorer.chart.bars(name, period)}
          onClick={(event) => {
            const place = (event.target as Element).getAttribute('data-bar');
            if (place) open({ place, indicator: shown.id, period });
          }}
        >
          <Marks marks={chart.marks} prefix={shown.id} />
          {chart.rows.map(({ id, y, height }) => (
            <rect
              key={id}
              className="hit"
              data-bar={id}
              y={y}
              height={height}
              width={chart.width}
            />
          ))}
        </svg>
      )}
    </figure>
  );
}
