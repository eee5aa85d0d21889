import { finding } from '../domain/finding.ts';
import { unreadable } from './document-format.ts';
import { linesOfDocx } from './docx-lines.ts';
import { noNumbering, parseNumbering } from './docx-numbering.ts';
import { noStyles, parseStyles } from './docx-styles.ts';
import { joinMetadata } from './metadata-line.ts';
import { type ReadText, refuse } from './read-text.ts';
import { attributeOf, walkXml } from './xml.ts';
import { openZip, readPart, type ZipArchive, type ZipFault } from './zip.ts';

/**
 * Returns the text of a .docx as Word prints it, a paragraph a line. Written here rather than with a
 * converter to HTML, because those drop what compiles: the 一、（一）1. that Word numbers by itself.
 * Findings: `document-format` (not a Word document, damaged, encrypted), `document-too-large`.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadText> {
  const archive = openZip(bytes);
  if ('fault' in archive) return refuseFault(archive);
  const name = await mainPart(archive);
  const main = await readPart(archive, name);
  if (main === null) return unreadable(...otherArchive(archive));
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const numbering = await readPart(archive, `${folder}numbering.xml`);
  const styles = await readPart(archive, `${folder}styles.xml`);
  const lines = linesOfDocx(main, {
    numbering: numbering === null ? noNumbering : parseNumbering(numbering),
    styles: styles === null ? noStyles : parseStyles(styles),
  });
  return { text: joinMetadata(lines).join('\n'), findings: [] };
}

function refuseFault({ fault, params = {} }: ZipFault): ReadText {
  if (fault === 'too-large') return refuse(finding('document-too-large', {}, params));
  if (fault === 'encrypted') {
    return unreadable(' .docx ', '文件已加密，请先取消密码（it is encrypted）');
  }
  return unreadable(' .docx ', '文件不完整或已损坏（it is cut off or damaged）');
}

/** Nearly always word/document.xml; the package's relations are what decides. */
async function mainPart(archive: ZipArchive): Promise<string> {
  const relations = await readPart(archive, '_rels/.rels');
  let target = 'word/document.xml';
  walkXml(new TextDecoder().decode(relations ?? new Uint8Array()), {
    open(name, attributes) {
      const type = attributeOf(attributes, 'Type') ?? '';
      if (!/(?:^|:)Relationship$/.test(name) || !type.endsWith('/officeDocument')) return;
      target = (attributeOf(attributes, 'Target') ?? target).replace(/^\//, '');
    },
  });
  // A workbook has such a relation too.
  const isText = archive.entries.has(target) && !/^(?:xl|ppt)\//.test(target);
  return isText ? target : 'word/document.xml';
}

const archives: readonly [start: string, kind: string, reason: string][] = [
  ['OFD.xml', '版式文件（OFD）', '请另存为 .docx 或 .pdf（save it as .docx or .pdf）'],
  ['xl/', '电子表格（.xlsx）', '请提供文字文档（a spreadsheet, not a text document）'],
  ['ppt/', '演示文稿（.pptx）', '请提供文字文档（a presentation, not a text document）'],
  ['content.xml', 'OpenDocument（.odt）', '请另存为 .docx（save it as .docx）'],
  ['word/', ' .docx ', '缺少正文部件（its main part is missing）'],
];

function otherArchive({ entries }: ZipArchive): [kind: string, reason: string] {
  for (const [start, kind, reason] of archives) {
    for (const name of entries.keys()) if (name.startsWith(start)) return [kind, reason];
  }
  return ['压缩包', '请先解压，再选择其中的文档（an archive: unpack it first）'];
}
