import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import { indicatorPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { formulaWords } from '../statistics/formula-words.ts';
import { shownUnitName } from '../statistics/unit-words.ts';

/** What an indicator is and how it may be read. */
export function IndicatorFacts({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.facts;
  const { indicator, theme, restsOn, usedBy } = page;
  const names = new Map(restsOn.map(({ id, name }) => [id, name[language]]));
  const formula = formulaWords(
    { indicator, place: { members: 1 } },
    (id) => names.get(id) ?? id,
    messages,
  );
  const unit = shownUnitName({ unit: indicator.unit }, language);
  const shown = shownUnitName(indicator, language);
  const { min, max } = indicator.range;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.theme, theme?.name[language]],
    [words.unit, shown === unit ? unit : words.shown(unit, shown)],
    [words.direction, words.directions[indicator.direction]],
    [words.digits, words.digitsOf(indicator.digits)],
    [words.frequency, words.frequencies[indicator.frequency]],
    [words.timing, words.timings[indicator.timing]],
    [indicator.derived ? words.formula : words.aggregate, formula],
    [
      words.range,
      min === undefined && max === undefined
        ? null
        : words.rangeOf(boundText(min) ?? words.open, boundText(max) ?? words.open),
    ],
    [
      words.source,
      <span key="source" lang="zh-CN">
        {indicator.source.agency}；{indicator.source.publication}
      </span>,
    ],
    ...indicator.breaks.map(
      ({ period, note }) => [words.breaks, words.breakAt(period, note[language])] as const,
    ),
    [words.note, indicator.note?.[language]],
    [
      words.labels,
      indicator.ownLabels.length > 0 && words.labelsOf(messages.listOf(indicator.ownLabels)),
    ],
    [words.restsOn, restsOn.length > 0 && <Related indicators={restsOn} />],
    [words.usedBy, usedBy.length > 0 && <Related indicators={usedBy} />],
  ];
  return (
    <section className="side-part">
      <h2>{words.title}</h2>
      <dl className="indicator-facts">
        {facts
          .filter(
            ([, fact]) => fact !== null && fact !== undefined && fact !== false && fact !== '',
          )
          .map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function boundText(bound: number | undefined): string | null {
  return bound === undefined ? null : String(bound).replace('-', '−');
}

function Related({ indicators }: { indicators: IndicatorPage['restsOn'] }): ReactNode {
  const { language } = useLanguage();
  return indicators.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && (language === 'zh' ? '、' : ', ')}
      <Link href={indicatorPath(id)}>{name[language]}</Link>
    </span>
  ));
}
