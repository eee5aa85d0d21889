import { makeZip } from './make-zip.ts';

/** A sheet of a workbook that is made by hand. */
export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** What stands within <sheetData>. */
  readonly data: string;
  /** What stands after it. */
  readonly after?: string;
}

/** Returns the parts of a workbook, by name. */
export function workbookParts(
  sheets: readonly MadeSheet[],
  more: { readonly strings?: string; readonly styles?: string } = {},
): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const relations = (items: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return {
    '_rels/.rels': relations([relation('a', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${types}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) =>
        relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
      ),
      ...(more.strings === undefined ? [] : [relation('s', 'sharedStrings', 'sharedStrings.xml')]),
      ...(more.styles === undefined ? [] : [relation('t', 'styles', '/xl/styles.xml')]),
    ]),
    ...(more.strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${more.strings}</sst>` }),
    ...(more.styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet>${more.styles}</styleSheet>` }),
    ...Object.fromEntries(
      sheets.map(({ data, after = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`,
      ]),
    ),
  };
}

/** Returns the bytes of a workbook. */
export function makeWorkbook(...given: Parameters<typeof workbookParts>): Uint8Array {
  return makeZip(workbookParts(...given));
}
