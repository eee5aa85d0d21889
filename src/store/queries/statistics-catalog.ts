import type { Kysely } from 'kysely';
import type { IndicatorEntry, StatisticsCatalog, TerritoryEntry } from '../../api/statistics.ts';
import { periodText } from '../../domain/period.ts';
import type { Territory, TerritoryKind } from '../../domain/territory.ts';
import { breaksOf } from '../../statistics/evaluate.ts';
import type { Places } from '../../statistics/places.ts';
import type { Tables } from '../schema.ts';
import { type Coverage, readCoverage } from '../statistics/coverage.ts';
import type { Definition } from '../statistics/definition.ts';
import { readAt } from '../statistics/instant.ts';
import { readSummary } from './summary.ts';

/** Resolves to what there is to choose from. Refuses with `statistics-missing`. */
export async function readCatalog(db: Kysely<Tables>, plan: string): Promise<StatisticsCatalog> {
  return await readAt(db, plan, undefined, async (reading) => {
    const { definition, instant } = reading;
    const { register } = definition.places;
    const summary = await readSummary(reading.db, plan);
    const coverage = await readCoverage(reading);
    return {
      plan: summary,
      instant,
      main: register.main,
      enclosed: register.enclosed,
      neighbours: register.neighbours,
      siteKinds: register.siteKinds,
      themes: definition.file.themes,
      indicators: indicatorEntries(definition, coverage),
      groups: register.groups.map((group) => ({
        ...group,
        count: definition.places.membersIn(group.id, definition.places.state, summary.period.end)
          .length,
      })),
      territories: territoryEntries(definition.places),
      frontier: register.frontier,
      sites: register.sites,
      events: register.events,
      memberships: register.members
        .filter((item) => item.from !== null || item.until !== null || item.certainty !== 'certain')
        .map(({ group, territory, from, until, certainty }) => ({
          ...{ group, territory, from, until, certainty },
        })),
    };
  });
}

/** Returns the indicators with how far each is covered, in the order of their file. */
export function indicatorEntries(
  { file, indicators }: Definition,
  coverage: ReadonlyMap<string, Coverage>,
): IndicatorEntry[] {
  return file.indicators.map((indicator) => {
    const covered = coverage.get(indicator.id);
    const periods = (covered?.periods ?? []).map(({ period, territories }) => ({
      period: periodText(period),
      territories,
    }));
    const { territories = 0, amongMembers = false } = covered ?? {};
    const breaks = breaksOf(indicator, indicators);
    return { ...indicator, breaks, territories, amongMembers, periods };
  });
}

/** What stands first in lists; the rest as the register has it. */
const first: readonly TerritoryKind[] = ['state', 'province', 'prefecture', 'corps', 'division'];

/** Returns the places as lists and menus show them. */
export function territoryEntries(places: Places): TerritoryEntry[] {
  const { register } = places;
  const order = new Map(register.frontier.map((item) => [item.territory, item.order]));
  const groups = new Map<string, Set<string>>();
  for (const { id } of register.groups)
    for (const { territory } of places.memberships(id))
      groups.set(territory, (groups.get(territory) ?? new Set()).add(id));
  return register.territories
    .toSorted((a, b) => rankOf(a.kind) - rankOf(b.kind))
    .map((territory) => entryOf(territory, places, groups, order));
}

function rankOf(kind: TerritoryKind): number {
  const rank = first.indexOf(kind);
  return rank < 0 ? first.length : rank;
}

function entryOf(
  territory: Territory,
  places: Places,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
  order: ReadonlyMap<string, number>,
): TerritoryEntry {
  const { id, kind, name, shortName, certainty, from, until, point } = territory;
  const above = (wanted: TerritoryKind) =>
    places.ancestors(id).find((place) => places.territory(place)?.kind === wanted) ?? null;
  return {
    ...{ id, kind, name, shortName, certainty, from, until, point },
    province: above('province'),
    prefecture: above('prefecture'),
    groups: [...(groups.get(id) ?? [])],
    order: order.get(id) ?? null,
  };
}
