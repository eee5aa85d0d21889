import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { finding } from '../domain/finding.ts';
import { unreadable } from './document-format.ts';
import { linesOfHtml } from './html-lines.ts';
import { findMainElement } from './html-main.ts';
import { isMetadataLine, joinMetadata } from './metadata-line.ts';
import { lostCharacters, type ReadText, refuse } from './read-text.ts';
import { decodeText } from './text-encoding.ts';

type Document = DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** Real pages nest a few dozen deep; past this the parser itself takes quadratic time. */
const deepest = 512;
/** A tree takes some hundred bytes a node; a long document has some ten thousand. */
const mostNodes = 500_000;
/** Shorter lines of a page's title are the site's name or a column's. */
const shortestTitle = 10;

/**
 * Returns the text of a page: the element that holds the document, block elements and <br> as lines,
 * without the site around it but with the lines above that say what the document is (发文机关：…).
 * Findings: `document-binary`, `document-format` (nested too deep), `document-too-large` (elements),
 * `document-encoding`.
 */
export function readHtml(bytes: Uint8Array): ReadText {
  const decoded = decodeText(bytes, declaredCharset(bytes));
  if (decoded === null) return refuse(finding('document-binary'));
  const page = parsePage(decoded.text);
  if (page === 'too-deep') {
    return unreadable('网页', '标签嵌套过深（elements are nested too deep）');
  }
  if (page === 'too-many') {
    const params = { size: `${mostNodes} 个以上标签`, limit: `${mostNodes} 个标签` };
    return refuse(finding('document-too-large', {}, params));
  }
  return { text: linesOfPage(page).join('\n'), findings: lostCharacters(decoded) };
}

/** <meta charset="gb2312">, <meta http-equiv content="text/html; charset=gb2312"> or the XML declaration. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

const tooDeep = new RangeError('too deep');
const tooMany = new RangeError('too many');

function parsePage(html: string): Document | 'too-deep' | 'too-many' {
  try {
    return parse(html, { treeAdapter: limitedAdapter() });
  } catch (error) {
    if (error === tooDeep) return 'too-deep';
    if (error === tooMany) return 'too-many';
    throw error;
  }
}

/** The parser has no limits of its own: they are set where it reports what it builds. */
function limitedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let nodes = 0;
  const countNode = () => {
    nodes++;
    if (nodes > mostNodes) throw tooMany;
  };
  return {
    ...defaultTreeAdapter,
    createElement(...element) {
      countNode();
      return defaultTreeAdapter.createElement(...element);
    },
    createCommentNode() {
      countNode();
      return defaultTreeAdapter.createCommentNode('');
    },
    onItemPush() {
      depth++;
      if (depth > deepest) throw tooDeep;
    },
    onItemPop() {
      depth--;
    },
  };
}

function linesOfPage(page: Document): string[] {
  const body = childNamed(childNamed(page, 'html'), 'body');
  if (body === null) return [];
  const { main, dropped } = findMainElement(body);
  const lines = linesOfHtml(body, main, dropped);
  const above = joinMetadata(lines.above);
  const title = lines.inside.length > 0 ? pageTitle(page) : '';
  const heads = above.filter((line) => isMetadataLine(line) || isTitleLine(line, title));
  const inside = joinMetadata(lines.inside);
  const known = new Set(inside.slice(0, 10));
  return [...heads.filter((line) => !known.has(line)), ...inside];
}

function childNamed(parent: Document | Element | null, name: string): Element | null {
  for (const child of parent?.childNodes ?? []) {
    if (child.nodeName === name && 'tagName' in child) return child;
  }
  return null;
}

function pageTitle(page: Document): string {
  const title = childNamed(childNamed(childNamed(page, 'html'), 'head'), 'title');
  return (title?.childNodes ?? [])
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .replace(/\s+/g, '');
}

/** The document's own title stands above its text and is repeated in the page's <title>. */
function isTitleLine(line: string, title: string): boolean {
  const tight = line.replace(/\s+/g, '');
  return tight.length >= shortestTitle && title.includes(tight);
}
