import { describe, expect, test } from 'vitest';
import { linesOfDocx } from '../../src/exchange/docx-lines.ts';
import { noNumbering, parseNumbering } from '../../src/exchange/docx-numbering.ts';
import { noStyles, parseStyles } from '../../src/exchange/docx-styles.ts';
import { formatListNumber } from '../../src/exchange/list-number.ts';
import { readDocument } from '../../src/exchange/read-document.ts';
import { makeZip } from './make-zip.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const bytes = (xml: string) => new TextEncoder().encode(xml);
const part = (root: string, xml: string) =>
  bytes(`<?xml version="1.0"?><w:${root} xmlns:w="${namespace}">${xml}</w:${root}>`);
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const inList = (numId: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
const styled = (style: string) => `<w:pStyle w:val="${style}"/>`;
const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

function linesOf(body: string, numbering = '', styles = ''): string[] {
  return linesOfDocx(part('document', `<w:body>${body}</w:body>`), {
    numbering: numbering === '' ? noNumbering : parseNumbering(part('numbering', numbering)),
    styles: styles === '' ? noStyles : parseStyles(part('styles', styles)),
  });
}

const abstract = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、', styled('H1'))}${level(1, 'chineseCounting', '（%2）', styled('H2'))}${level(2, 'decimal', '%1.%3.', '<w:isLgl/>')}</w:abstractNum>`;

describe('linesOfDocx', () => {
  test('numbers by linked styles, inherited ones too, and lets a paragraph out', () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="T"><w:name w:val="小标题"/><w:basedOn w:val="H2"/></w:style>
      <w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="R"><w:name w:val="ring"/><w:basedOn w:val="R"/></w:style>`;
    const body =
      paragraph('目录项', styled('C')) +
      paragraph('甲', styled('H1')) +
      paragraph('子', styled('H2')) +
      paragraph('丑', styled('T')) +
      paragraph('正文') +
      paragraph('不编号', styled('H1') + inList(0, 0)) +
      paragraph('环', styled('R')) +
      paragraph('乙', styled('H1')) +
      paragraph('寅', styled('H2'));
    const numbering = `${abstract}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`;
    expect(linesOf(body, numbering, styles)).toEqual([
      '一、甲',
      '（一）子',
      '（二）丑',
      '正文',
      '不编号',
      '环',
      '二、乙',
      '（一）寅',
    ]);
  });

  test('shares counters between instances of a list, starts where told, prints legal numbers', () => {
    const numbering = `${abstract}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride></w:num>`;
    const body = [1, 2, 3, 3, 4, 9].map((id) => paragraph('甲', inList(id, 0))).join('');
    expect(linesOf(body + paragraph('乙', inList(1, 2)), numbering)).toEqual([
      '一、甲',
      '二、甲',
      '五、甲',
      '六、甲',
      '⑦甲',
      '甲',
      '7.1.乙',
    ]);
  });

  test('joins paragraphs whose end was deleted, keeps moved-in text', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('上半')}</w:p>${paragraph('下半')}
      <w:p><w:moveFrom>${run('移走')}</w:moveFrom><w:moveTo>${run('移来')}</w:moveTo><w:ins>${run('增')}</w:ins></w:p>`;
    expect(linesOf(body)).toEqual(['上半下半', '移来增']);
  });

  test('reads a text box once, of the two forms Word writes', () => {
    const box = `<w:txbxContent>${paragraph('框中')}</w:txbxContent>`;
    const body = `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>`;
    expect(linesOf(body)).toEqual(['前后', '框中']);
  });

  test('reads other prefixes, entities, and a text that is cut off', () => {
    const xml = `<x:document xmlns:x="${namespace}"><x:p><x:r><x:t>甲&amp;&#20057;&lt;</x:t><x:tab/><x:t><![CDATA[<丙>]]></x:t></x:r></x:p><x:p><x:r><x:t>丁</x:t></x:r></x:p><x:p><x:r><x:t>半`;
    expect(linesOfDocx(bytes(xml), { numbering: noNumbering, styles: noStyles })).toEqual([
      '甲&乙<\t<丙>',
      '丁',
    ]);
  });
});

test.each([
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 11, '十一'],
  ['chineseCounting', 20, '二十'],
  ['chineseCounting', 99, '九十九'],
  ['chineseCountingThousand', 101, '一百零一'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1001, '一千零一'],
  ['japaneseCounting', 12, '十二'],
  ['ideographDigital', 10, '一〇'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['decimalEnclosedCircleChinese', 21, '㉑'],
  ['decimalZero', 3, '03'],
  ['decimalFullWidth', 12, '１２'],
  ['ideographTraditional', 2, '乙'],
  ['lowerRoman', 9, 'ix'],
  ['upperLetter', 27, 'AA'],
  ['bullet', 1, ''],
  ['unheardOf', 4, '4'],
] as const)('formatListNumber %s %i', (format, value, printed) => {
  expect(formatListNumber(value, format)).toBe(printed);
});

describe('readDocument on archives', () => {
  const document = `<w:document xmlns:w="${namespace}"><w:body>${paragraph('一、甲')}</w:body></w:document>`;
  const whole = makeZip({ 'word/document.xml': document });

  test('reads a bare package', async () => {
    expect(await readDocument(whole, 'a.docx')).toEqual({
      text: '一、甲',
      format: 'docx',
      findings: [],
    });
  });

  test('finds the main part by the relations', async () => {
    const relations =
      '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const zip = makeZip({ '_rels/.rels': relations, 'word/document2.xml': document });
    expect((await readDocument(zip, 'a.docx')).text).toBe('一、甲');
  });

  const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`word/${i}.xml`, '']));
  const olePackage = new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  test.each([
    [
      'a bomb by ratio',
      makeZip({ 'word/document.xml': megabytes(20) }),
      'document-too-large',
      '解压倍数',
    ],
    [
      'a bomb by size',
      makeZip({ 'word/document.xml': document }, { size: 101 * 1024 * 1024 }),
      'document-too-large',
      '解压倍数',
    ],
    ['a bomb by number', makeZip(many), 'document-too-large', '2001'],
    [
      'a part larger than it says',
      makeZip({ 'word/document.xml': document.repeat(9) }, { size: 100 }),
      'document-format',
      '损坏',
    ],
    [
      'an encrypted archive',
      makeZip({ 'word/document.xml': document }, { flags: 1 }),
      'document-format',
      '密码',
    ],
    ['an encrypted .docx', olePackage, 'document-format', '密码'],
    ['an old .doc', olePackage.slice(0, 20), 'document-format', '另存为'],
    ['a workbook', makeZip({ 'xl/workbook.xml': '<workbook/>' }), 'document-format', '电子表格'],
    ['an OFD', makeZip({ 'OFD.xml': '<ofd/>' }), 'document-format', '版式文件'],
    ['an archive', makeZip({ 'a.txt': 'a' }), 'document-format', '压缩包'],
    [
      'a document without text',
      makeZip({ 'word/document.xml': '<w:document/>' }),
      'document-empty',
      '没有文字',
    ],
    ['a truncated file', whole.slice(0, whole.length - 30), 'document-format', '损坏'],
    ['four bytes', whole.slice(0, 4), 'document-format', '损坏'],
  ])('%s is refused', async (_, file, code, words) => {
    const { text, findings } = await readDocument(file, 'a.docx');
    expect(text).toBe('');
    expect(findings.map((item) => item.code)).toEqual([code]);
    expect(findings[0]?.message).toContain(words);
  });

  test('any damage gives text or a finding, never an exception', async () => {
    for (let seed = 1; seed <= 300; seed++) {
      const damaged = whole.slice();
      const at = (seed * 7919) % damaged.length;
      damaged[at] = (damaged[at] ?? 0) ^ (1 + (seed % 255));
      const { text, findings } = await readDocument(damaged, 'a.docx');
      expect(text !== '' || findings.length > 0).toBe(true);
    }
  });
});
