import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/domain/finding.ts';
import { ImportMapping } from '../../../src/domain/import-mapping.ts';
import { periodText } from '../../../src/domain/period.ts';
import type { Sheet, SheetFile, SheetRow } from '../../../src/domain/sheet.ts';
import { sourceOf } from '../../../src/exchange/byte-source.ts';
import { readTable } from '../../../src/exchange/read-table.ts';
import { mostListed } from '../../../src/statistics/import/finding-limit.ts';
import { readImport } from '../../../src/statistics/import/read-import.ts';
import { makeWorkbook } from '../../exchange/make-workbook.ts';
import { exampleIndicators, examplePlaces } from './example.ts';

async function imported(file: SheetFile, mapping: unknown = {}) {
  const figures: string[] = [];
  const findings: Finding[] = [];
  let refused = 0;
  for await (const batch of readImport(file, {
    file: 'table.xlsx',
    places: examplePlaces,
    indicators: exampleIndicators,
    mapping: ImportMapping.parse(mapping),
    today: '2024-05-31',
    source: '测试',
  })) {
    for (const { place, territory, indicator, period, value, absence } of batch.observations)
      figures.push(
        `${place.sheet ?? ''}!${place.cell} ${territory} ${indicator} ${periodText(period)} ${value ?? absence}`,
      );
    findings.push(...batch.findings);
    refused += batch.refused;
  }
  const shown = findings.map(({ severity, code, where }) =>
    [severity, code, [where.sheet, where.cell].filter(Boolean).join('!')].filter(Boolean).join(' '),
  );
  return { figures, findings, shown, refused };
}

type Cell = string | number;
const row = (...cells: readonly Cell[]) =>
  `<row>${cells.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : cell.startsWith('<c') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`;
const workbook = (...sheets: Parameters<typeof makeWorkbook>[0]) =>
  readTable(sourceOf(makeWorkbook(sheets)));

describe('a workbook', () => {
  test('is read by its merged cells, percentages and all its sheets', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>';
    const data =
      row('地区', '自来水普及率', '', '地区生产总值（万元）', '') +
      row('', 2015, 2016, 2015, 2016) +
      row(
        '龙井市',
        '<c s="1"><v>0.905</v></c>',
        '<c s="1"><v>0.91200000000000003</v></c>',
        250000,
        260000.5,
      );
    const after =
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>';
    const second = row('时期', '地区', '户籍人口（万人）') + row('2015年', '和龙市', 17.5);
    const bytes = makeWorkbook(
      [
        { name: '表1', data, after },
        { name: '表2', data: second },
        { name: '说明', data: row('本表由测试编制。') },
      ],
      { styles },
    );
    const { figures, shown } = await imported(await readTable(sourceOf(bytes)));
    expect(figures).toEqual([
      '表1!B3 222405 piped-water-share 2015 90.5',
      '表1!C3 222405 piped-water-share 2016 91.2',
      '表1!D3 222405 gdp 2015 250000',
      '表1!E3 222405 gdp 2016 260000.5',
      '表2!C2 222406 registered-population 2015 175000',
    ]);
    expect(shown).toEqual(['warning sheet-skipped 说明']);
  });

  test('of what is not held is refused by its sheet and its columns, however written', async () => {
    const persons =
      row('地区', '年份', '地区生产总值（万元）', '戶主', '姓　名') +
      row('龙井市', 2015, 1, '某', '某');
    const list = row('地区', '年份', '地区生产总值（万元）') + row('和龙市', 2015, 1);
    const { shown } = await imported(
      await workbook({ name: '表1', data: persons }, { name: '五保户名单', data: list }),
    );
    expect(shown).toEqual([
      'error field-forbidden 表1!D1',
      'error field-forbidden 表1!E1',
      'error field-forbidden 五保户名单!A1',
    ]);
  });

  const formulas =
    row('地区', '2015年', '2016年') +
    row('珲春市', 1, 2) +
    row('龙井市', 3, '<c><f>B3+1</f><v>4</v></c>') +
    row('合计', '<c><f>SUM(B2:B3)</f><v>4</v></c>', '<c><f>SUM(C2:C3)</f><v>6</v></c>');
  const figuresAre = { figures: { indicator: 'gdp', unit: '万元' } };

  test('gives no results of formulas, but for totals, which are only compared', async () => {
    const { figures, shown, refused } = await imported(
      await workbook({ name: 's', data: formulas }),
      figuresAre,
    );
    expect(figures).toHaveLength(3);
    expect(shown).toEqual(['error cell-formula s!C3', 'info total-left-out s!A4']);
    expect(refused).toBe(1);
  });

  test('gives the results the file keeps where the mapping says so', async () => {
    const { figures, shown } = await imported(await workbook({ name: 's', data: formulas }), {
      ...figuresAre,
      formulas: 'cached',
    });
    expect(figures).toContain('s!C3 222405 gdp 2016 4');
    expect(shown).toEqual(['info total-left-out s!A4']);
  });

  test('names the errors of the spreadsheet', async () => {
    const data = row('地区', '2015年') + row('龙井市', '<c t="e"><v>#DIV/0!</v></c>');
    const { findings } = await imported(await workbook({ name: 's', data }), figuresAre);
    expect(findings.map((item) => item.message)).toEqual(['单元格是电子表格的错误值 #DIV/0!']);
  });

  test('gives only the sheets the mapping names', async () => {
    const data = row('地区', '2015年') + row('龙井市', 1);
    const file = await workbook({ name: '甲', data }, { name: '乙', data });
    expect((await imported(file, { ...figuresAre, sheets: ['乙'] })).figures).toEqual([
      '乙!B2 222405 gdp 2015 1',
    ]);
  });
});

/** A file of rows that are made as they are read. */
function made(
  header: readonly string[],
  count: number,
  cellsOf: (at: number) => string[],
): SheetFile {
  async function* pieces() {
    yield { rows: [{ row: 1, line: 1, cells: header }], findings: [] };
    for (let at = 0; at < count; at += 2_000) {
      const rows = Array.from(
        { length: Math.min(2_000, count - at) },
        (_, index): SheetRow => ({
          row: at + index + 2,
          line: at + index + 2,
          cells: cellsOf(at + index),
        }),
      );
      yield { rows, findings: [] };
    }
  }
  async function* sheets(): AsyncGenerator<Sheet> {
    yield { name: null, merged: [], pieces: pieces() };
  }
  return { findings: [], sheets: sheets() };
}

describe('a long file', () => {
  const header = ['地区', '指标', '时期', '数值', '单位', '备注'];

  test('lists some hundreds of findings and counts the others, errors never crowded out', async () => {
    const file = made(header, 9_000, (at) =>
      at < 3_000
        ? ['龙井市', 'gdp', '2015', '', '万元', '']
        : ['龙井市', 'gdp', '2015', 'x', '万元', ''],
    );
    const { findings, refused } = await imported(file);
    const count = (code: string) => findings.filter((item) => item.code === code).length;
    expect(count('value-blank')).toBe(mostListed.warning);
    expect(count('value-invalid')).toBe(mostListed.error);
    expect(refused).toBe(6_000);
    const [last] = findings.slice(-1);
    expect(last?.params).toEqual({ errors: 5_500, warnings: 2_800, notes: 0 });
  });

  test('of names that are all unknown and long takes bounded memory and time', async () => {
    const began = performance.now();
    const file = made(header, 30_000, (at) => [
      `${'某'.repeat(30)}${at}县`,
      'gdp',
      '2015',
      '1',
      '万元',
      `${at}`.repeat(100),
    ]);
    const { refused } = await imported(file);
    expect(refused).toBe(30_000);
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  test('of sixteen thousand columns takes bounded memory and time', async () => {
    const began = performance.now();
    const wide = (at: number) =>
      Array.from({ length: 16_000 }, (_, index) => `列${at}${index % 3 === 0 ? '' : index}`);
    const { shown } = await imported(made(wide(0), 70, wide));
    expect(shown).toEqual(['error table-unrecognised']);
    const known = await imported(made(['地区', ...wide(0).slice(1)], 70, wide));
    expect(known.shown.at(-1)).toMatch(/table-unrecognised|findings-more/);
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  test('refuses texts that are too long or hold what cannot be read', async () => {
    const notes = ['好', '坏\uFFFD', '坏\uD800', '坏\u0001', '长'.repeat(1_001)];
    const file = made(header, notes.length, (at) => [
      '龙井市',
      'gdp',
      String(2010 + at),
      '1',
      '万元',
      notes[at] ?? '',
    ]);
    const { figures, shown } = await imported(file);
    expect(figures).toHaveLength(1);
    expect(shown).toEqual(['F3', 'F4', 'F5', 'F6'].map((cell) => `error text-invalid ${cell}`));
  });

  test('of words that every object has is read as words', async () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const file = made(header, words.length, (at) => {
      const word = words[at] ?? '';
      return [word, word, '2015', '1', word, word];
    });
    const { shown } = await imported(file);
    expect(shown).toEqual(words.map((_, at) => `error indicator-unknown B${at + 2}`));
  });
});

test('no header has words that break the reader', async () => {
  const noise = [
    '',
    '龙井市',
    '2015',
    '2015年',
    'x',
    '单位：万元',
    '地区',
    '合计',
    '注：',
    '1',
    '—',
    '地区生产总值',
    '甲',
  ];
  let seed = 1;
  const next = (most: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  for (let run = 0; run < 300; run++) {
    const rows = Array.from({ length: next(9) }, () =>
      Array.from({ length: next(6) }, () => noise[next(noise.length)] ?? ''),
    );
    const file = made(rows[0] ?? [], Math.max(0, rows.length - 1), (at) => rows[at + 1] ?? []);
    const { figures, findings } = await imported(file);
    expect(figures.length + findings.length).toBeGreaterThanOrEqual(
      rows.flat().join('') === '' ? 0 : 1,
    );
  }
});

test('cells of nothing but marks or brackets, and rows of thousands of columns, end in a finding', async () => {
  const csv = (text: string) => readTable(sourceOf(new TextEncoder().encode(text)));
  const rows = (cell: string, count: number) =>
    Array.from({ length: count }, () => cell).join('\n');
  const marks = await imported(await csv(rows(`${'*'.repeat(30_000)}x,${'①'.repeat(30_000)}`, 20)));
  expect(marks.shown).toContain('error table-unrecognised');
  const brackets = await imported(await csv(rows('（'.repeat(30_000), 60)));
  expect(brackets.shown).toContain('error table-unrecognised');
  const wide = await imported(await csv(rows(','.repeat(16_000), 200)));
  expect(wide.shown).toContain('error table-unrecognised');
});
