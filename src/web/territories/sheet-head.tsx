import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { borderWords, findingWords, membershipWords } from './sheet-words.ts';

/** Who the place is: its name, what it lies in, its code, its neighbours and groups. */
export function SheetHead({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const saying = { language, messages };
  const { territory } = page;
  const code = territory.names.at(-1)?.code ?? null;
  const chain = page.above.filter(
    ({ hierarchy, place }) => hierarchy !== 'land' && place.kind !== 'state',
  );
  const border = borderWords(page, saying);
  const words = [...(border ? [border] : []), ...membershipWords(page, saying)];
  const finding = findingWords(page, saying);
  return (
    <>
      <header className="sheet-head">
        <h1 lang="zh-CN">{territory.name}</h1>
        <div className="sheet-who">
          <p lang="zh-CN">
            {chain.toReversed().map(({ place }, index) => (
              <span key={place.id}>
                {index > 0 && ' · '}
                <Link href={territoryPath(place.id)}>{place.name}</Link>
              </span>
            ))}
            {code && <span className="sheet-code">{code}</span>}
          </p>
          <p>{words.length > 0 ? words.join(' · ') : messages.territories.kinds[territory.kind]}</p>
        </div>
      </header>
      {finding && <p className="sheet-finding">{finding}</p>}
    </>
  );
}
