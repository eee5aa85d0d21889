import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PlaceLink, TerritoryPage } from '../../api/statistics-pages.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { ComparableChoice } from './comparable-choice.tsx';
import type { Saying } from './sheet-words.ts';

/** What else is known of a place: former names, changes of area, zones, units on its land. */
export function SheetFacts({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories;
  const { territory, events, onLand, enclosed, above, below } = page;
  const land = above.filter(({ hierarchy }) => hierarchy === 'land');
  const notes = [territory.note, page.frontier?.note, ...page.memberships.map(({ note }) => note)];
  const said = [...new Set(notes.filter((note) => note !== null && note !== undefined))];
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.facts.names, formerNames(page, words.facts.until)],
    [words.facts.events, events.length > 0 && <Events page={page} />],
    [words.facts.land, land.length > 0 && <Places places={land.map(({ place }) => place)} />],
    [words.facts.sites, otherSites(page, { language, messages })],
    [words.facts.onLand(enclosed[language]), onLand.length > 0 && <Places places={onLand} />],
    [words.facts.below, below.length > 0 && page.groups.length === 0 && <Places places={below} />],
    [words.facts.basis, basisWords(page)],
    [words.facts.note, said.length > 0 && <span lang="zh-CN">{said.join('；')}</span>],
  ];
  const known = facts.filter(([, fact]) => fact !== false && fact !== null && fact !== '');
  return (
    <dl className="sheet-facts">
      {known.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Codes and names it had before; nothing where they never changed. */
function formerNames(
  page: TerritoryPage,
  until: (name: string, year: string) => string,
): ReactNode {
  const { names } = page.territory;
  if (names.length < 2) return null;
  const written = names.map(({ code, name, until: end }) => {
    const words = [code, name].filter(Boolean).join(' ');
    return end === null ? words : until(words, end.slice(0, 4));
  });
  return <span lang="zh-CN">{written.join(' → ')}</span>;
}

/** Why a membership that is not certain is thought to be one. */
function basisWords({ memberships }: TerritoryPage): ReactNode {
  const doubted = memberships.filter(
    ({ certainty, basis }) => certainty !== 'certain' && basis !== null,
  );
  if (doubted.length === 0) return null;
  return <span lang="zh-CN">{[...new Set(doubted.map(({ basis }) => basis))].join('；')}</span>;
}

function Events({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories;
  const certainties = figureWordsOf(language).certainties;
  return (
    <>
      {page.events.map(({ event, from, to }) => (
        <span key={event.id} title={event.note ?? undefined}>
          {words.sure(
            words.facts[event.kind](messages.date(event.date), from.shortName, to.shortName),
            certainties[event.certainty],
          )}{' '}
        </span>
      ))}
      <ComparableChoice page={page} />
    </>
  );
}

/** Sites of the other kinds; the first kind stands among the key figures. */
function otherSites(page: TerritoryPage, { language, messages }: Saying): string {
  const words = messages.territories;
  const certainties = figureWordsOf(language).certainties;
  const [first] = page.sites;
  const others = page.frontier ? page.sites.filter(({ kind }) => kind !== first?.kind) : page.sites;
  const named = others.map(({ name, certainty }) => words.sure(name, certainties[certainty]));
  return messages.listOf(named);
}

/** Places by name, each a link, with how sure it is where that is not certain. */
export function Places({ places }: { places: readonly PlaceLink[] }): ReactNode {
  const { language, messages } = useLanguage();
  const certainties = figureWordsOf(language).certainties;
  const sure = new Set(places.map(({ certainty }) => certainty));
  const [all] = sure;
  const same = sure.size === 1 && all !== undefined && all !== 'certain';
  return (
    <>
      {places.map(({ id, shortName, certainty }, index) => (
        <span key={id}>
          {index > 0 && (language === 'zh' ? '、' : ', ')}
          <Link href={territoryPath(id)} lang="zh-CN">
            {shortName}
          </Link>
          {!same && certainty !== 'certain' && (
            <small> {messages.territories.sure('', certainties[certainty])}</small>
          )}
        </span>
      ))}
      {same && ` ${messages.territories.sure('', certainties[all])}`}
    </>
  );
}
