import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  classifiedMark,
  classifiedName,
  findClassifiedMark,
} from '../../src/domain/classified-marks.ts';

const file = join(import.meta.dirname, '..', 'cases/classified-marks/texts.yaml');
const cases: {
  readonly marked: readonly { readonly text: string; readonly mark: string }[];
  readonly unmarked: readonly string[];
  readonly names: { readonly marked: readonly string[]; readonly unmarked: readonly string[] };
} = parse(readFileSync(file, 'utf8'));

describe('a mark of secrecy', () => {
  test.each(cases.marked.map(({ text, mark }) => [text, mark]))('stands in “%s”', (text, mark) => {
    expect(classifiedMark(text)).toBe(mark);
  });

  test.each(cases.unmarked)('does not stand in “%s”', (text) => {
    expect(classifiedMark(text)).toBeNull();
  });

  test.each(cases.names.marked)('stands in the name %s', (name) => {
    expect(classifiedName(name)).not.toBeNull();
  });

  test.each(cases.names.unmarked)('does not stand in the name %s', (name) => {
    expect(classifiedName(name)).toBeNull();
  });

  test('is found in any cell of a table, and the result of a formula', () => {
    expect(findClassifiedMark([{ cells: ['县', 1, null, true] }])).toBeNull();
    expect(findClassifiedMark([{ cells: ['县'] }, { cells: [null, '机密★1年'] }])).toBe('机密★1年');
    expect(findClassifiedMark([{ cells: [{ kind: 'formula', cached: '秘密' }] }])).toBe('秘密');
  });

  test('takes no longer to find in hostile text', () => {
    const began = performance.now();
    for (const part of ['密', '秘 ', '秘    密', '【', '密级', '(机密★ ', ' '])
      classifiedMark(`${part.repeat(30_000)}密`);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
