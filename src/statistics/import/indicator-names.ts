import type { Indicator } from '../../domain/indicator.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';
import { ownText, type Resolved, refused, remembered } from './known.ts';
import { labelKey, shown, withoutNumbering } from './label.ts';
import { boundedNearest, type FindNearest, nearestWords } from './nearest.ts';

/** An indicator as a label names it, with the unit the label states beside it. */
export interface NamedIndicator {
  readonly indicator: Indicator;
  readonly unit: string | null;
}

/** The name of an indicator as it stands in a text that passed `labelKey`. */
export interface NameInText {
  readonly name: string;
  readonly indicator: Indicator;
}

/** Finds indicators by their ids and names, and by the labels of a mapping. */
export interface IndicatorNames {
  readonly resolve: (label: string) => Resolved<NamedIndicator>;
  /** As `resolve`, null where the label names none or several. */
  readonly find: (label: string) => NamedIndicator | null;
  readonly byId: (id: string) => Indicator | undefined;
  /** Whether the mapping leaves a label out. */
  readonly isIgnored: (label: string) => boolean;
  /** The one indicator named in a running text, with its name there; null where none or several. */
  readonly named: (text: string) => NameInText | null;
}

/** Returns the index of indicators by id and by name; `given` are labels that a mapping adds. */
export function buildIndicatorNames(
  indicators: readonly Indicator[],
  given: Readonly<Record<string, string>> = {},
): IndicatorNames {
  const ids = new Map(indicators.map((item) => [item.id, item]));
  const names = new Map<string, Indicator[]>();
  const ignored = new Set<string>();
  for (const item of indicators)
    for (const name of [item.id, item.name.zh, item.name.en, ...item.aliases])
      add(names, labelKey(name), item);
  for (const [label, id] of Object.entries(given)) {
    const item = ids.get(id);
    if (item) names.set(labelKey(label), [item]);
    if (id === 'ignore') ignored.add(labelKey(label));
  }
  const hints = boundedNearest();
  const resolve = remembered<string, Resolved<NamedIndicator>>(ownText, (label) =>
    resolveLabel(label, names, () => similarTo(label, indicators, hints)),
  );
  return {
    resolve,
    find: (label) => {
      const found = lookUp(label, names);
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    byId: (id) => ids.get(id),
    isIgnored: (label) => ignored.size > 0 && ignored.has(labelKey(label)),
    named: (text) => nameWithin(labelKey(text), names),
  };
}

/** Returns a label and the unit it states in brackets, after a colon or a stroke; null where none. */
export function splitUnit(key: string): { readonly label: string; readonly unit: string | null } {
  const bracketed = /^(.*)\(([^()]*)\)$/.exec(key) ?? /^(.*?)[:,/](.+)$/.exec(key);
  const unit = bracketed?.[2]?.replace(/^(?:计量)?单位[:]?/, '') ?? '';
  if (!bracketed || unit === '' || !parseUnit(unit)) return { label: key, unit: null };
  return { label: bracketed[1] ?? '', unit };
}

function add(names: Map<string, Indicator[]>, key: string, item: Indicator): void {
  const found = names.get(key) ?? [];
  if (key !== '' && !found.includes(item)) names.set(key, [...found, item]);
}

function resolveLabel(
  text: string,
  names: ReadonlyMap<string, readonly Indicator[]>,
  similar: () => readonly string[],
): Resolved<NamedIndicator> {
  const found = lookUp(text, names);
  const [only, ...others] = found;
  if (only === undefined) return unknown(text, similar());
  if (others.length === 0) return { ok: true, value: only };
  const items = found.map((item) => item.indicator);
  return refused('indicator-ambiguous', {
    name: shown(text),
    candidates: items.map((item) => `${item.name.zh}（${item.id}）`).join('、'),
    candidatesEn: items.map((item) => `${item.name.en} (${item.id})`).join(', '),
  });
}

/** The whole label is a name, or what is left of it without its number and its unit. */
function lookUp(
  text: string,
  names: ReadonlyMap<string, readonly Indicator[]>,
): readonly NamedIndicator[] {
  const whole = labelKey(text);
  for (const key of [whole, withoutNumbering(whole)]) {
    const exact = names.get(key);
    if (exact) return exact.map((indicator) => ({ indicator, unit: null }));
    const { label, unit } = splitUnit(key);
    const found = names.get(label);
    if (found) return found.map((indicator) => ({ indicator, unit }));
  }
  return [];
}

function unknown(text: string, similar: readonly string[]): Resolved<never> {
  return refused('indicator-unknown', { name: shown(text), ...nearestWords(similar) });
}

function similarTo(
  text: string,
  indicators: readonly Indicator[],
  hints: FindNearest,
): readonly string[] {
  const { label } = splitUnit(withoutNumbering(labelKey(text)));
  const names = indicators.flatMap((item) => [item.name.zh, item.id, ...item.aliases]);
  return hints(label, names);
}

/** The longest name of the text; another that lies outside it makes it undecided. */
function nameWithin(
  text: string,
  names: ReadonlyMap<string, readonly Indicator[]>,
): NameInText | null {
  const found = [...names.keys()].filter((name) => name.length >= 2 && text.includes(name));
  const longest = found.reduce((a, b) => (b.length > a.length ? b : a), '');
  const others = found.filter((name) => !longest.includes(name));
  const [only, ...more] = names.get(longest) ?? [];
  if (only === undefined || others.length > 0 || more.length > 0) return null;
  return { name: longest, indicator: only };
}
