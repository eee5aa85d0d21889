import { type Finding, finding } from '../domain/finding.ts';
import { readDocx } from './document-docx.ts';
import { type DocumentFormat, detectFormat, unreadable } from './document-format.ts';
import { readHtml } from './document-html.ts';
import { readPdf } from './document-pdf.ts';
import { readTxt } from './document-txt.ts';
import { type ReadText, refuse } from './read-text.ts';

/** The raw text of a document, one paragraph a line, as the compiler takes it. */
export interface ReadDocument {
  readonly text: string;
  /** The format it was read as; on a refusal the one it claimed to be. */
  readonly format: DocumentFormat;
  readonly findings: Finding[];
}

const mebibyte = 1024 * 1024;
/** The longest official documents are a few megabytes; this also bounds the memory a reader takes. */
const largestFile = 64;

const readers: Readonly<
  Record<DocumentFormat, (bytes: Uint8Array) => ReadText | Promise<ReadText>>
> = { txt: readTxt, docx: readDocx, html: readHtml, pdf: readPdf };

/**
 * Returns the text of an official document in .txt, .docx, .html or .pdf: told by its content first,
 * by the extension of `fileName` where the content does not say. Never throws on bad input: the text
 * is then empty and the findings say why (`document-empty`, `document-binary`, `document-format`,
 * `document-too-large`, `document-no-text-layer`; `document-encoding` is a warning).
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<ReadDocument> {
  const { format, refusal } = detectFormat(bytes, fileName);
  const read = oversize(bytes) ?? refusal ?? (await readAs(format, bytes));
  const findings = read.findings.map((item) => ({
    ...item,
    where: { file: fileName, ...item.where },
  }));
  return { text: read.text, format, findings };
}

function oversize(bytes: Uint8Array): ReadText | null {
  if (bytes.length <= largestFile * mebibyte) return null;
  const size = `${Math.ceil(bytes.length / mebibyte)} MB`;
  return refuse(finding('document-too-large', {}, { size, limit: `${largestFile} MB` }));
}

async function readAs(format: DocumentFormat, bytes: Uint8Array): Promise<ReadText> {
  try {
    const read = await readers[format](bytes);
    return isBlank(read) ? refuse(finding('document-empty')) : read;
  } catch (error) {
    // What a reader throws on a broken file is a fault of the file, not of the program.
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(` .${format} `, `文件已损坏（damaged: ${reason}）`);
  }
}

function isBlank({ text, findings }: ReadText): boolean {
  return text.trim() === '' && !findings.some((item) => item.severity === 'error');
}
