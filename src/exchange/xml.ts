/** What is called for each piece of an XML text, in order. Self-closing elements open and close. */
export interface XmlVisitor {
  readonly open?: (name: string, attributes: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (value: string) => void;
}

/**
 * Calls `visitor` for the elements and texts of `xml`. A reader for the parts of office documents: no
 * DTD is read and no entity but the five of XML is known, so nothing in a file can expand. What is not
 * well-formed is passed over; a text that is cut off ends there.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const textEnd = tag < 0 ? xml.length : tag;
    if (textEnd > at) visitor.text?.(decodeEntities(xml.slice(at, textEnd)));
    if (tag < 0) return;
    at = visitMarkup(xml, tag, visitor);
  }
}

/** Returns the value of the attribute with the local name `name` in the attributes of an element. */
export function attributeOf(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? null : decodeEntities(value);
}

function visitMarkup(xml: string, start: number, visitor: XmlVisitor): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start);
  if (xml.startsWith('<?', start)) return after(xml, '?>', start);
  if (xml.startsWith('<![CDATA[', start)) {
    const end = after(xml, ']]>', start);
    visitor.text?.(xml.slice(start + 9, end - 3));
    return end;
  }
  const end = tagEnd(xml, start);
  visitTag(xml.slice(start + 1, end - 1), visitor);
  return end;
}

function after(xml: string, mark: string, start: number): number {
  const found = xml.indexOf(mark, start);
  return found < 0 ? xml.length : found + mark.length;
}

/** A “>” may stand unescaped in an attribute's quotes. */
function tagEnd(xml: string, start: number): number {
  let quote = 0;
  for (let at = start; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at + 1;
  }
  return xml.length;
}

function visitTag(tag: string, visitor: XmlVisitor): void {
  if (tag.startsWith('!')) return;
  if (tag.startsWith('/')) {
    visitor.close?.(tag.slice(1).trimEnd());
    return;
  }
  const selfClosing = tag.endsWith('/');
  const inner = selfClosing ? tag.slice(0, -1) : tag;
  const space = inner.search(/\s/);
  const name = space < 0 ? inner : inner.slice(0, space);
  visitor.open?.(name, space < 0 ? '' : inner.slice(space));
  if (selfClosing) visitor.close?.(name);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Returns text with its entities resolved: the five of XML and numbers, no others. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
