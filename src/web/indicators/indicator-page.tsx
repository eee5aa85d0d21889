import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorPage as Page } from '../../api/statistics-pages.ts';
import { useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { WithStories } from '../territories/with-stories.tsx';
import { useTitle } from '../title.ts';
import { CoverageList } from './coverage-list.tsx';
import { DistributionFigure } from './distribution-figure.tsx';
import { IndicatorActions } from './indicator-actions.tsx';
import { IndicatorDoubts, IndicatorSources } from './indicator-evidence.tsx';
import { IndicatorFacts } from './indicator-facts.tsx';
import { IndicatorPromises } from './indicator-promises.tsx';
import { findingWords } from './indicator-words.ts';
import { RankingTable } from './ranking-table.tsx';
import { SeriesTable } from './series-table.tsx';
import { TotalsTable } from './totals-table.tsx';
import './indicators.css';

/** One indicator: what it is, what it serves, who has it, how it is spread and who stands where. */
export function IndicatorPage({ id }: { id: string }): ReactNode {
  const { language } = useLanguage();
  const [params] = useAddressState();
  const p = params.get('p');
  const asOf = params.get('asOf');
  const answer = useAnswer('indicator', {
    id,
    ...(p !== null && { p }),
    ...(asOf !== null && { asOf }),
  });
  useTitle(answer.data?.indicator.name[language] ?? '');
  return (
    <Answered answer={answer}>
      {(page) => (
        <WithStories basis="reported" asOf={asOf ?? undefined} periods={page.periods}>
          <Body page={page} />
        </WithStories>
      )}
    </Answered>
  );
}

function Body({ page }: { page: Page }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators;
  const { indicator } = page;
  const finding = findingWords(page, { language, messages });
  return (
    <div className="wrap indicator-page">
      <p className="back">
        <Link href="/indicators">{words.back}</Link>
      </p>
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={indicator.name[language]} />
            {indicator.standing === 'proposed' && (
              <small className="proposed">{words.list.proposed}</small>
            )}
          </h1>
          <p>{indicator.definition[language]}</p>
          {finding && <p className="indicator-finding">{finding}</p>}
          {indicator.standing === 'proposed' && (
            <p>
              {words.proposed} <span lang="zh-CN">{words.proposedBy(indicator.source.agency)}</span>
            </p>
          )}
        </div>
      </header>
      <IndicatorActions page={page} />
      <div className="indicator-columns">
        <div>
          <CoverageList page={page} />
          <DistributionFigure page={page} />
          <RankingTable page={page} />
          <TotalsTable page={page} />
          <SeriesTable page={page} />
        </div>
        <aside aria-label={words.facts.title}>
          <IndicatorFacts page={page} />
          <IndicatorPromises page={page} />
          <IndicatorDoubts page={page} />
          <IndicatorSources page={page} />
        </aside>
      </div>
    </div>
  );
}
