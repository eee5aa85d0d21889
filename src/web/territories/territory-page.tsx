import type { ReactNode } from 'react';
import type { TerritoryPage as Page } from '../../api/statistics-pages.ts';
import { oneOf, useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { refusalOf } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { bases } from '../statistics/explorer-address.ts';
import { useTitle } from '../title.ts';
import { AllFigures, AllGaps } from './all-figures.tsx';
import { DoubtList } from './doubt-list.tsx';
import { areBeside, GapList, WholeGaps } from './gap-list.tsx';
import { KeyFigureRow } from './key-figure-row.tsx';
import { LevelTable } from './level-table.tsx';
import { PeriodChartRow } from './period-chart-row.tsx';
import { SheetFacts } from './sheet-facts.tsx';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetGroups } from './sheet-groups.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetLocator } from './sheet-locator.tsx';
import { SheetActions, SheetNeighbour } from './sheet-side.tsx';
import { UnknownTerritory } from './unknown-territory.tsx';
import { useSheetFit } from './use-sheet-fit.ts';
import { WithStories } from './with-stories.tsx';
import './territories.css';
import './territories-print.css';

/** One place on one page: a sheet that prints on A4, and below it all its figures. */
export function TerritoryPage({ id }: { id: string }): ReactNode {
  const [params] = useAddressState();
  const basis = oneOf(bases, params.get('basis')) ?? 'reported';
  const asOf = params.get('asOf') ?? undefined;
  const answer = useAnswer('territory', {
    id,
    ...(basis !== 'reported' && { basis }),
    ...(asOf !== undefined && { asOf }),
  });
  const { unknown } = useMessages().territories;
  const isUnknown = answer.error !== null && refusalOf(answer.error).code === 'place-unknown';
  useTitle(answer.data?.territory.name ?? (isUnknown ? unknown.title(id) : ''));
  if (isUnknown) return <UnknownTerritory id={id} />;
  return (
    <Answered answer={answer}>
      {(page) => (
        <WithStories basis={basis} asOf={asOf} periods={page.periods}>
          <Body page={page} />
        </WithStories>
      )}
    </Answered>
  );
}

function Body({ page }: { page: Page }): ReactNode {
  const { territories } = useMessages();
  const { sheet, lines } = useSheetFit();
  return (
    <div className="territory-page">
      <div className="sheet-stage">
        <aside className="sheet-side start" aria-label={territories.side.beside}>
          <SheetNeighbour page={page} side="previous" />
        </aside>
        <article className="sheet" ref={sheet}>
          <SheetHead page={page} />
          <SheetLocator page={page} />
          <KeyFigureRow page={page} />
          <SheetFacts page={page} />
          <LevelTable page={page} />
          {page.figures.length > 0 && <PeriodChartRow page={page} />}
          <SheetGroups page={page} />
          {page.groups.length === 0 ? (
            <div className={areBeside(page) ? 'sheet-two' : undefined}>
              <DoubtList page={page} onPaper={lines} />
              <GapList page={page} onPaper={lines} />
            </div>
          ) : (
            page.doubts.length > 0 && <DoubtList page={page} onPaper={lines} />
          )}
          <WholeGaps page={page} />
          <SheetFoot page={page} />
        </article>
        <aside className="sheet-side end" aria-label={territories.side.page}>
          <SheetNeighbour page={page} side="next" />
          <SheetActions page={page} />
        </aside>
      </div>
      <div className="wrap">
        <AllFigures page={page} />
        <AllGaps page={page} />
      </div>
    </div>
  );
}
