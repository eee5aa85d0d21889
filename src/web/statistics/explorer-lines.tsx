import { type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import type { SeriesPlace } from '../../api/statistics.ts';
import { type ChartLine, lineChart, strongLines } from '../../charts/line-chart.ts';
import type { ChangeAddress } from '../address-state.ts';
import { useLanguage } from '../language.tsx';
import { Marks } from '../ribbon/scene-drawing.tsx';
import { useWidth } from '../ribbon/use-width.ts';
import { listText } from './explorer-address.ts';
import type { ShownIndicator } from './explorer-state.ts';
import { type FigureTable, inShownUnit, isDoubtful, periodsWithFigures } from './figure-table.ts';
import { firstStrong, isComparable, type Undrawn, undrawnOf } from './line-places.ts';
import { nameWithCoverage, type PlaceNames } from './place-names.ts';
import { shownUnitName } from './unit-words.ts';

interface Lines {
  readonly top: readonly SeriesPlace[];
  readonly rows: readonly SeriesPlace[];
  readonly table: FigureTable;
  readonly names: PlaceNames;
  readonly strong: readonly string[] | null;
  readonly change: ChangeAddress;
}

/** Each indicator over time: a few places strongly and by name, the rest pale behind them. */
export function ExplorerLines(props: Lines & { indicators: readonly ShownIndicator[] }): ReactNode {
  const { rows, strong, change, names } = props;
  const { explorer } = useLanguage().messages;
  const first = props.strong ?? firstStrong(rows, props.indicators, props.table);
  const toggle = (token: string) => {
    const next = first.includes(token)
      ? first.filter((other) => other !== token)
      : [...first.slice(1 - strongLines), token];
    change({ hl: listText(next) });
  };
  return (
    <div className="explorer-charts">
      <p className="chart-strong">
        <span className="muted">{explorer.chart.strong}</span>
        {first.map((token) => {
          const place = rows.find((row) => row.token === token);
          if (!place) return null;
          return (
            <button
              key={token}
              type="button"
              className="chip"
              aria-label={explorer.chart.hide(names.of(place))}
              onClick={() => toggle(token)}
            >
              <span lang="zh-CN">{names.of(place)}</span> <span aria-hidden="true">×</span>
            </button>
          );
        })}
        <select
          className="field"
          aria-label={explorer.chart.add}
          value=""
          onChange={(event) => toggle(event.target.value)}
        >
          <option value="">{explorer.chart.add}</option>
          {rows
            .filter(({ token }) => !first.includes(token))
            .map((place) => (
              <option key={place.token} value={place.token} lang="zh-CN">
                {names.of(place)}
              </option>
            ))}
        </select>
        <span className="note">{explorer.chart.strongNote(strongLines)}</span>
      </p>
      {props.indicators.map((one) => (
        <LineFigure
          key={one.chosen.id}
          {...props}
          strong={strong ?? first}
          one={one}
          toggle={toggle}
        />
      ))}
    </div>
  );
}

function LineFigure(
  props: Lines & { one: ShownIndicator; toggle: (token: string) => void },
): ReactNode {
  const { one, table, rows, top, names, strong } = props;
  const { language, messages } = useLanguage();
  const { explorer } = messages;
  const [box, width] = useWidth<HTMLElement>(720);
  const { shown } = one;
  const [near, setNear] = useState<string | null>(null);
  const all = useMemo(() => [...top, ...rows], [top, rows]);
  const periods = useMemo(() => periodsWithFigures(table, all, shown.id), [table, all, shown.id]);
  const chart = useMemo(() => {
    const line = (place: SeriesPlace, look: ChartLine['look']): ChartLine => ({
      id: place.token,
      name: nameWithCoverage(place, {
        indicator: shown.id,
        period: periods.at(-1) ?? '',
        table,
        names,
        words: explorer.table,
      }),
      look,
      doubtful: periods.flatMap((period, index) =>
        isDoubtful(table.figure(place.token, shown.id, period)) ? [index] : [],
      ),
      values: periods.map((period) => {
        const value = table.value(place.token, shown.id, period);
        return value === null ? null : inShownUnit(value, shown);
      }),
    });
    return lineChart({
      periods,
      digits: shown.digits,
      breaks: shown.breaks.map(({ period }) => ({ period, words: explorer.chart.breakAt(period) })),
      lines: [
        ...top
          .filter((place) => isComparable(place, shown))
          .map((place) => line(place, 'reference')),
        ...rows.map((place) =>
          line(place, place.token === near || strong?.includes(place.token) ? 'strong' : 'pale'),
        ),
      ],
      width,
      height: Math.max(220, Math.min(360, width * 0.42)),
    });
  }, [periods, shown, table, names, rows, top, strong, near, width, explorer]);
  const drawn = chart.hits.length;
  const name = shown.name[language];
  return (
    <figure className="chart" ref={box}>
      <figcaption>
        <h2>{name}</h2> <small>{shownUnitName(shown, language)}</small>
        <UndrawnNote undrawn={undrawnOf(shown, { top, rows }, table)} />
      </figcaption>
      {periods.length < 2 ? (
        <p className="note">{explorer.chart.fewPeriods}</p>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a short cut for pointers; the list above does the same by keys
        <svg
          width={chart.width}
          height={chart.height}
          role="img"
          aria-label={explorer.chart.lines(name, drawn)}
          onPointerMove={(event: PointerEvent) =>
            setNear((event.target as Element).getAttribute('data-line'))
          }
          onPointerLeave={() => setNear(null)}
          onClick={(event) => {
            const token = (event.target as Element).getAttribute('data-line');
            if (token) props.toggle(token);
          }}
        >
          <Marks marks={chart.marks} prefix={shown.id} />
          {chart.hits.map(({ id, d }) =>
            rows.some(({ token }) => token === id) ? (
              <path key={id} className="hit" d={d} data-line={id} />
            ) : null,
          )}
        </svg>
      )}
    </figure>
  );
}

/** How many places have no figures, and what became of the rows they are compared with. */
function UndrawnNote({ undrawn }: { undrawn: Undrawn }): ReactNode {
  const { language, messages } = useLanguage();
  const { without, beyond, notAdded } = messages.explorer.chart;
  const parts = [
    undrawn.places > 0 ? without(undrawn.places) : '',
    undrawn.beyond > 0 ? beyond(undrawn.beyond) : '',
    undrawn.notAdded > 0 ? notAdded(undrawn.notAdded) : '',
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <small className="muted">{parts.join(language === 'zh' ? '；' : '; ')}</small>;
}
