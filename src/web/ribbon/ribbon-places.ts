import type { StatisticsCatalog, TerritoryEntry } from '../../api/statistics.ts';
import type { RibbonPlace } from '../../charts/ribbon/track.ts';
import type { Language } from '../language.tsx';
import { frontierOf } from './ribbon-choice.ts';

/** A place of the ribbon with what the page says of it beside the drawing. */
export interface PlaceOnPage extends RibbonPlace {
  readonly order: number;
  readonly provinceName: string;
  readonly prefectureName: string | null;
  readonly point: { readonly lon: number; readonly lat: number } | null;
  readonly note: string | null;
}

/** Returns the places of the frontier in order, with names in the reader's language where there are. */
export function placesOf(catalog: StatisticsCatalog, language: Language): readonly PlaceOnPage[] {
  const territories = new Map(catalog.territories.map((item) => [item.id, item]));
  const neighbours = new Map(catalog.neighbours.map((name) => [name.zh, name[language]]));
  return frontierOf(catalog).flatMap((position) => {
    const territory = territories.get(position.territory);
    if (!territory) return [];
    const province = territories.get(territory.province ?? '');
    return [
      {
        ...namesOf(territory, province),
        prefectureName: territories.get(territory.prefecture ?? '')?.name ?? null,
        neighbours: position.neighbours.map((name) => neighbours.get(name) ?? name),
        touches: position.touches !== 'no',
        certain: territory.certainty === 'certain' && !isProbable(territory, catalog),
        order: position.order,
        point: territory.point,
        note: position.note,
      },
    ];
  });
}

function namesOf(territory: TerritoryEntry, province: TerritoryEntry | undefined) {
  const { id, name, shortName } = territory;
  return {
    id,
    name,
    shortName,
    province: province?.shortName ?? '',
    provinceName: province?.name ?? '',
  };
}

/** A place can be certain and its membership only probable. */
function isProbable({ id }: TerritoryEntry, { main, memberships }: StatisticsCatalog): boolean {
  return memberships.some(
    ({ group, territory, certainty }) =>
      group === main && territory === id && certainty !== 'certain',
  );
}
