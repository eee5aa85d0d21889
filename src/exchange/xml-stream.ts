import { attributeOf, decodeEntities } from './xml.ts';

/** What is called for each piece of an XML text; names come without their prefix. */
export interface XmlStreamVisitor {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (value: string) => void;
}

/** The longest tag or text between tags; more is no workbook. */
const longestPiece = 4 * 1024 * 1024;

/**
 * Calls `visitor` for XML that arrives in chunks, after each of which `rest` is awaited, so that the
 * caller may stop. As in `walkXml` no DTD is read and no entity but the five of XML is known. Throws
 * a RangeError on a tag that does not end.
 */
export async function* streamXml(
  chunks: AsyncIterable<Uint8Array>,
  visitor: XmlStreamVisitor,
): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    rest = text.slice(visitTags(text, visitor));
    if (rest.length > longestPiece) throw new RangeError('a piece of XML does not end');
    yield;
  }
  if (rest.trim() !== '') throw new RangeError('the XML is cut off');
}

/** Returns the value of an attribute of an element, or null. */
export function attribute(attributes: string, name: string): string | null {
  const key = ` ${name}="`;
  const at = attributes.indexOf(key);
  if (at < 0) return attributes.includes(name) ? attributeOf(attributes, name) : null;
  const start = at + key.length;
  const value = attributes.slice(start, attributes.indexOf('"', start));
  return value.includes('&') ? decodeEntities(value) : value;
}

/** Returns where the first tag begins that is not complete. */
function visitTags(text: string, visitor: XmlStreamVisitor): number {
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag < 0) return at;
    const end = endOf(text, tag);
    if (end < 0) return at;
    if (tag > at) visitor.text(decodeEntities(text.slice(at, tag)));
    visitTag(text, tag, end, visitor);
    at = end;
  }
}

/** After the “>” of a tag, a comment or character data; -1 where it has not arrived. */
function endOf(text: string, tag: number): number {
  if (text.charCodeAt(tag + 1) !== 0x21) return tagEnd(text, tag);
  if (text.startsWith('<!--', tag)) return after(text, '-->', tag);
  if (text.startsWith('<![CDATA[', tag)) return after(text, ']]>', tag);
  return text.length - tag < 9 ? -1 : tagEnd(text, tag);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** A “>” may stand unescaped in an attribute. */
function tagEnd(text: string, tag: number): number {
  let from = tag;
  for (;;) {
    const close = text.indexOf('>', from);
    if (close < 0) return -1;
    const quote = openQuote(text, from, close);
    if (quote === null) return close + 1;
    const closing = text.indexOf(quote.mark, quote.at + 1);
    if (closing < 0) return -1;
    from = closing + 1;
  }
}

/** The first quote that is open where the “>” stands. */
function openQuote(text: string, from: number, to: number): { mark: string; at: number } | null {
  let at = from;
  for (;;) {
    const mark = firstQuote(text, at, to);
    if (mark === null) return null;
    const closing = text.indexOf(mark.mark, mark.at + 1);
    if (closing < 0 || closing > to) return mark;
    at = closing + 1;
  }
}

function firstQuote(text: string, from: number, to: number): { mark: string; at: number } | null {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { mark: '"', at };
    if (code === 0x27) return { mark: "'", at };
  }
  return null;
}

function visitTag(text: string, tag: number, end: number, visitor: XmlStreamVisitor): void {
  const first = text.charCodeAt(tag + 1);
  if (first === 0x21) {
    if (text.startsWith('<![CDATA[', tag)) visitor.text(text.slice(tag + 9, end - 3));
    return;
  }
  if (first === 0x3f) return;
  if (first === 0x2f) {
    visitor.close(localName(text.slice(tag + 2, end - 1).trimEnd()));
    return;
  }
  const selfClosing = text.charCodeAt(end - 2) === 0x2f;
  const inner = text.slice(tag + 1, selfClosing ? end - 2 : end - 1);
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  visitor.open(name, space < 0 ? '' : inner.slice(space));
  if (selfClosing) visitor.close(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
