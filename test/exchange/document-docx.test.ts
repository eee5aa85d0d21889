import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/exchange/read-document.ts';

const level = (
  level: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({
  level,
  format,
  text,
  alignment: AlignmentType.LEFT,
});
const numbering = {
  config: [
    {
      reference: 'official',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
        level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
        level(2, LevelFormat.DECIMAL, '%3.'),
        level(3, LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%4'),
      ],
    },
    {
      reference: 'chapter',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '第%1章'),
        level(1, LevelFormat.JAPANESE_COUNTING, '第%2节'),
      ],
    },
    {
      reference: 'bullet',
      levels: [level(0, LevelFormat.BULLET, '●'), level(1, LevelFormat.BULLET, '—')],
    },
  ],
};
const item = (reference: string, depth: number, text: string) =>
  new Paragraph({ numbering: { reference, level: depth }, text });

async function pack(
  children: ConstructorParameters<typeof Document>[0]['sections'][number]['children'],
  more = {},
): Promise<Uint8Array> {
  const document = new Document({ numbering, sections: [{ children }], ...more });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('readDocument on .docx', () => {
  test('prints the numbers Word prints', async () => {
    const bytes = await pack([
      new Paragraph('演示规划'),
      item('chapter', 0, '总则'),
      item('chapter', 1, '依据'),
      item('chapter', 0, '目标'),
      item('official', 0, '总体要求'),
      item('official', 1, '指导思想'),
      item('official', 2, '甲'),
      item('official', 2, '5G网络'),
      item('official', 3, '子'),
      item('official', 3, '丑'),
      item('official', 1, '原则'),
      item('official', 2, '乙'),
      item('official', 0, '主要任务'),
      item('official', 1, '任务'),
      item('bullet', 0, '圆点'),
      item('bullet', 1, '破折号'),
      ...Array.from({ length: 19 }, () => item('official', 0, '再')),
    ]);
    const read = await readDocument(bytes, 'plan.docx');
    expect(read.findings).toEqual([]);
    expect(read.text.split('\n')).toEqual([
      '演示规划',
      '第一章 总则',
      '第一节 依据',
      '第二章 目标',
      '一、总体要求',
      '（一）指导思想',
      '1.甲',
      '2. 5G网络',
      '①子',
      '②丑',
      '（二）原则',
      '1.乙',
      '二、主要任务',
      '（一）任务',
      '圆点',
      '——破折号',
      ...'三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一'
        .split(' ')
        .map((n) => `${n}、再`),
    ]);
  });

  test('restarts a list in a new instance', async () => {
    const at = (instance: number, text: string) =>
      new Paragraph({ numbering: { reference: 'official', level: 0, instance }, text });
    const read = await readDocument(await pack([at(1, '甲'), at(1, '乙'), at(2, '丙')]), 'a.docx');
    expect(read.text).toBe('一、甲\n二、乙\n一、丙');
  });

  test('numbers by style', async () => {
    const bytes = await pack(
      [
        new Paragraph({ heading: 'Heading1', text: '甲' }),
        new Paragraph({ heading: 'Heading1', text: '乙' }),
      ],
      {
        styles: {
          paragraphStyles: [
            { id: 'Heading1', name: 'heading 1', basedOn: 'Base' },
            {
              id: 'Base',
              name: 'base',
              paragraph: { numbering: { reference: 'official', level: 0 } },
            },
          ],
        },
      },
    );
    const read = await readDocument(bytes, 'a.docx');
    expect(read.text).toMatch(/甲\n.*乙/);
  });

  test('keeps cells, text boxes and line breaks, drops footnotes and deletions', async () => {
    const change = { id: 1, author: 'a', date: '2020-01-01T00:00:00Z' };
    const cell = (...text: string[]) =>
      new TableCell({ children: text.map((t) => new Paragraph(t)) });
    const bytes = await pack(
      [
        new Paragraph({
          children: [
            new TextRun('甲'),
            new InsertedTextRun({ text: '增', ...change }),
            new DeletedTextRun({ text: '删', ...change }),
            new FootnoteReferenceRun(1),
            new TextRun({ text: '隐', vanish: true }),
            new TextRun({ text: '乙', break: 1 }),
            new TextRun('&<丙>'),
          ],
        }),
        new Table({
          rows: [
            new TableRow({ children: [cell('发文机关：'), cell('演示部')] }),
            new TableRow({ children: [cell('专栏1', '条目'), cell('')] }),
          ],
        }),
        new Paragraph({ style: 'TOC1', text: '目录行' }),
        new Textbox({
          alignment: 'center',
          children: [new Paragraph('框中')],
          style: { width: '100pt' },
        }),
        new Paragraph('末'),
      ],
      { footnotes: { 1: { children: [new Paragraph('脚注')] } } },
    );
    const read = await readDocument(bytes, 'a.docx');
    expect(read.text.split('\n')).toEqual([
      '甲增',
      '乙&<丙>',
      '发文机关：演示部',
      '专栏1',
      '条目',
      '框中',
      '末',
    ]);
  });
});
