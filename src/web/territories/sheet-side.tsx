import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { territoryPath } from '../addresses.ts';
import { CiteButton } from '../cite-button.tsx';
import { useLanguage } from '../language.tsx';
import { zh } from '../messages/zh.ts';
import { instantText } from '../statistics/instant-words.ts';
import { pageQuestion } from './place-token.ts';

/** The county before or after along the frontier. */
export function SheetNeighbour({
  page,
  side,
}: {
  page: TerritoryPage;
  side: 'previous' | 'next';
}): ReactNode {
  const { messages } = useLanguage();
  const words = messages.territories.side;
  const place = page.frontier?.[side] ?? null;
  if (!place) return null;
  return (
    <p className={`sheet-neighbour ${side}`}>
      <span>{words[side]}</span>
      <Link href={territoryPath(place.id)} lang="zh-CN">
        {place.name}
      </Link>
      <span lang="zh-CN">{words.at(place.order, place.within)}</span>
    </p>
  );
}

/** What can be done with the page: print it, take its figures along, cite it, look further. */
export function SheetActions({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories.side;
  const { territory, instant } = page;
  const question = pageQuestion(page);
  const query = new URLSearchParams({
    ...question,
    basis: page.basis,
    asOf: String(instant.number),
    lang: language,
  });
  const citation = () => {
    const link = new URL(`${territoryPath(territory.id)}?asOf=${instant.number}`, location.href);
    const code = territory.names.at(-1)?.code ?? territory.id;
    return zh.territories.citation(territory.name, code, instantText(instant, zh), link.href);
  };
  return (
    <div className="sheet-actions">
      <h2>{words.page}</h2>
      <button type="button" className="button" onClick={() => print()}>
        {words.print}
      </button>
      {page.figures.length > 0 && (
        <>
          <a className="button" href={`/api/statistics/series.xlsx?${query}`} download>
            {words.xlsx}
          </a>
          <a className="button" href={`/api/statistics/series.csv?${query}`} download>
            {words.csv}
          </a>
        </>
      )}
      <CiteButton citation={citation} />
      {page.figures.length > 0 && (
        <Link href={`/statistics?${new URLSearchParams({ t: question.t })}`}>{words.explorer}</Link>
      )}
      {page.frontier && <Link href={`/ribbon?at=${territory.id}`}>{words.ribbon}</Link>}
    </div>
  );
}
