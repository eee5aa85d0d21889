import { type ReactNode, useId, useMemo } from 'react';
import { Link } from 'wouter';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { changeText, figureText } from '../../charts/ribbon/figure-text.ts';
import { smallLines } from '../../charts/small-lines.ts';
import { indicatorPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { Marks } from '../ribbon/scene-drawing.tsx';
import { shownUnitName } from '../statistics/unit-words.ts';
import type { GrowthBeside } from './growth-beside.ts';
import { type PeriodChart, periodCharts } from './period-lines.ts';

const drawing = { width: 222, height: 110 };

/** The years of the plan in small charts; where there are none, that there are none. */
export function PeriodChartRow({ page }: { page: TerritoryPage }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.territories.lines;
  const charts = useMemo(() => periodCharts(page), [page]);
  const { start, end } = page.plan.period;
  const doubtful = charts.some(({ lines }) => lines.some((line) => line.doubtful.length > 0));
  return (
    <section className="sheet-part">
      <h2>
        {words.title}
        <span>
          {charts.length > 0 && words.span(start - 1, end)}
          {doubtful && ` · ${words.doubtful}`}
        </span>
      </h2>
      {charts.length === 0 ? (
        <p className="sheet-none">{words.none(start - 1, end)}</p>
      ) : (
        <div className="period-charts">
          {charts.map((chart) => (
            <Chart key={chart.indicator.id} chart={chart} place={page.territory.shortName} />
          ))}
        </div>
      )}
    </section>
  );
}

function growthWords({ from, to, growths }: GrowthBeside) {
  const shown = growths.map(({ name, percent }) => ({ name, text: `${changeText(percent, 1)}%` }));
  return { from, to, shown };
}

function Chart({ chart, place }: { chart: PeriodChart; place: string }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.lines;
  const prefix = useId();
  const { indicator, periods, lines } = chart;
  const marks = useMemo(() => {
    const cut = indicator.breaks.find(({ period }) => periods.indexOf(period) > 0);
    return smallLines({
      ...{ periods, lines, digits: indicator.digits, ...drawing },
      breakAt: cut ? { period: cut.period, words: words.breakAt } : null,
    });
  }, [indicator, periods, lines, words]);
  const values = lines[0]?.values.filter((value) => value !== null) ?? [];
  const text = (value: number | undefined) => figureText(value ?? null, indicator.digits);
  return (
    <figure>
      <figcaption>
        <Link href={indicatorPath(indicator.id)}>{indicator.name[language]}</Link>{' '}
        <small>{shownUnitName(indicator, language)}</small>
      </figcaption>
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="img"
        aria-label={words.chart(
          indicator.name[language],
          place,
          text(values[0]),
          text(values.at(-1)),
        )}
      >
        <Marks marks={marks} prefix={prefix} />
      </svg>
      {chart.growth && (
        <small className="growth-beside">{words.growth(growthWords(chart.growth))}</small>
      )}
    </figure>
  );
}
