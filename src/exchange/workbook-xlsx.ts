import type { TableStream } from '../domain/table.ts';
import { sheetNames } from './sheet-text.ts';
import { escapeXml, sheetXml } from './sheet-xml.ts';
import { encodeText } from './text-chunks.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

/**
 * Yields `tables` as one XLSX workbook, a sheet each, laid out as `writeXlsx` does it but written as
 * the rows come: memory does not grow with them. Numbers are numbers (a decimal in a numeric column
 * too), ISO dates are dates, and text is text, never a formula. Equal tables give equal bytes.
 *
 * Refuses with `sheet-full` more rows than a sheet has; throws on a number that is not finite.
 */
export function streamXlsx(tables: readonly TableStream[]): AsyncGenerator<Uint8Array> {
  return writeZip(partsOf(tables));
}

function* partsOf(tables: readonly TableStream[]): Generator<ZipPart> {
  const names = sheetNames(tables.map((table) => table.name));
  yield part('[Content_Types].xml', contentTypes(tables.length));
  yield part('_rels/.rels', packageRelations);
  yield part('docProps/core.xml', properties);
  yield part('xl/workbook.xml', workbook(tables, names));
  yield part('xl/_rels/workbook.xml.rels', workbookRelations(tables.length));
  yield part('xl/styles.xml', styles);
  for (const [index, table] of tables.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    yield { name, content: encodeText(sheetXml(table, index === 0)) };
  }
}

function part(name: string, xml: string): ZipPart {
  return { name, content: [new TextEncoder().encode(head + xml)] };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
  const override = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', `${types}.sheet.main+xml`),
    override('/xl/styles.xml', `${types}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...numbers(sheets).map((n) =>
      override(`/xl/worksheets/sheet${n}.xml`, `${types}.worksheet+xml`),
    ),
    '</Types>',
  ].join('');
}

const packageRelations = [
  `<Relationships xmlns="${packages}/relationships">`,
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('');

/** In place of the clock, so that equal tables make equal bytes. */
const properties = [
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"`,
  ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  '<dcterms:created xsi:type="dcterms:W3CDTF">2017-01-01T00:00:00Z</dcterms:created>',
  '<dcterms:modified xsi:type="dcterms:W3CDTF">2017-01-01T00:00:00Z</dcterms:modified>',
  '</cp:coreProperties>',
].join('');

function workbook(tables: readonly TableStream[], names: readonly string[]): string {
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // The header is printed again on every page.
  const titles = names.map((name, index) => {
    const row = tables[index]?.title === undefined ? 1 : 2;
    const sheet = escapeXml(name.replaceAll("'", "''"));
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$${row}:$${row}</definedName>`;
  });
  return [
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>`,
    ...sheets,
    '</sheets><definedNames>',
    ...titles,
    '</definedNames></workbook>',
  ].join('');
}

function workbookRelations(sheets: number): string {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  return [
    `<Relationships xmlns="${packages}/relationships">`,
    ...numbers(sheets).map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`)),
    relation(sheets + 1, 'styles', 'styles.xml'),
    '</Relationships>',
  ].join('');
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** The places in `cellXfs` are those of `cellStyles` in sheet-xml.ts. */
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="14"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F5"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF8A94A6"/></bottom><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  headerStyle('left'),
  headerStyle('right'),
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>',
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

function headerStyle(side: 'left' | 'right'): string {
  return `<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${side}" vertical="center" wrapText="1"/></xf>`;
}
