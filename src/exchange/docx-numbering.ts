import { walkPart } from './docx-part.ts';
import { formatListNumber } from './list-number.ts';
import { attributeOf } from './xml.ts';

/** One level of a numbered list: `%1` in `text` stands for the number of the first level. */
interface ListLevel {
  start: number;
  format: string;
  text: string;
  /** Print all numbers in decimal. */
  legal: boolean;
  /** The level (1-based) whose use starts this one again; 0 never; null any level above. */
  restart: number | null;
  /** The paragraph style that belongs to the level. */
  style: string | null;
}

interface AbstractList {
  readonly levels: ListLevel[];
  styleLink: string | null;
  numStyleLink: string | null;
}

interface ListInstance {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

/** The lists of a document, as word/numbering.xml declares them. */
export interface Numbering {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly instances: ReadonlyMap<string, ListInstance>;
}

export const noNumbering: Numbering = { abstracts: new Map(), instances: new Map() };

const levelCount = 9;

/** Returns the lists declared in the bytes of word/numbering.xml. */
export function parseNumbering(bytes: Uint8Array): Numbering {
  const abstracts = new Map<string, AbstractList>();
  const instances = new Map<string, ListInstance>();
  let abstract: AbstractList | null = null;
  let instance: ListInstance | null = null;
  let index = 0;
  let level: ListLevel | null = null;
  const open = (name: string, attributes: string) => {
    const value = attributeOf(attributes, 'val') ?? '';
    if (name === 'w:abstractNum') {
      abstract = { levels: [], styleLink: null, numStyleLink: null };
      abstracts.set(attributeOf(attributes, 'abstractNumId') ?? '', abstract);
    } else if (name === 'w:num') {
      instance = { abstract: '', starts: new Map(), levels: new Map() };
      instances.set(attributeOf(attributes, 'numId') ?? '', instance);
    } else if (name === 'w:lvl' || name === 'w:lvlOverride') {
      index = Number(attributeOf(attributes, 'ilvl') ?? 0);
      if (name === 'w:lvl') level = newLevel();
      if (level && instance) instance.levels.set(index, level);
      else if (level && abstract && index < levelCount) abstract.levels[index] = level;
    } else if (level) setLevelField(level, name, value);
    else if (instance) setInstanceField(instance, name, value, index);
    else if (abstract) setAbstractField(abstract, name, value);
  };
  const close = (name: string) => {
    if (name === 'w:lvl') level = null;
    if (name === 'w:abstractNum') abstract = null;
    if (name === 'w:num') instance = null;
  };
  walkPart(bytes, { open, close });
  return { abstracts, instances };
}

function newLevel(): ListLevel {
  return { start: 0, format: 'decimal', text: '', legal: false, restart: null, style: null };
}

function setLevelField(level: ListLevel, name: string, value: string): void {
  if (name === 'w:start') level.start = numberOr(value, 0);
  if (name === 'w:numFmt') level.format = value;
  if (name === 'w:lvlText') level.text = value;
  if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
  if (name === 'w:lvlRestart') level.restart = numberOr(value, 0);
  if (name === 'w:pStyle') level.style = value;
}

function setInstanceField(list: ListInstance, name: string, value: string, index: number): void {
  if (name === 'w:abstractNumId') list.abstract = value;
  if (name === 'w:startOverride') list.starts.set(index, numberOr(value, 1));
}

function setAbstractField(list: AbstractList, name: string, value: string): void {
  if (name === 'w:styleLink') list.styleLink = value;
  if (name === 'w:numStyleLink') list.numStyleLink = value;
}

function numberOr(text: string, otherwise: number): number {
  const value = Number.parseInt(text, 10);
  return Number.isSafeInteger(value) ? value : otherwise;
}

/** Returns the level of list `numId` that the paragraph style `style` belongs to; null for none. */
export function levelOfStyle(numbering: Numbering, numId: string, style: string): number | null {
  const abstract = abstractOf(numbering, numbering.instances.get(numId)?.abstract ?? '');
  const found = abstract?.levels.findIndex((level) => level?.style === style) ?? -1;
  return found < 0 ? null : found;
}

/**
 * Returns a function that gives the number a paragraph prints, called once for each numbered paragraph
 * in document order: the counters of a list run on from one paragraph to the next.
 */
export function startCounting(numbering: Numbering): (numId: string, level: number) => string {
  const counters = new Map<string, (number | undefined)[]>();
  const restarted = new Set<string>();
  return (numId, index) => {
    const instance = numbering.instances.get(numId);
    const abstract = abstractOf(numbering, instance?.abstract ?? '');
    if (!instance || !abstract) return '';
    const levels = levelsOf(abstract, instance);
    const counts = counters.get(instance.abstract) ?? [];
    counters.set(instance.abstract, counts);
    // Instances of one list share its counters until one of them says where it starts.
    const restart = instance.starts.has(index) && !restarted.has(`${numId}/${index}`);
    restarted.add(`${numId}/${index}`);
    if (restart) counts[index] = undefined;
    countParagraph(levels, counts, index);
    return printNumber(levels, counts, index);
  };
}

/** A list may be declared by a list style: the list that carries the style has the levels. */
function abstractOf(numbering: Numbering, id: string): AbstractList | undefined {
  const list = numbering.abstracts.get(id);
  if (!list?.numStyleLink) return list;
  const all = [...numbering.abstracts.values()];
  return all.find((other) => other.styleLink === list.numStyleLink) ?? list;
}

function levelsOf(abstract: AbstractList, instance: ListInstance): ListLevel[] {
  return Array.from({ length: levelCount }, (_, index) => {
    const level = instance.levels.get(index) ?? abstract.levels[index] ?? newLevel();
    return { ...level, start: instance.starts.get(index) ?? level.start };
  });
}

function countParagraph(
  levels: readonly ListLevel[],
  counts: (number | undefined)[],
  index: number,
): void {
  const last = counts[index];
  counts[index] = last === undefined ? (levels[index]?.start ?? 1) : last + 1;
  for (let deeper = index + 1; deeper < levelCount; deeper++) {
    const restart = levels[deeper]?.restart ?? deeper;
    if (index < restart) counts[deeper] = undefined;
  }
}

function printNumber(
  levels: readonly ListLevel[],
  counts: readonly (number | undefined)[],
  index: number,
): string {
  const level = levels[index];
  if (level === undefined) return '';
  if (level.format === 'bullet') return printBullet(level.text);
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = levels[Number(digit) - 1];
    if (other === undefined) return '';
    const format = level.legal && other.format !== 'none' ? 'decimal' : other.format;
    return formatListNumber(counts[Number(digit) - 1] ?? other.start, format);
  });
}

/** A dash opens an item in official documents; other bullets are ornament, often of a symbol font. */
function printBullet(mark: string): string {
  return /^[-\u2010-\u2015\u2500\uFF0D]+$/.test(mark) ? '——' : '';
}
