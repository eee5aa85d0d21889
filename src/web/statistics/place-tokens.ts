import type { StatisticsCatalog } from '../../api/statistics.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';

/** Returns the token of a group within a place, one by one or together; the state is left out. */
export function groupToken(
  group: string,
  within: string,
  form: 'each' | 'together',
  catalog: Pick<StatisticsCatalog, 'territories'>,
): string {
  const state = catalog.territories.find(({ kind }) => kind === 'state')?.id;
  return `${group}${within === state ? '' : `@${within}`}${form === 'each' ? '/*' : ''}`;
}

/** Returns what a token stands for, in words; the token itself where it is not known. */
export function tokenName(
  token: string,
  catalog: StatisticsCatalog,
  language: Language,
  messages: Messages,
): string {
  const place = catalog.territories.find(({ id }) => id === token);
  if (place) return place.name;
  const [, id, within, each] = /^([a-z0-9-]+)(?:@([A-Za-z0-9-]+))?(\/\*)?$/.exec(token) ?? [];
  const group = catalog.groups.find((one) => one.id === id);
  if (!group) return token;
  const where = catalog.territories.find((one) => one.id === within);
  const { groupWithin, places } = messages.explorer;
  const name = groupWithin(where?.shortName ?? null, group.name[language]);
  return each ? name : places.sumOf(name);
}
