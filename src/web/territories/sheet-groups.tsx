import type { ReactNode } from 'react';
import type { PlaceLink, TerritoryPage } from '../../api/statistics-pages.ts';
import { grouped } from '../grouped.ts';
import { useLanguage } from '../language.tsx';
import { Places } from './sheet-facts.tsx';

/** The members of groups in a place, by name; those of a state by province. */
export function SheetGroups({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  if (page.groups.length === 0) return null;
  return page.groups.map(({ group, places }) => (
    <section key={group.id} className="sheet-part">
      <h2>{messages.territories.groups(group.name[language], places.length)}</h2>
      <div className="sheet-places">
        {page.territory.kind === 'state' ? (
          <ByProvince places={places} page={page} />
        ) : (
          <p>
            <Places places={places} />
          </p>
        )}
      </div>
    </section>
  ));
}

function ByProvince({
  places,
  page,
}: {
  places: readonly PlaceLink[];
  page: TerritoryPage;
}): ReactNode {
  const province = new Map(page.members.map((member) => [member.id, member.province]));
  return [...grouped(places, ({ id }) => province.get(id) ?? '')].map(([name, inside]) => (
    <p key={name}>
      {name !== '' && <b lang="zh-CN">{name}</b>} <Places places={inside} />
    </p>
  ));
}
