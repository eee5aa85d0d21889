import { decodeText } from './text-encoding.ts';
import { walkXml, type XmlVisitor } from './xml.ts';

/** The namespace of Word's elements, in the usual and in the strict form of the standard. */
const namespace =
  /xmlns(?::([\w.-]+))?\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

/**
 * Calls `visitor` for the elements of a part of a .docx, Word's own under the names every program
 * gives them (`w:p`), whatever prefix the file declares.
 */
export function walkPart(bytes: Uint8Array, visitor: XmlVisitor): void {
  const xml = decodeText(bytes)?.text ?? '';
  const declared = namespace.exec(xml.slice(0, 8192));
  const prefix = declared === null ? 'w' : (declared[1] ?? '');
  if (prefix === 'w') walkXml(xml, visitor);
  else walkXml(xml, renamed(visitor, prefix));
}

function renamed(visitor: XmlVisitor, prefix: string): XmlVisitor {
  const rename = (name: string) => {
    if (prefix === '') return name.includes(':') ? name : `w:${name}`;
    return name.startsWith(`${prefix}:`) ? `w${name.slice(prefix.length)}` : name;
  };
  return {
    open: (name, attributes) => visitor.open?.(rename(name), attributes),
    close: (name) => visitor.close?.(rename(name)),
    text: (value) => visitor.text?.(value),
  };
}
