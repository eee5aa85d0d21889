import { levelOfStyle, type Numbering, startCounting } from './docx-numbering.ts';
import { walkPart } from './docx-part.ts';
import { isContentsStyle, listOfStyle, type ParagraphStyles } from './docx-styles.ts';
import { attributeOf, type XmlVisitor } from './xml.ts';

/** What the other parts of the file say about the paragraphs of word/document.xml. */
export interface DocxContext {
  readonly numbering: Numbering;
  readonly styles: ParagraphStyles;
}

interface Paragraph {
  text: string;
  style: string | null;
  numId: string | null;
  level: number | null;
  /** Its end was deleted in a tracked change: it runs into the next. */
  joined: boolean;
  /** Lines of text boxes anchored in it. */
  readonly boxed: string[];
}

/** Deleted and moved-away text, a picture's old form beside its new one, and formatting of the past. */
const skipped = new Set(
  'w:del w:moveFrom mc:Fallback w:delText w:instrText w:rt w:pPrChange w:rPrChange w:sectPr w:tblPr w:tblGrid w:numberingChange'.split(
    ' ',
  ),
);
const characters: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/**
 * Returns the paragraphs of word/document.xml as lines, as Word prints them: with automatic numbers in
 * front, tracked insertions kept and deletions dropped, tables cell by cell, text boxes after the
 * paragraph they hang on. Footnotes, hidden text and tables of contents are left out.
 */
export function linesOfDocx(bytes: Uint8Array, context: DocxContext): string[] {
  const lines: string[] = [];
  const open: Paragraph[] = [];
  const printNumber = startCounting(context.numbering);
  let carried = '';
  const finish = (paragraph: Paragraph) => {
    if (paragraph.joined) carried += paragraph.text;
    else {
      const text = carried + paragraph.text;
      carried = '';
      const printed = printParagraph({ ...paragraph, text }, context, printNumber);
      (open.at(-1)?.boxed ?? lines).push(...printed);
    }
    (open.at(-1)?.boxed ?? lines).push(...paragraph.boxed);
  };
  walkPart(bytes, paragraphVisitor(open, finish));
  if (carried !== '') lines.push(carried);
  return lines;
}

function printParagraph(
  paragraph: Paragraph,
  context: DocxContext,
  printNumber: (numId: string, level: number) => string,
): string[] {
  if (isContentsStyle(context.styles, paragraph.style)) return [];
  const place = placeInList(paragraph, context);
  const number = place === null ? '' : printNumber(place.numId, place.level);
  const lines = numbered(number, paragraph.text).split('\n');
  return lines.filter((line) => line.trim() !== '');
}

/** The paragraph's own list goes before its style's; list 0 takes it out of any. */
function placeInList(
  { numId, level, style }: Paragraph,
  { styles, numbering }: DocxContext,
): { numId: string; level: number } | null {
  if (numId !== null) return numId === '0' ? null : { numId, level: level ?? 0 };
  const list = listOfStyle(styles, style);
  if (list === null || list.numId === '0') return null;
  const linked = levelOfStyle(numbering, list.numId, list.style);
  return { numId: list.numId, level: level ?? linked ?? list.level ?? 0 };
}

/** Chinese numbers end in a mark and need no space; 第一章 does, and so does “1.” before a digit. */
function numbered(number: string, text: string): string {
  const body = text.trim();
  if (number === '' || body === '') return body;
  const tight = /[、．。.）)：:—①-⑳㉑-㊿]$/u.test(number) && !/^\d/.test(body);
  return `${number}${tight ? '' : ' '}${body}`;
}

/** Pushes an opened paragraph on `open` and hands it to `finish` when it closes. */
function paragraphVisitor(open: Paragraph[], finish: (paragraph: Paragraph) => void): XmlVisitor {
  let skipping = 0;
  let inProperties = false;
  let inText = false;
  let hidden = false;
  return {
    open(name, attributes) {
      const paragraph = open.at(-1);
      if (inProperties && skipping === 0 && paragraph) setProperty(paragraph, name, attributes);
      if (skipping > 0 || skipped.has(name)) skipping++;
      else if (name === 'w:p') open.push(newParagraph());
      else if (name === 'w:pPr') inProperties = true;
      else if (name === 'w:r') hidden = false;
      else if (name === 'w:vanish') hidden = isOn(attributes) && !inProperties;
      else if (name === 'w:t' || name === 'm:t') inText = true;
      else if (paragraph && !inProperties) paragraph.text += characters[name] ?? '';
    },
    close(name) {
      if (skipping > 0) skipping--;
      else if (name === 'w:pPr') inProperties = false;
      else if (name === 'w:t' || name === 'm:t') inText = false;
      else if (name === 'w:p') {
        const paragraph = open.pop();
        if (paragraph) finish(paragraph);
      }
    },
    text(value) {
      const paragraph = open.at(-1);
      if (inText && !hidden && skipping === 0 && paragraph) paragraph.text += value;
    },
  };
}

function newParagraph(): Paragraph {
  return { text: '', style: null, numId: null, level: null, joined: false, boxed: [] };
}

function setProperty(paragraph: Paragraph, name: string, attributes: string): void {
  const value = attributeOf(attributes, 'val') ?? '';
  if (name === 'w:pStyle') paragraph.style = value;
  if (name === 'w:numId') paragraph.numId = value;
  if (name === 'w:ilvl') paragraph.level = Number.parseInt(value, 10) || 0;
  if (name === 'w:del' || name === 'w:moveFrom') paragraph.joined = true;
}

function isOn(attributes: string): boolean {
  return !/^(?:0|false|off)$/.test(attributeOf(attributes, 'val') ?? '');
}
