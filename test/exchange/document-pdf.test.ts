import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { foldCompatibilityForms } from '../../src/exchange/compatibility-forms.ts';
import { readDocument } from '../../src/exchange/read-document.ts';
import { type Line, makePdf, setParagraphs } from './make-pdf.ts';

const paragraphs = [
  '一、总体要求',
  '（一）指导思想。坚持从实际出发，把改善生产生活条件放在首位，统筹安排各类项目和资金，按时报告进展情况。（演示部、示例局负责）',
  '（二）基本原则。',
  '——分类指导。根据各地不同的自然条件和发展水平，分类提出目标，不搞一刀切，不提过高要求。',
  ...Array.from(
    { length: 20 },
    (_, i) => `${i + 1}.第${i}项任务。${'建设示范道路，'.repeat((i * 7) % 13)}完成年度目标。`,
  ),
];
const codes = (read: { findings: readonly { code: string }[] }) => read.findings.map((f) => f.code);

describe('readDocument on .pdf', () => {
  test.each(['UniGB-UCS2-H', 'GBK-EUC-H'] as const)(
    'joins lines and pages, font not embedded, %s',
    async (encoding) => {
      const read = await readDocument(makePdf(setParagraphs(paragraphs), encoding), 'plan.pdf');
      expect(read.findings).toEqual([]);
      expect(read.text.split('\n')).toEqual(paragraphs);
    },
  );

  test('reads what a browser printed: embedded subsets, a title, a table, note marks, page furniture', async () => {
    const bytes = readFileSync(new URL('fixtures/printed.pdf', import.meta.url));
    const read = await readDocument(bytes, 'printed.pdf');
    const expected = readFileSync(new URL('fixtures/printed.txt', import.meta.url), 'utf8');
    expect(read.findings).toEqual([]);
    expect(read.text).toBe(expected.trimEnd());
  });

  test('a number alone in the text is no page number', async () => {
    const page: Line[] = [
      { text: '全市建成示范点', left: 111, top: 300 },
      { text: '12', left: 111, top: 330 },
      { text: '个。', left: 111, top: 360 },
      { text: '3', left: 290, top: 790 },
    ];
    const read = await readDocument(makePdf([page]), 'a.pdf');
    expect(read.text).toBe('全市建成示范点\n12\n个。');
  });

  test('a wide gap parts columns', async () => {
    const page: Line[] = [
      { text: '指标', left: 100, top: 300 },
      { text: '目标', left: 300, top: 300.5 },
    ];
    const read = await readDocument(makePdf([page]), 'a.pdf');
    expect(read.text).toBe('指标\u3000\u3000目标');
  });

  test('without text it says so', async () => {
    expect(codes(await readDocument(makePdf([[]]), 'a.pdf'))).toEqual(['document-no-text-layer']);
    const numbers = [[{ text: '- 1 -', left: 280, top: 800 }]];
    expect(codes(await readDocument(makePdf(numbers), 'a.pdf'))).toEqual([
      'document-no-text-layer',
    ]);
  });

  test('glyph numbers without a meaning are no text', async () => {
    const read = await readDocument(makePdf(setParagraphs(paragraphs), 'Identity-H'), 'a.pdf');
    expect(read.text).toBe('');
    expect(codes(read)).toEqual(['document-no-text-layer']);
  });

  test('cut off or damaged, it is read as far as it goes or refused', async () => {
    const whole = makePdf(setParagraphs(paragraphs));
    for (const length of [8, 100, 700, 2000, whole.length - 200, whole.length - 5]) {
      const read = await readDocument(whole.slice(0, length), 'a.pdf');
      expect(read.text === '').toBe(codes(read).length > 0);
    }
  });
});

test('foldCompatibilityForms gives ordinary characters', () => {
  expect(foldCompatibilityForms('⼀⼆⼋⼗⼈⺠⻔⻓⻛⻋⻅⾏⾦⼾⾥⺟⻰⻳樂――')).toBe(
    '一二八十人民门长风车见行金户里母龙龟樂——',
  );
  expect(foldCompatibilityForms('国家民委①（一）')).toBe('国家民委①（一）');
});
