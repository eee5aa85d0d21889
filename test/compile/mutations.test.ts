import { describe, expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { expectSound } from './partition.ts';
import { planText, runOn, seededNumbers } from './plan-text.ts';

/** What damages a text on its way: lost, doubled, moved and foreign pieces, cut ends. */
const mutations: readonly ((text: string, draw: (limit: number) => number) => string)[] = [
  (text, draw) => cut(text, draw(text.length), 1 + draw(40)),
  (text, draw) => cut(text, draw(text.length), 1 + draw(4000)),
  (text, draw) => insert(text, draw(text.length), noise[draw(noise.length)] ?? ''),
  (text, draw) => insert(text, draw(text.length), slice(text, draw(text.length), draw(300))),
  (text, draw) => text.slice(0, draw(text.length)),
  (text, draw) => text.slice(draw(text.length)),
  (text, draw) => text.replaceAll(text.charAt(draw(text.length)), ''),
  (text, draw) => text.replaceAll(text.charAt(draw(text.length)), text.charAt(draw(text.length))),
  (text, draw) => insert(text, draw(text.length), String.fromCharCode(draw(0x10000))),
  (text, draw) => swap(text, draw(text.length), draw(text.length), 1 + draw(60)),
];
const noise =
  '（|）|((((|))))|\n|\n\n\n|、、、|一、|（一）|1.|99.|（100）|①|——|专栏1|专栏|第三章|附件|《|》'
    .concat('|“|”|。|；|等|下同|负责|\0|\uFEFF|\uD800|😀|目录\n|2020年|第一条　|牵头')
    .split('|')
    .concat('|');

describe.each([
  ['with its lines', planText],
  ['run on', runOn(planText)],
])('the plan %s, damaged at random', (_, text) => {
  test.each(Array.from({ length: 10 }, (_unused, index) => index))(
    '50 times: never a crash, always an outline (%i)',
    (round) => {
      const draw = seededNumbers(20170528 + round);
      for (let time = 0; time < 50; time++) {
        let damaged = text;
        for (let left = 1 + draw(4); left > 0; left--)
          damaged = (mutations[draw(mutations.length)] ?? mutations[0])?.(damaged, draw) ?? '';
        const document = compileDocument(damaged);
        if (document.text !== '') expect(document.clauses.length).toBeGreaterThan(0);
        expectSound(document);
      }
    },
  );
});

test('what a document cannot be read from is said', () => {
  const codes = (text: string) => compileDocument(text).findings.map((item) => item.code);
  expect(codes('')).toEqual(['document-empty']);
  expect(codes(' \n\u3000\n')).toEqual(['document-empty']);
  expect(codes('今天天气很好。我们去公园散步。')).toContain('document-unnumbered');
  expect(compileDocument('今天天气很好。').findings[0]?.severity).toBe('error');
});

function cut(text: string, at: number, length: number): string {
  return text.slice(0, at) + text.slice(at + length);
}

function slice(text: string, at: number, length: number): string {
  return text.slice(at, at + length);
}

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

function swap(text: string, one: number, other: number, length: number): string {
  const [first, second] = one < other ? [one, other] : [other, one];
  if (second < first + length) return text;
  const head = text.slice(0, first) + slice(text, second, length);
  return `${head}${text.slice(first + length, second)}${slice(text, first, length)}${text.slice(second + length)}`;
}
