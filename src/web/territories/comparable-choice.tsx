import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';

/** For a place whose area changed: the same page with those taken together, and back. */
export function ComparableChoice({ page }: { page: TerritoryPage }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.territories.facts;
  const path = territoryPath(page.territory.id);
  if (page.basis === 'reported')
    return (
      <Link className="screen-only" href={`${path}?basis=merged`}>
        {words.comparable}
      </Link>
    );
  const names = page.events.flatMap(({ from, to }) => [from.shortName, to.shortName]);
  return (
    <>
      <b>{words.merged(messages.listOf([...new Set(names)]))}</b>{' '}
      <Link className="screen-only" href={path}>
        {words.reported}
      </Link>
    </>
  );
}
