import { classifiedMark, findClassifiedMark } from '../domain/classified-marks.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Sheet, SheetFile, SheetPiece } from '../domain/sheet.ts';
import { type ByteSource, chunksOf } from './byte-source.ts';
import { readCsvSheet } from './csv-sheet.ts';
import { decodeChunks } from './csv-text.ts';
import { detectTable } from './table-format.ts';
import { tableLimits } from './table-limits.ts';
import { readXlsxSheet } from './xlsx-sheet.ts';
import { readSheetEnd } from './xlsx-sheet-end.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';
import type { ZipFault } from './zip.ts';
import { openZipSource, type ZipSource } from './zip-source.ts';

/**
 * Resolves to the sheets of a CSV or XLSX file, told by its content. Nothing is read before it is
 * asked for, and memory does not grow with the file, but for the texts that the cells of a workbook
 * share. Never rejects for what is in the file: findings say what is wrong with it, here or among
 * the rows (`table-format`, `table-binary`, `table-empty`, `table-damaged`, `table-too-large`,
 * `table-classified`, `csv-syntax`; `sheet-hidden` is a note). A sheet has to be read before the next is asked for.
 */
export async function readTable(source: ByteSource): Promise<SheetFile> {
  const format = await detectTable(source);
  if (typeof format !== 'string') return refused(format);
  if (format === 'csv') return readText(source);
  if (source.size > tableLimits.workbookBytes) return refused(heavy(tableLimits.workbookBytes));
  try {
    return await readArchive(source);
  } catch (error) {
    // What cannot be inflated is a fault of the file, not of the program.
    if (!(error instanceof RangeError)) throw error;
    return refused(damaged(error.message));
  }
}

function readText(source: ByteSource): SheetFile {
  if (source.size > tableLimits.textBytes) return refused(heavy(tableLimits.textBytes));
  const pieces = unclassified(readCsvSheet(decodeChunks(chunksOf(source))));
  return { findings: [], sheets: only({ name: null, merged: [], pieces }) };
}

async function readArchive(source: ByteSource): Promise<SheetFile> {
  const archive = await openZipSource(source);
  if ('fault' in archive) return refused(faultOf(archive));
  const workbook = await readWorkbook(archive);
  if ('large' in workbook) return refused(heavy(tableLimits.heldBytes));
  if ('missing' in workbook) return refused(otherArchive(archive));
  const shown = workbook.sheets.filter((sheet) => sheet.entry !== null && !sheet.hidden);
  if (shown.length > tableLimits.sheets)
    return refused(tooLarge('工作表数', 'sheets', tableLimits.sheets));
  const hidden = workbook.sheets
    .filter((sheet) => sheet.hidden)
    .slice(0, tableLimits.sheets)
    .map(({ name }) => finding('sheet-hidden', { sheet: name }, { sheet: name }));
  return { findings: hidden, sheets: sheetsOf(archive, workbook) };
}

async function* sheetsOf(archive: ZipSource, workbook: Workbook): AsyncGenerator<Sheet> {
  for (const { name, hidden, entry } of workbook.sheets) {
    if (hidden || entry === null) continue;
    const { merged, margins } = await readSheetEnd(archive, entry);
    const pieces = readXlsxSheet(archive, entry, workbook);
    yield { name, merged, pieces: unclassified(pieces, [name, ...margins]) };
  }
}

/**
 * Whatever is read here came from somebody: what bears a mark of secrecy, in a cell or in the texts
 * around the rows, is not read on.
 */
async function* unclassified(
  pieces: AsyncIterable<SheetPiece>,
  around: readonly string[] = [],
): AsyncGenerator<SheetPiece> {
  const [outside] = around.map(classifiedMark).filter((mark) => mark !== null);
  if (outside !== undefined) {
    yield classified(outside);
    return;
  }
  for await (const piece of pieces) {
    const mark = findClassifiedMark(piece.rows);
    if (mark !== null) {
      yield classified(mark);
      return;
    }
    yield piece;
  }
}

function classified(mark: string): SheetPiece {
  return { rows: [], findings: [finding('table-classified', {}, { mark })] };
}

async function* only(sheet: Sheet): AsyncGenerator<Sheet> {
  yield sheet;
}

async function* none(): AsyncGenerator<Sheet> {}

function refused(item: Finding): SheetFile {
  return { findings: [item], sheets: none() };
}

function faultOf({ fault, params = {} }: ZipFault): Finding {
  if (fault === 'too-large') return finding('table-too-large', {}, params);
  if (fault === 'damaged') return damaged('zip');
  const words = { format: '加密的压缩文件', formatEn: 'An encrypted archive' };
  return finding('table-format', {}, words);
}

function otherArchive({ entries }: ZipSource): Finding {
  const has = (start: string) => [...entries.keys()].some((name) => name.startsWith(start));
  const [format, formatEn] = has('xl/workbook.bin')
    ? ['二进制工作簿（.xlsb）', 'A binary workbook (.xlsb)']
    : has('content.xml')
      ? ['OpenDocument 文件（.ods）', 'An OpenDocument file (.ods)']
      : has('word/')
        ? ['文字文档（.docx）', 'A text document (.docx)']
        : ['压缩包', 'An archive'];
  return finding('table-format', {}, { format, formatEn });
}

function damaged(part: string): Finding {
  return finding('table-damaged', {}, { part });
}

function heavy(limit: number): Finding {
  return tooLarge('字节数', 'bytes', limit);
}

function tooLarge(what: string, whatEn: string, limit: number): Finding {
  return finding('table-too-large', {}, { what, whatEn, limit });
}
