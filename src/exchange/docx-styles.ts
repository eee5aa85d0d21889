import { walkPart } from './docx-part.ts';
import { attributeOf } from './xml.ts';

/** What the text of a paragraph needs to know of its style. */
export interface ParagraphStyle {
  name: string;
  basedOn: string | null;
  numId: string | null;
  level: number | null;
}

export interface ParagraphStyles {
  readonly byId: ReadonlyMap<string, ParagraphStyle>;
  /** The style of paragraphs that name none. */
  readonly standard: string | null;
}

export const noStyles: ParagraphStyles = { byId: new Map(), standard: null };

/** Chains of styles are short; a file may chain them in a ring. */
const longestChain = 20;

/** Returns the paragraph styles declared in the bytes of word/styles.xml. */
export function parseStyles(bytes: Uint8Array): ParagraphStyles {
  const byId = new Map<string, ParagraphStyle>();
  let standard: string | null = null;
  let style: ParagraphStyle | null = null;
  const open = (name: string, attributes: string) => {
    if (name === 'w:style') {
      style = { name: '', basedOn: null, numId: null, level: null };
      if (attributeOf(attributes, 'type') !== 'paragraph') return;
      const id = attributeOf(attributes, 'styleId') ?? '';
      byId.set(id, style);
      if (/^(?:1|true|on)$/.test(attributeOf(attributes, 'default') ?? '')) standard = id;
    } else if (style) setStyleField(style, name, attributeOf(attributes, 'val') ?? '');
  };
  const close = (name: string) => {
    if (name === 'w:style') style = null;
  };
  walkPart(bytes, { open, close });
  return { byId, standard };
}

function setStyleField(style: ParagraphStyle, name: string, value: string): void {
  if (name === 'w:name') style.name = value;
  if (name === 'w:basedOn') style.basedOn = value;
  if (name === 'w:numId') style.numId = value;
  if (name === 'w:ilvl') style.level = Number.parseInt(value, 10) || 0;
}

/** The list a style puts its paragraphs in; `style` is the one that says so. */
export interface StyleList {
  readonly numId: string;
  readonly level: number | null;
  readonly style: string;
}

/** Returns the list of the style `id`, its own or the one it inherits; null for none. */
export function listOfStyle(styles: ParagraphStyles, id: string | null): StyleList | null {
  let level: number | null = null;
  let at = id ?? styles.standard;
  for (let i = 0; at !== null && i < longestChain; i++) {
    const style = styles.byId.get(at);
    level ??= style?.level ?? null;
    if (style?.numId) return { numId: style.numId, level, style: id ?? at };
    at = style?.basedOn ?? null;
  }
  return null;
}

/** Returns whether the style `id` sets a table of contents, which repeats the headings. */
export function isContentsStyle(styles: ParagraphStyles, id: string | null): boolean {
  if (id === null) return false;
  return /^(?:toc ?(?:\d|heading|标题)|目录 ?\d)/i.test(styles.byId.get(id)?.name ?? id);
}
