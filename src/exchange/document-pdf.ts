import { finding } from '../domain/finding.ts';
import { unreadable } from './document-format.ts';
import { joinMetadata } from './metadata-line.ts';
import { dropFurniture } from './pdf-furniture.ts';
import { linesOfPage } from './pdf-lines.ts';
import { mostPages, type PdfFault, readPdfPages } from './pdf-pages.ts';
import { joinParagraphs } from './pdf-paragraphs.ts';
import { type ReadText, refuse } from './read-text.ts';

/** More characters without a meaning than this share, and the text layer is one in name only. */
const unknownShare = 0.3;

/**
 * Returns the text of a PDF with a text layer: lines by their height on the page, joined into
 * paragraphs by indent and width; page numbers, running heads and note marks left out. Findings:
 * `document-no-text-layer` (a scan, or fonts that do not say what their glyphs mean),
 * `document-format` (password), `document-too-large` (pages). Throws on a damaged file.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  const pages = await readPdfPages(bytes);
  if ('fault' in pages) return refuseFault(pages);
  const lined = pages.map((page) => ({ ...page, lines: linesOfPage(page) }));
  const text = joinMetadata(joinParagraphs(dropFurniture(lined))).join('\n');
  if (!hasMeaning(text)) return refuse(finding('document-no-text-layer'));
  return { text, findings: [] };
}

function refuseFault({ fault, pages }: PdfFault): ReadText {
  if (fault === 'password') {
    return unreadable(' PDF ', '文件设有打开密码，请先取消密码（it is password-protected）');
  }
  const params = { size: `${pages} 页`, limit: `${mostPages} 页` };
  return refuse(finding('document-too-large', {}, params));
}

/** Glyphs without a meaning come out as private, control or replacement characters. */
function hasMeaning(text: string): boolean {
  const unknown = text.match(/(?!\s)[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu)?.length ?? 0;
  return text.trim() !== '' && unknown <= text.length * unknownShare;
}
