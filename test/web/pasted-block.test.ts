import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlock, placeBlock } from '../../src/web/filling/pasted-block.ts';

const rows = [
  {
    indicator: 'gdp',
    line: '01',
    name: { zh: '地区生产总值', en: 'Output' },
    unit: '万元',
    open: true,
  },
  { indicator: 'share', line: '02', name: { zh: '占比', en: 'Share' }, unit: '%', open: false },
  {
    indicator: 'roads',
    line: '03',
    name: { zh: '公路里程', en: 'Roads' },
    unit: '公里',
    open: true,
  },
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

  it('reads the unit beside a figure with it, by name or in order, before it or after', () => {
    const named = placeBlock(
      [
        ['指标', '计量单位', '本期'],
        ['地区生产总值', '亿元', '89.89'],
        ['公路里程', '公里', '1,019'],
      ],
      rows,
      at(0),
    );
    expect(named.values.map(({ text }) => text)).toEqual(['89.89亿元', '1,019']);
    const bare = [
      ['地区生产总值', '89.89', '亿元'],
      ['公路里程', '不适用', '万公里'],
    ];
    expect(placeBlock(bare, rows, at(0)).values.map(({ text }) => text)).toEqual([
      '89.89亿元',
      '不适用',
    ]);
    for (const row of [
      ['12', '万公里'],
      ['万公里', '12'],
    ]) {
      const placed = placeBlock([row], rows, at(2));
      expect(placed.values).toEqual([{ indicator: 'roads', text: '12万公里' }]);
      expect(placed.notes).toEqual([]);
    }
  });

  it('takes a unit that the form does not know with the figure too, and leaves out the head', () => {
    const block = [
      ['本期', '单位'],
      ['12', '万方'],
    ];
    const placed = placeBlock(block, rows, at(0));
    expect(placed.values).toEqual([{ indicator: 'gdp', text: '12万方' }]);
  });

  it('keeps notes notes where a unit stands among them', () => {
    const block = [
      ['1', '亿元'],
      ['2', ''],
      ['3', '新口径（公里）'],
    ];
    const placed = placeBlock(block, rows, at(0));
    expect(placed.values.map(({ text }) => text)).toEqual(['1亿元', '3']);
    expect(placed.notes).toEqual([{ indicator: 'roads', text: '新口径（公里）' }]);
  });

  it('pastes back what was copied from the form, with units in English and dashes for none', () => {
    const block = [
      ['Line', 'Indicator', 'Unit', 'Now', 'Checks and notes'],
      ['01', 'Output', '10⁴ yuan', '12', 'as agreed'],
      ['03', 'Roads', '—', '13', ''],
    ];
    expect(placeBlock(block, rows, at(0)).values.map(({ text }) => text)).toEqual(['12', '13']);
  });

  it('goes by name for a single row with its head', () => {
    const block = [
      ['指标', '单位', '本期'],
      ['公路里程', '万公里', '12'],
    ];
    const placed = placeBlock(block, rows, at(0));
    expect(placed.values).toEqual([{ indicator: 'roads', text: '12万公里' }]);
    expect(placed.byName).toBe(true);
  });

  it('reads the unit that the head of the figures gives in brackets', () => {
    const texts = (head: string) =>
      placeBlock(
        [
          ['指标', head],
          ['地区生产总值', '12'],
        ],
        rows,
        at(0),
      ).values.map(({ text }) => text);
    expect(texts('本期（亿元）')).toEqual(['12亿元']);
    expect(texts('本期（单位：万元）')).toEqual(['12']);
    expect(texts('2020（年）')).toEqual(['12']);
    expect(texts('本期（初步）')).toEqual(['12']);
  });
});
