import type { Territory, TerritoryName } from '../domain/territory.ts';
import { holdsIn } from './places.ts';

/** Returns the code and name a place had at the end of a year; the newest where none is known. */
export function nameIn(territory: Territory, year: number): Pick<TerritoryName, 'code' | 'name'> {
  const found =
    territory.names.findLast((item) => holdsIn(item, year)) ?? territory.names.at(-1) ?? null;
  return { code: found?.code ?? null, name: found?.name ?? territory.name };
}
