import {
  nothingRead,
  readTemplateRows,
  type TemplateReading,
} from '../collection/read-template.ts';
import { type TemplateSheet, templateOf } from '../collection/template.ts';
import { AppError } from '../domain/app-error.ts';
import { hasErrors, type Language } from '../domain/finding.ts';
import { writeEntryTemplate } from '../exchange/entry-template.ts';
import { readFirstSheet } from '../exchange/first-sheet.ts';

/** Resolves to a submission as a workbook to fill. */
export async function writeTemplate(sheet: TemplateSheet, language: Language): Promise<Uint8Array> {
  return await writeEntryTemplate(templateOf(sheet, language));
}

/**
 * Resolves to the cells of a filled workbook and what is wrong with it, row by row; nothing is saved.
 * Refuses with `file-classified` one that bears a mark of secrecy.
 */
export async function readTemplate(
  bytes: Uint8Array,
  sheet: TemplateSheet,
): Promise<TemplateReading> {
  const { rows, findings } = await readFirstSheet(bytes, mostRows);
  const classified = findings.find(({ code }) => code === 'table-classified');
  if (classified) throw new AppError('file-classified', { mark: classified.params.mark ?? '' });
  if (hasErrors(findings)) return { ...nothingRead, findings };
  return readTemplateRows(rows, sheet);
}

/** A form has a hundred lines. */
const mostRows = 5_000;
