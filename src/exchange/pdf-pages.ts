import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { startCharacterMaps } from './pdf-cmaps.ts';

type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A run of text where a page prints it; y grows downwards, as one reads. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

/** Why a PDF is not read. */
export interface PdfFault {
  readonly fault: 'password' | 'pages';
  readonly pages: number;
}

export const mostPages = 3000;

/** Returns the placed text of every page of a PDF, or why it is refused. Throws on a damaged file. */
export async function readPdfPages(bytes: Uint8Array): Promise<readonly PdfPage[] | PdfFault> {
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS();
  const task = getDocument({
    // pdf.js takes the buffer away from its owner, and refuses Node's own kind of array.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: true,
    cMapUrl: 'built/',
    cMapPacked: false,
    useWorkerFetch: false,
    BinaryDataFactory: mapFactory(),
  });
  try {
    return await readPages(await task.promise);
  } catch (error) {
    if (isPasswordError(error)) return { fault: 'password', pages: 0 };
    throw error;
  } finally {
    await task.destroy();
  }
}

/** pdf.js makes one of these for a document and asks it for what the file does not carry. */
function mapFactory(): object {
  const maps = startCharacterMaps();
  const fetch = async ({ kind, filename }: { kind: string; filename: string }) => {
    if (kind !== 'cMapUrl') throw new RangeError(`no ${kind}`);
    return maps.write(filename);
  };
  // Called with `new`: a constructor that returns an object gives that object.
  return function mapReader() {
    return { fetch };
  };
}

async function readPages(document: PDFDocumentProxy): Promise<readonly PdfPage[] | PdfFault> {
  if (document.numPages > mostPages) return { fault: 'pages', pages: document.numPages };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.flatMap((item: TextItem | object) =>
      'str' in item ? placed(item, transform) : [],
    );
    pages.push({ width, height, texts });
    page.cleanup();
  }
  return pages;
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Text that does not run along the page, such as a watermark across it, is left out. */
function placed({ str, transform, width }: TextItem, page: readonly number[]): PlacedText[] {
  if (str.trim() === '') return [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [pa = 1, pb = 0, pc = 0, pd = 1, pe = 0, pf = 0] = page;
  const across = Math.hypot(a, b) || 1;
  const run = { x: (pa * a + pc * b) / across, y: (pb * a + pd * b) / across };
  if (run.x < 0.95 || Math.abs(run.y) > 0.1) return [];
  const left = pa * e + pc * f + pe;
  const size = Math.hypot(c, d) || across;
  return [{ text: str, left, right: left + width * run.x, y: pb * e + pd * f + pf, size }];
}

function isPasswordError(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}
