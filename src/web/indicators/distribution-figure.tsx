import { type ReactNode, useId, useMemo } from 'react';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import { spreadBars } from '../../charts/spread-bars.ts';
import { useLanguage } from '../language.tsx';
import { Marks } from '../ribbon/scene-drawing.tsx';
import { useWidth } from '../ribbon/use-width.ts';
import { valueText } from '../statistics/cell-words.ts';
import { inShownUnit } from '../statistics/figure-table.ts';
import { shownUnitName } from '../statistics/unit-words.ts';

const height = 190;

/** How the values of a period are spread: counts in bins, every place as a tick, five numbers. */
export function DistributionFigure({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.distribution;
  const prefix = useId();
  const [box, width] = useWidth<HTMLElement>(800);
  const { distribution, indicator, ranking, period } = page;
  const known = useMemo(
    () =>
      ranking.flatMap(({ figure }) => (typeof figure?.value === 'number' ? [figure.value] : [])),
    [ranking],
  );
  const marks = useMemo(() => {
    if (!distribution) return [];
    const shown = (value: number) => inShownUnit(value, indicator);
    return spreadBars({
      bins: distribution.bins.map(({ from, to, count }) => ({
        from: shown(from),
        to: shown(to),
        count,
      })),
      values: known.map(shown),
      median: shown(distribution.median),
      lower: shown(distribution.lower),
      upper: shown(distribution.upper),
      digits: indicator.digits,
      words: { median: words.median(valueText(distribution.median, indicator)) },
      ...{ width, height },
    });
  }, [distribution, indicator, known, width, words]);
  if (!distribution || period === null) return null;
  const numbers = ['min', 'lower', 'median', 'upper', 'max'] as const;
  const names = { ...words, median: words.middle };
  return (
    <section className="part" ref={box}>
      <header>
        <h2>
          {words.title} <small>{shownUnitName(indicator, language)}</small>
        </h2>
        <p className="note">{words.note(known.length, period)}</p>
      </header>
      <svg
        className="distribution"
        width={width}
        height={height}
        role="img"
        aria-label={words.label(indicator.name[language])}
      >
        <Marks marks={marks} prefix={prefix} />
      </svg>
      <dl className="five-numbers">
        {numbers.map((name) => (
          <div key={name}>
            <dt>{names[name]}</dt>
            <dd>{valueText(distribution[name], indicator)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
