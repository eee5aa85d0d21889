import type { Territory } from '../../domain/territory.ts';
import { labelKey } from './label.ts';

/** A code or a name that a place has or had, and when. */
export interface PlaceEntry {
  readonly place: Territory;
  /** 0: a full name or a code; 1: a short name, also with the ending of its kind; 2: a name without its last syllable. */
  readonly rank: 0 | 1 | 2;
  readonly from: string | null;
  readonly until: string | null;
}

const endings = /(?:自治县|自治旗|自治州|自治区|林区|特区|地区|县|市|区|旗|盟|州|省)$/;

/** Adds the codes and names of a place to their indexes. */
export function indexPlace(
  place: Territory,
  codes: Map<string, PlaceEntry[]>,
  names: Map<string, PlaceEntry[]>,
): void {
  const always = { place, from: null, until: null };
  add(codes, place.id, { ...always, rank: 0 });
  for (const { code, name, from, until } of place.names) {
    if (code !== null) add(codes, code, { place, rank: 0, from, until });
    add(names, labelKey(name), { place, rank: 0, from, until });
    add(names, labelKey(name).replace(endings, ''), { place, rank: 2, from, until });
  }
  add(names, labelKey(place.name), { ...always, rank: 0 });
  add(names, labelKey(place.shortName), { ...always, rank: 1 });
  add(names, labelKey(place.name).replace(endings, ''), { ...always, rank: 2 });
}

/**
 * Adds short names with the ending of their kind, 江城县 for 江城哈尼族彝族自治县: never a name of another
 * place, nor one that two would have.
 */
export function indexShortForms(
  territories: readonly Territory[],
  names: Map<string, PlaceEntry[]>,
): void {
  const forms = new Map<string, PlaceEntry[]>();
  for (const place of territories) {
    const ending = /(?:县|旗|市|州|盟|(?<!地)区)$/.exec(place.name)?.[0];
    const short = labelKey(place.shortName);
    if (ending !== undefined && !short.endsWith(ending))
      add(forms, short + ending, { place, rank: 1, from: null, until: null });
  }
  for (const [form, entries] of forms)
    if (!names.has(form) && entries.length === 1) names.set(form, entries);
}

/** A syllable alone names nothing. */
function add(index: Map<string, PlaceEntry[]>, key: string, entry: PlaceEntry): void {
  if (key.length < 2) return;
  const entries = index.get(key);
  if (entries) entries.push(entry);
  else index.set(key, [entry]);
}
