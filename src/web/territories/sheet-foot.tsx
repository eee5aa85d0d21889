import type { ReactNode } from 'react';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { instantText } from '../statistics/instant-words.ts';

/** More do not fit the foot of a sheet of paper. */
const mostSources = 4;

/** Where the figures come from, how to read them, and of which instant they are. */
export function SheetFoot({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.foot;
  const publications = [...new Set(page.sources.map(({ text }) => withoutWay(text)))];
  const enclosed = [...new Set(page.sources.map((one) => one.enclosed))];
  return (
    <footer className="sheet-foot">
      <div>
        {publications.length > 0 && (
          <p lang="zh-CN">
            {words.sources}
            {publications.slice(0, mostSources).join('；')}
            {publications.length > mostSources && ' …'}
          </p>
        )}
        <p>
          {page.figures.some(({ position }) => position !== null) && `${words.rank}${words.sparse}`}{' '}
          {enclosed.map((one) => words.enclosed(page.enclosed[language])[one]).join('')}{' '}
          {words.rounding}
        </p>
      </div>
      <p className="sheet-stamp">
        {territoryPath(page.territory.id)}
        <br />
        {instantText(page.instant, messages)}
      </p>
    </footer>
  );
}

/** How a figure came here stands in its story; the foot names who published it. */
function withoutWay(source: string): string {
  return source.replace(/（经[^）]*）|，原栏目“[^”]*”/g, '').trim();
}
