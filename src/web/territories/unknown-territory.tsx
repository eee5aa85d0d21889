import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { territoryPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { FoundStatistics } from '../search/found-statistics.tsx';
import { SearchForm } from '../search/search-form.tsx';
import '../states/states.css';

/** Says that no place has this code, with what else it may be, the search, and the list of places. */
export function UnknownTerritory({ id }: { id: string }): ReactNode {
  const { unknown } = useMessages().territories;
  const { data: found } = useAnswer('find', { q: id });
  const { data: catalog } = useAnswer('catalog', {});
  const state = catalog?.territories.find(({ kind }) => kind === 'state');
  return (
    <div className="state wrap" role="alert">
      <h1>{unknown.title(id)}</h1>
      <p>{unknown.hint}</p>
      <SearchForm words="" />
      <p className="actions">
        {state && (
          <Link className="button" href={territoryPath(state.id)}>
            {unknown.list}
          </Link>
        )}
        <Link className="button" href="/statistics">
          {unknown.statistics}
        </Link>
      </p>
      {found && found.counts.places > 0 && <FoundStatistics found={{ ...found, indicators: [] }} />}
    </div>
  );
}
