import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldedWords, likePattern } from '../../src/store/fold.ts';
import { clauseIdOf } from '../../src/store/queries/search.ts';
import { snippetOf } from '../../src/store/snippet.ts';

test.each([
  ['ＡｂＣ１２％（）', 'abc12%()'],
  ['边境　地区\n', '边境 地区 '],
  ['İ𠮷', 'İ𠮷'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding keeps every place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length),
  );
});

test('words are split at blanks, each once; wildcards are letters', () => {
  expect(foldedWords(' 公路　G219 公路 ')).toEqual(['公路', 'g219']);
  expect(likePattern('5%_\\')).toBe('%5\\%\\_\\\\%');
});

test('a snippet is cut around the first hit and marks them all', () => {
  const text = `${'前'.repeat(50)}公路，公路与铁路${'后'.repeat(50)}`;
  const { snippet, marks, count } = snippetOf(text, ['公路', '铁路']);
  expect(snippet).toBe(`…${'前'.repeat(30)}公路，公路与铁路${'后'.repeat(24)}…`);
  expect(marks.map(([start, end]) => snippet.slice(start, end))).toEqual(['公路', '公路', '铁路']);
  expect(count).toBe(3);
});

test('marks that overlap are one, and a rare character is not cut in half', () => {
  expect(snippetOf('公路局', ['公路', '路局']).marks).toEqual([[0, 3]]);
  const { snippet } = snippetOf(`𠮷${'前'.repeat(29)}公路`, ['公路']);
  expect(() => encodeURIComponent(snippet)).not.toThrow();
});

test.each([
  ['3.1.2', '3.1.2'],
  ['box1.4', 'box1.4'],
  ['专栏1.4', 'box1.4'],
  ['专栏1（4）', 'box1.4'],
  ['栏１．４', 'box1.4'],
  ['公路', null],
  ['2020年', null],
])('a query for %s asks for the clause %s', (query, id) => {
  expect(clauseIdOf(query)).toBe(id);
});
