import type { DefaultTreeAdapterTypes } from 'parse5';
import { countHan } from './text-encoding.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Where a page keeps its document, and what of the page is not text. */
export interface MainElement {
  readonly main: Element;
  readonly dropped: ReadonlySet<Element>;
}

const neverText = new Set(
  'script style noscript template iframe object svg math canvas select option textarea button input'.split(
    ' ',
  ),
);
const chrome = new Set(['nav', 'header', 'footer', 'aside', 'form']);
/** Elements a site puts a document in. A paragraph or a list may be long and is never the whole. */
const containers = new Set(['div', 'section', 'article', 'main', 'td', 'center', 'form']);
/**
 * The document is the smallest container with these shares of the page's Chinese: of that in sentences,
 * which menus and tables of metadata are not, and of all, so that a long annexed table is not lost.
 */
const sentenceShare = 0.8;
const mainShare = 0.5;
/** Chrome with this share of it is none: some servers wrap the whole page in one form. */
const chromeShare = 0.5;

/**
 * Returns the smallest container in `body` that holds most of its Chinese characters, not counting
 * scripts, navigation, headers, footers, asides, forms and what is not displayed.
 */
export function findMainElement(body: Element): MainElement {
  const dropped = new Set<Element>();
  const everything = countByElement(body, dropped, countHan);
  markDropped(body, everything.get(body) ?? 0, everything, dropped, false);
  const all = countByElement(body, dropped, countHan);
  const total = all.get(body) ?? 0;
  const inSentences = countByElement(body, dropped, countInSentences);
  const sentences = (inSentences.get(body) ?? 0) > 0 ? inSentences : all;
  const holdsMost = (element: Element) =>
    shareOf(all, element, body) >= mainShare && shareOf(sentences, element, body) >= sentenceShare;
  let main = body;
  if (total === 0) return { main, dropped };
  for (
    let at: Element | undefined = body;
    at;
    at = at.childNodes.filter(isElement).find(holdsMost)
  ) {
    if (containers.has(at.tagName)) main = at;
  }
  return { main, dropped };
}

function shareOf(counts: ReadonlyMap<Element, number>, element: Element, whole: Element): number {
  return (counts.get(element) ?? 0) / (counts.get(whole) ?? 1);
}

function countInSentences(text: string): number {
  return /[，。；]/.test(text) ? countHan(text) : 0;
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function countByElement(
  root: Element,
  dropped: ReadonlySet<Element>,
  weigh: (text: string) => number,
): Map<Element, number> {
  const counts = new Map<Element, number>();
  const count = (node: Node): number => {
    if (node.nodeName === '#text' && 'value' in node) return weigh(node.value);
    if (!isElement(node) || neverText.has(node.tagName) || dropped.has(node)) return 0;
    const total = node.childNodes.reduce((sum, child) => sum + count(child), 0);
    counts.set(node, total);
    return total;
  };
  count(root);
  return counts;
}

function markDropped(
  element: Element,
  total: number,
  counts: ReadonlyMap<Element, number>,
  dropped: Set<Element>,
  inArticle: boolean,
): void {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    const isChrome =
      isChromeElement(child, inArticle) && (counts.get(child) ?? 0) < total * chromeShare;
    if (isChrome || neverText.has(child.tagName)) dropped.add(child);
    else {
      const nested = inArticle || child.tagName === 'article' || child.tagName === 'main';
      markDropped(child, total, counts, dropped, nested);
    }
  }
}

/** The header of an article holds its title. */
function isChromeElement(element: Element, inArticle: boolean): boolean {
  if (inArticle && element.tagName === 'header') return false;
  if (chrome.has(element.tagName)) return true;
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  );
}
