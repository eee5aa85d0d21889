import { encodeGbk } from './make-gbk.ts';

/** A line at `left` points from the left and `top` from the top of an A4 page. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size?: number;
}

/** `identity`: glyph numbers of a font that is not there, which nobody can read. */
export type FontEncoding = 'UniGB-UCS2-H' | 'GBK-EUC-H' | 'Identity-H';

/** Returns a PDF of `pages` in a Chinese font that is named and not embedded. */
export function makePdf(
  pages: readonly (readonly Line[])[],
  encoding: FontEncoding = 'UniGB-UCS2-H',
): Uint8Array {
  const pageIds = pages.map((_, index) => 6 + index * 2);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pageIds.map((id) => `${id} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...pages.flatMap((lines, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`,
      stream(lines.map((line) => drawLine(line, encoding)).join('\n')),
    ]),
  ];
  return new TextEncoder().encode(assemble(objects));
}

function drawLine({ text, left, top, size = 16 }: Line, encoding: FontEncoding): string {
  return `BT /F ${size} Tf ${left} ${842 - top} Td <${hex(text, encoding)}> Tj ET`;
}

function hex(text: string, encoding: FontEncoding): string {
  const bytes = encoding === 'GBK-EUC-H' ? [...encodeGbk(text)] : unitsOf(text);
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function unitsOf(text: string): number[] {
  return text.split('').flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 0xff]);
}

function stream(content: string): string {
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return file + table + trailer;
}

/** Returns `text` set as official documents are: 28 characters a line, first lines set in by two. */
export function setParagraphs(paragraphs: readonly string[], perPage = 22): Line[][] {
  const lines = paragraphs.flatMap((paragraph) => setParagraph(paragraph));
  const pages: Line[][] = [];
  for (let at = 0; at < lines.length; at += perPage) {
    const page = lines.slice(at, at + perPage);
    const body = page.map((line, i) => ({ ...line, top: 120 + i * 28 }));
    const number = { text: `— ${pages.length + 1} —`, left: 270, top: 775, size: 14 };
    pages.push([{ text: '演示规划', left: 450, top: 50, size: 9 }, ...body, number]);
  }
  return pages;
}

function setParagraph(paragraph: string): Line[] {
  const lines: Line[] = [{ text: paragraph.slice(0, 26), left: 79 + 32, top: 0 }];
  for (let at = 26; at < paragraph.length; at += 28) {
    lines.push({ text: paragraph.slice(at, at + 28), left: 79, top: 0 });
  }
  return lines;
}
