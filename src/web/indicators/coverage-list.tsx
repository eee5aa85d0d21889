import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import { indicatorPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';

/** How many members have a figure, period by period; each leads to the ranking of that period. */
export function CoverageList({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.coverage;
  const { coverage, indicator, period, main } = page;
  if (coverage.every(({ present }) => present === 0)) return null;
  return (
    <section className="part first">
      <header>
        <h2>{words.title}</h2>
        <p className="note">{words.note(main.member[language])}</p>
      </header>
      <ol className="coverage-list">
        {coverage.map((one) => {
          const part = one.expected > 0 ? (one.present / one.expected) * 100 : 0;
          return (
            <li key={one.period}>
              <Link
                href={`${indicatorPath(indicator.id)}?p=${one.period}`}
                aria-current={one.period === period ? 'true' : undefined}
              >
                <span>{one.period}</span>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="all" width="100" height="10" />
                  <rect className="held" width={part} height="10" />
                </svg>
                <span className="num">{words.of(one.present, one.expected)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
