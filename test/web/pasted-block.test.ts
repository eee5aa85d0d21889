import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlock, placeBlock } from '../../src/web/filling/pasted-block.ts';

const rows = [
  { indicator: 'gdp', line: '01', name: { zh: '地区生产总值', en: 'Output' }, open: true },
  { indicator: 'share', line: '02', name: { zh: '占比', en: 'Share' }, open: false },
  { indicator: 'roads', line: '03', name: { zh: '公路里程', en: 'Roads' }, open: true },
];
const at = (row: number) => ({ at: row, period: '2020' });

describe('a block from a spreadsheet', () => {
  it('is rows and columns; quotes hold tabs, lines and quotes', () => {
    expect(parseBlock('1\t2\r\n"a\tb"\t"say ""so""\nnow"')).toEqual([
      ['1', '2'],
      ['a\tb', 'say "so"\nnow'],
    ]);
    expect(parseBlock('1\t\n\t2')).toEqual([
      ['1', ''],
      ['', '2'],
    ]);
    expect(parseBlock('"open\t1')).toEqual([['"open', '1']]);
  });

  it('comes back as it was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('1', '中', '\t', '\n', '"', ' ') });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (block) => {
          expect(parseBlock(block.map((row) => row.map(quoted).join('\t')).join('\r\n'))).toEqual(
            block,
          );
        },
      ),
      { seed: 20170528, numRuns: 200 },
    );
  });

  it('goes downwards, past what computes itself, and says what it left out', () => {
    const placed = placeBlock([['1'], ['2'], ['3'], ['4']], rows, at(0));
    expect(placed.values).toEqual([
      { indicator: 'gdp', text: '1' },
      { indicator: 'roads', text: '3' },
    ]);
    expect([placed.skipped, placed.beyond, placed.byName]).toEqual([['02'], 1, false]);
  });

  it('puts a second column of words into the notes, and one of figures nowhere', () => {
    expect(placeBlock([['1', '新口径']], rows, at(2)).notes).toEqual([
      { indicator: 'roads', text: '新口径' },
    ]);
    expect(placeBlock([['1', '2']], rows, at(2)).notes).toEqual([]);
  });

  it('leaves a cell alone where the block is empty', () => {
    expect(placeBlock([[''], ['x'], [' ']], rows, at(0)).values).toEqual([]);
  });

  it('goes by the names of the rows where it holds them, and by the head of the period', () => {
    const block = [
      ['指标', '单位', '2019', '2020'],
      ['公路里程', '公里', '967', '1019'],
      ['地区生产总值', '万元', '870540', '898898'],
      ['别的', '', '1', '2'],
    ];
    const placed = placeBlock(block, rows, at(1));
    expect(placed.values).toEqual([
      { indicator: 'roads', text: '1019' },
      { indicator: 'gdp', text: '898898' },
    ]);
    expect([placed.byName, placed.beyond]).toEqual([true, 1]);
  });
});
