import { type ReactNode, useMemo } from 'react';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { useLanguage } from '../language.tsx';
import { Locator } from '../ribbon/locator.tsx';
import { inShownUnit } from '../statistics/figure-table.ts';
import { fillingShare } from './key-figures.ts';

/** Where the place lies along the frontier, small; the columns are as tall as a share of each. */
export function SheetLocator({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories;
  const { frontier, members, territory } = page;
  const share = useMemo(() => fillingShare(page), [page]);
  const places = members;
  if (!frontier) return null;
  const { position } = share?.figures ?? {};
  const label = words.order(frontier.order, territory.shortName);
  return (
    <div className={frontier.order * 2 < frontier.of ? 'sheet-locator early' : 'sheet-locator'}>
      <Locator
        places={places}
        territory={territory.id}
        label={label}
        description={words.locator(territory.name, frontier.order, frontier.of)}
        {...(share &&
          position && {
            values: position.values.map((value) =>
              value === null ? null : inShownUnit(value, share.indicator),
            ),
            ceiling: share.indicator.range.max ?? 100,
          })}
      />
      {share && position && (
        <p>{words.locatorNote(share.indicator.name[language], position.period)}</p>
      )}
    </div>
  );
}
