import { parseChineseNumber } from './chinese-number.ts';

/**
 * The numbering of official documents (《党政机关公文格式》 GB/T 9704—2012, 7.3.3) and of plans:
 * lower rank stands higher. A box ranks below （一） so that it closes the tasks before it.
 */
export const markerRank = {
  annex: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  first: 5, // 一、
  second: 6, // （一）
  box: 6.5, // 专栏1
  third: 7, // 1.
  fourth: 8, // （1）
  fifth: 9, // ①
  dash: 10, // ——
} as const;
export type MarkerLevel = keyof typeof markerRank;

/** A place in the text that looks like a number of the outline. */
export interface Marker {
  readonly level: MarkerLevel;
  /** The number it prints; 0 for —— and for an annex without one. */
  readonly value: number;
  /** As printed, without the space around it. */
  readonly printed: string;
  readonly start: number;
  /** Where its heading or text begins. */
  readonly end: number;
  readonly standing: Standing;
}

/**
 * How firmly a marker stands: it opens a line, it follows the end of a sentence, or it is `loose`
 * in running text, where only the order of numbers can make it a marker.
 */
export type Standing = 'line' | 'sentence' | 'loose';

const numeral = '[一二三四五六七八九十百零〇]{1,5}';
const digit = '[\\d０-９]';
const space = '[ \\u3000]?';
const patterns: readonly [MarkerLevel, string][] = [
  ['part', `第(?:${numeral}|${digit}{1,2})(?:编|篇|部分)`],
  ['chapter', `第(?:${numeral}|${digit}{1,3})章`],
  ['section', `第(?:${numeral}|${digit}{1,3})节`],
  ['article', `第(?:${numeral}|${digit}{1,3})条`],
  ['box', `专栏${space}(?:${digit}{1,3}|${numeral})[：:]?`],
  ['first', `${numeral}、(?!${numeral}、)`],
  ['second', `[（(]${numeral}[）)]、?`],
  ['third', `${digit}{1,2}(?:[.．](?!${digit})|[.．](?=(?:19|20)\\d{2}年)|、)`],
  ['fourth', `[（(]${digit}{1,2}[）)]|${digit}{1,2}[）)]`],
  ['fifth', '[①-⑳㉑-㉟㊱-㊿]'],
  ['dash', '(?:——|--|──|－－)(?![—\\-─－])'],
  ['annex', `附件(?:${digit}{1,2}|[一二三四五六七八九十])?(?=[：:]?\\n)`],
];
const scanner = new RegExp(patterns.map(([, source]) => `(${source})`).join('|'), 'g');
const atStart = new RegExp(`^(?:${patterns.map(([, source]) => source).join('|')})`);

export function startsWithMarker(line: string): boolean {
  return atStart.test(line.trimStart());
}

/** Returns every marker of text[from, to) that stands where a marker may stand, in order. */
export function* scanMarkers(text: string, from: number, to: number): Generator<Marker> {
  scanner.lastIndex = from;
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    if (match.index >= to) return;
    const group = match.findIndex((value, index) => index > 0 && value !== undefined);
    const level = patterns[group - 1]?.[0];
    if (!level) continue;
    const standing = standingOf(text, from, match.index, level);
    if (mayStand(level, standing, text, match)) yield toMarker(text, level, match, standing);
    else scanner.lastIndex = match.index + 1;
  }
}

/** Levels whose number may stand alone on a line, the heading on the next. */
const ownLine: ReadonlySet<MarkerLevel> = new Set(['annex', 'part', 'chapter', 'section', 'box']);

function toMarker(
  text: string,
  level: MarkerLevel,
  match: RegExpExecArray,
  standing: Standing,
): Marker {
  const printed = match[0];
  const end = match.index + printed.length;
  const skip = /^[ \u3000]*/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const below = ownLine.has(level) && /^[：:]?\n/.exec(text.slice(end + skip, end + skip + 2))?.[0];
  const under = below ? end + skip + below.length : 0;
  return {
    level,
    value: numberOf(level, printed),
    printed: printed.replace(/[：:]$/, ''),
    start: match.index,
    end: under > 0 && !startsWithMarker(text.slice(under, under + 12)) ? under : end + skip,
    standing,
  };
}

function numberOf(level: MarkerLevel, printed: string): number {
  if (level === 'dash') return 0;
  if (level === 'fifth') return circledValue(printed.codePointAt(0) ?? 0);
  const number = /[一二三四五六七八九十百零〇]+|\d+/.exec(narrow(printed))?.[0] ?? '0';
  return parseChineseNumber(number);
}

/** Full-width digits as the others: １２ → 12. */
function narrow(printed: string): string {
  return printed.replace(/[０-９]/g, (char) => String(char.charCodeAt(0) - 0xff10));
}

function circledValue(code: number): number {
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  return code - 0x32b1 + 36;
}

function standingOf(text: string, from: number, index: number, level: MarkerLevel): Standing {
  if (index === from || text.charCodeAt(index - 1) === 10) return 'line';
  // 基本原则——…: in run-on text the first item follows its heading.
  if (level === 'dash' && /(?:原则|目标|任务)$/.test(text.slice(Math.max(from, index - 2), index)))
    return 'sentence';
  return /[。！？；：）)”’』】]/.test(text.charAt(index - 1)) ? 'sentence' : 'loose';
}

function mayStand(
  level: MarkerLevel,
  standing: Standing,
  text: string,
  match: RegExpExecArray,
): boolean {
  if (level === 'annex') return standing === 'line';
  if (level === 'dash') return standing !== 'loose';
  if (level === 'box') {
    const next = text.charAt(match.index + match[0].length);
    return standing !== 'loose' && !/[）)所中的，。、]/.test(next);
  }
  return !/[\d０-９]/.test(text.charAt(match.index - 1));
}
