import type { ImportField } from '../../domain/import-mapping.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Enclosed } from '../../domain/observation.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';
import { fieldOf } from './column-names.ts';
import { enclosedIn } from './enclosed-words.ts';
import type { ImportNames } from './import-context.ts';
import { labelKey } from './label.ts';
import { mergedWords, type PeriodWords, parsePeriodWords } from './period-words.ts';

/** What a header, a title or a mapping says about figures; null where it says nothing. */
export interface Setting {
  /** A name or a code of a place. */
  readonly territory: string | null;
  readonly indicator: Indicator | null;
  readonly period: PeriodWords | null;
  readonly unit: string | null;
  readonly breakdown: string | null;
  /** Whether the figures take in enclosed units. */
  readonly enclosed: Enclosed | null;
}

export const noSetting: Setting = {
  territory: null,
  indicator: null,
  period: null,
  unit: null,
  breakdown: null,
  enclosed: null,
};

/** What one cell of a header says: the name of a field, or something about the figures below it. */
export type HeaderCell =
  | { readonly kind: 'field'; readonly field: ImportField }
  | { readonly kind: 'setting'; readonly setting: Setting };

/** Returns two settings together; the nearer one counts where both say something. */
export function mergedSetting(near: Setting, far: Setting): Setting {
  return {
    territory: near.territory ?? far.territory,
    indicator: near.indicator ?? far.indicator,
    period: mergedWords(near.period, far.period),
    unit: near.unit ?? far.unit,
    breakdown: near.breakdown ?? far.breakdown,
    enclosed: near.enclosed ?? far.enclosed,
  };
}

/** Returns what a cell of a header says, or null where it is not understood. */
export function parseHeaderCell(text: string, names: ImportNames): HeaderCell | null {
  const field = fieldOf(text);
  if (field) return { kind: 'field', field };
  const stated = enclosedIn(text, names);
  const setting = stated
    ? settingBeside(stated.rest, stated.enclosed, names)
    : (settingOf(text, names) ?? settingOfTwo(text, names));
  return setting ? { kind: 'setting', setting } : null;
}

/** Returns the units of “单位：万元” or “单位：万元、人” in a text; none where it is another 单位. */
export function statedUnits(text: string): readonly string[] {
  const stated = /(?:^|[\s（(【,，;；]|计量)单位\s*[:：]\s*([^\s）)】\];；。]+)/.exec(
    text.slice(0, 2_000).normalize('NFC'),
  );
  return (stated?.[1] ?? '').split(/[、,，和]/).filter((unit) => unit !== '');
}

/** 地区生产总值（不含兵团）, or 不含兵团 alone. */
function settingBeside(rest: string, enclosed: Enclosed, names: ImportNames): Setting | null {
  if (labelKey(rest) === '') return { ...noSetting, enclosed };
  const setting = settingOf(rest, names) ?? settingOfTwo(rest, names);
  return setting && { ...setting, enclosed };
}

function settingOf(text: string, names: ImportNames): Setting | null {
  const period = parsePeriodWords(text);
  if (period) return { ...noSetting, period };
  const named = names.indicatorNames.find(text);
  if (named) return { ...noSetting, indicator: named.indicator, unit: named.unit };
  const unit = unitAlone(text);
  if (unit !== null) return { ...noSetting, unit };
  return names.placeNames.isName(text) ? { ...noSetting, territory: text } : null;
}

/** 2015年地区生产总值, 地区生产总值（2015年）, 2015年（万元）. */
function settingOfTwo(text: string, names: ImportNames): Setting | null {
  const key = labelKey(text);
  if (key.length > 80) return null;
  const first =
    /^(\d{4}年?(?:度|末|底|上半年|下半年|第?[一二三四1-4]季度|\d{1,2}(?:[-—–~至]\d{1,2})?月(?:份|末)?)?)[(]?(.+?)[)]?$/;
  const last = /^(.+?)[(]?(\d{4}年?[^()]*)[)]?$/;
  for (const [pattern, dated, other] of [
    [first, 1, 2],
    [last, 2, 1],
  ] as const) {
    const match = pattern.exec(key);
    const period = parsePeriodWords(match?.[dated] ?? '');
    const rest = period ? settingOf(match?.[other] ?? '', names) : null;
    if (period && rest && rest.period === null) return { ...rest, period };
  }
  return null;
}

/** 万元, （万元）, 单位：万元 */
function unitAlone(text: string): string | null {
  const key = labelKey(text).replace(/^\((.*)\)$/, '$1');
  const unit = key.replace(/^(?:计量)?单位:/, '');
  return unit !== '' && parseUnit(unit) ? unit : null;
}
