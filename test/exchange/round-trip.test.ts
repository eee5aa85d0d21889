import { existsSync, readFileSync } from 'node:fs';
import { AlignmentType, Document, LevelFormat, Packer, Paragraph } from 'docx';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/exchange/read-document.ts';
import { encodeGbk } from './make-gbk.ts';
import { makePdf, setParagraphs } from './make-pdf.ts';

/** An official document kept beside the clone, not in it. */
const source = new URL('../../../shared/documents/guobanfa-2018-129.txt', import.meta.url);
const paragraphs = existsSync(source)
  ? readFileSync(source, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  : [];

/** Two lists, since the second level of this document runs on under each new first one. */
const lists = [
  { pattern: /^[一二三四五六七八九十]+、/, reference: 'first', text: '%1、' },
  { pattern: /^（[一二三四五六七八九十]+）/, reference: 'second', text: '（%1）' },
];
const numbering = {
  config: lists.map(({ reference, text }) => ({
    reference,
    levels: [
      { level: 0, format: LevelFormat.CHINESE_COUNTING, text, alignment: AlignmentType.LEFT },
    ],
  })),
};

/** The paragraph as an office program keeps it: without the number, which its list prints. */
function automatic(text: string): Paragraph {
  const list = lists.find(({ pattern }) => pattern.test(text));
  if (list === undefined) return new Paragraph(text);
  const { pattern, reference } = list;
  return new Paragraph({ text: text.replace(pattern, ''), numbering: { reference, level: 0 } });
}

async function makeDocx(): Promise<Uint8Array> {
  const document = new Document({ numbering, sections: [{ children: paragraphs.map(automatic) }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

function makeHtml(): Uint8Array {
  const body = paragraphs.map((text) => `<p>　　${text}</p>`).join('\n');
  return encodeGbk(
    `<html><head><meta charset="gb2312"></head><body><div>${body}</div></body></html>`,
  );
}

describe.skipIf(paragraphs.length === 0)(
  `round trip of ${source.pathname} (skipped where it is absent)`,
  () => {
    test.each([
      ['txt', () => encodeGbk(paragraphs.join('\r\n'))],
      ['docx', makeDocx],
      ['html', makeHtml],
      ['pdf', () => makePdf(setParagraphs(paragraphs))],
    ] as const)('%s', async (format, make) => {
      const read = await readDocument(await make(), `plan.${format}`);
      expect(read.format).toBe(format);
      expect(read.findings).toEqual([]);
      expect(read.text.split(/\r?\n/)).toEqual(paragraphs);
    });
  },
);
