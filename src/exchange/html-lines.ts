import type { DefaultTreeAdapterTypes } from 'parse5';
import { isElement } from './html-main.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** The lines of a page before its main element, and in it. */
export interface HtmlLines {
  readonly above: readonly string[];
  readonly inside: readonly string[];
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark o:p q rp ruby s samp small span strike strong sub sup time tt u var wbr nobr'.split(
    ' ',
  ),
);
/** Pronunciation above a character, and the fallback brackets around it. */
const annotations = new Set(['rt', 'rp']);

/**
 * Returns the lines of `body` before and in `main`, without `dropped` elements: every element that is
 * not inline ends a line, as does <br>; table cells are lines. White space is collapsed as browsers do.
 */
export function linesOfHtml(
  body: Element,
  main: Element,
  dropped: ReadonlySet<Element>,
): HtmlLines {
  const above: string[] = [];
  const inside: string[] = [];
  let lines: string[] | null = above;
  let line: string[] = [];
  const flush = () => {
    const text = collapse(line.join(''));
    if (text !== '') lines?.push(text);
    line = [];
  };
  const visit = (node: Node, preformatted: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      line.push(preformatted ? node.value.replace(/\r?\n/g, hardBreak) : node.value);
    }
    if (!isElement(node) || dropped.has(node) || annotations.has(node.tagName)) return;
    const block = !inline.has(node.tagName);
    if (block) flush();
    if (node === main) lines = inside;
    const keepsLines = preformatted || node.tagName === 'pre';
    for (const child of node.childNodes) visit(child, keepsLines);
    if (block) flush();
    // What follows the document on the page is never part of it.
    if (node === main) lines = null;
  };
  visit(body, false);
  return { above, inside: inside.flatMap((text) => text.split(hardBreak)) };
}

/** Stands for a line end of <pre> while white space is collapsed. */
const hardBreak = '\u2028';
const chinese = '[\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF]';
const sourceBreak = new RegExp(
  `(?<=${chinese})[ \\t\\f]*[\\r\\n][ \\t\\r\\n\\f]*(?=${chinese})`,
  'g',
);

/** A line end of the source is a space between words, and nothing between Chinese characters. */
function collapse(text: string): string {
  return text
    .replace(sourceBreak, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^[ \u3000\u00A0]+|[ \u3000\u00A0]+$/g, '');
}
