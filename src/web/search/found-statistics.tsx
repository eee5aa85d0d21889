import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FoundPlace, StatisticsFound } from '../../api/statistics-pages.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { indicatorPath, territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { shownUnitName } from '../statistics/unit-words.ts';

/** The places and indicators that are called by the words, each a way to its page. */
export function FoundStatistics({ found }: { found: StatisticsFound }): ReactNode {
  const { language, messages } = useLanguage();
  const { search, indicators } = messages;
  const { places, indicators: known, counts } = found;
  return (
    <>
      {places.length > 0 && (
        <section className="part search-names">
          <header>
            <h2>{search.places}</h2>
            {places.length < counts.places && (
              <p className="note">{search.moreNames(places.length, counts.places)}</p>
            )}
          </header>
          <ul>
            {places.map((place) => (
              <PlaceItem key={place.id} place={place} />
            ))}
          </ul>
        </section>
      )}
      {known.length > 0 && (
        <section className="part search-names">
          <header>
            <h2>{search.indicators}</h2>
            {known.length < counts.indicators && (
              <p className="note">{search.moreNames(known.length, counts.indicators)}</p>
            )}
          </header>
          <ul>
            {known.map((one) => (
              <li key={one.id}>
                <Link href={indicatorPath(one.id)}>{one.name[language]}</Link>
                <small>{shownUnitName(one, language)}</small>
                {one.standing === 'proposed' && <small>{indicators.list.proposed}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function PlaceItem({ place }: { place: FoundPlace }): ReactNode {
  const { language, messages } = useLanguage();
  const { search, territories } = messages;
  const { id, name, kind, code, within, former, certainty } = place;
  const formerly = former && [former.code, former.name].filter(Boolean).join(' ');
  return (
    <li>
      <Link href={territoryPath(id)} lang="zh-CN">
        {name}
      </Link>
      <small lang="zh-CN">{within || territories.kinds[kind]}</small>
      {code && <small className="num">{code}</small>}
      {formerly && <small>{search.former(formerly, former.until?.slice(0, 4) ?? null)}</small>}
      {certainty !== 'certain' && <small>{figureWordsOf(language).certainties[certainty]}</small>}
    </li>
  );
}
