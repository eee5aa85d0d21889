import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { FieldView, KnownFigure } from '../../src/api/collection.ts';
import { readTemplateRows } from '../../src/collection/read-template.ts';
import { type TemplateSheet, templateOf } from '../../src/collection/template.ts';
import { describeFinding } from '../../src/domain/finding.ts';
import type { SheetCell, SheetRow } from '../../src/domain/sheet.ts';
import { readFirstSheet } from '../../src/exchange/first-sheet.ts';
import { readTemplate, writeTemplate } from '../../src/server/entry-template.ts';
import { madeField, oneSection } from './made-form.ts';

const known = (indicator: string, value: string): KnownFigure => {
  return { indicator, period: '2019', value, absence: null, source: '年鉴' };
};
const cell = (indicator: string, value: string | null, more = {}) => ({
  ...{ indicator, value, absence: null, note: null, revision: 1, changedBy: '甲', changedAt: '' },
  ...more,
});

const sheet: TemplateSheet = {
  entry: {
    ...{ id: 12, round: 1, form: 'county-yearly', formNumber: '兴边01表', period: '2020' },
    ...{ formTitle: { zh: '年报', en: 'Yearly' }, body: '451423', bodyName: '龙州县' },
    ...{ filledBy: '451423', filledByName: '龙州县', opens: '2021-01-15' },
    ...{
      state: 'draft',
      revision: 0,
      level: 0,
      levels: [],
      due: '2021-03-31',
      graceDays: 0,
      closed: false,
    },
    ...{ submittedAt: null, punctuality: null, overdueDays: 0, filled: 0, asked: 0 },
    ...{ absent: 0, explained: 0 },
    ...{ openRemarks: 0, may: [] },
    reminders: [],
    mayRemind: false,
  },
  form: {
    ...{ id: 'county-yearly', number: '兴边01表', title: { zh: '年报', en: 'Yearly' } },
    ...{ issuer: '待定', approval: null, reporters: { of: 'agencies' }, frequency: 'year' },
    ...{ opens: { years: 1, on: '01-15' }, due: { years: 1, on: '03-31' }, graceDays: 0 },
    ...{ review: [], sections: [], rules: [], citations: [] },
  },
  version: 3,
  sections: oneSection([
    madeField('gdp', '01', { name: { zh: '地区生产总值', en: 'GDP' } }),
    madeField('villages', '02', { unit: '个', indent: 1 }),
    madeField('share', '03', { unit: '%', derived: { op: 'share', of: 'gdp', by: 'villages' } }),
    madeField('grid', '04', { unit: '是否' }),
    madeField('deposits', '05', { unit: '亿元', digits: 2 }),
  ] satisfies FieldView[]),
  cells: [
    cell('villages', '143', { note: '含移民新村' }),
    cell('deposits', null, { absence: 'suppressed' }),
  ],
  known: [known('gdp', '898898')],
  before: [known('gdp', '870540.5')],
};

/** The rows of the template with cells changed, `F6` → what is in it now. */
async function changed(
  changes: Readonly<Record<string, SheetCell>>,
  language: 'zh' | 'en' = 'zh',
): Promise<SheetRow[]> {
  const { rows } = await readFirstSheet(await writeTemplate(sheet, language), 1000);
  return rows.map((row) => {
    const cells = [...row.cells];
    for (const [place, value] of Object.entries(changes))
      if (Number(place.slice(1)) === row.row) {
        const index = place.charCodeAt(0) - 65;
        while (cells.length <= index) cells.push(null);
        cells[index] = value;
      }
    return { ...row, cells };
  });
}

async function read(changes: Readonly<Record<string, SheetCell>>, language: 'zh' | 'en' = 'zh') {
  const { cells, findings } = readTemplateRows(await changed(changes, language), sheet);
  for (const item of findings)
    for (const words of [item.message, describeFinding(item, 'en').message])
      expect(words).not.toContain('{');
  return {
    cells: cells.map(({ indicator, value, absence, note }) =>
      [indicator, value, absence, note].map((part) => part ?? '-').join(' '),
    ),
    findings: findings.map(({ code, where }) => `${where.cell ?? '-'} ${code}`),
  };
}

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

describe('a template', () => {
  test.each(['zh', 'en'] as const)('comes back as it went out: %s', async (language) => {
    expect(await readTemplate(await writeTemplate(sheet, language), sheet)).toEqual({
      cells: [],
      conflicts: [],
      findings: [],
    });
  });

  test.skipIf(!hasOffice)(
    'comes back from another spreadsheet program as it went out',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'xingbian-template-'));
      const convert = (file: string, to: string) =>
        execFileSync(
          'soffice',
          [
            ...[`-env:UserInstallation=file://${folder}/profile`, '--headless'],
            ...['--convert-to', to, '--outdir', folder, join(folder, file)],
          ],
          { stdio: 'ignore' },
        );
      try {
        await writeFile(join(folder, 'a.xlsx'), await writeTemplate(sheet, 'zh'));
        convert('a.xlsx', 'ods');
        convert('a.ods', 'xlsx');
        const back = await readFile(join(folder, 'a.xlsx'));
        expect(await readTemplate(back, sheet)).toEqual({ cells: [], conflicts: [], findings: [] });
        const { sheets } = await readXlsx(back, { readStyles: true });
        expect(sheets[0]?.protection?.sheet).toBe(true);
        expect(sheets[0]?.dataValidations?.[0]?.range).toBe('G5:G10');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  test('shows what is known beside the cells to fill', async () => {
    const { rows } = await readFirstSheet(await writeTemplate(sheet, 'zh'), 1000);
    expect(rows.find(({ row }) => row === 6)?.cells.slice(0, 5)).toEqual([
      ...['01', '地区生产总值', '万元', 870540.5, 898898],
    ]);
    expect(rows[3]?.cells).toContain('本期数');
    expect(rows[1]?.cells[0]).toContain('拟设，尚未批准或备案');
  });

  test('is the same bytes for the same submission', async () => {
    expect(await writeTemplate(sheet, 'zh')).toEqual(await writeTemplate(sheet, 'zh'));
  });

  test('locks all but the cells to fill, hides whose it is and offers reasons', async () => {
    const { sheets } = await readXlsx(await writeTemplate(sheet, 'zh'), { readStyles: true });
    const [first] = sheets;
    expect(first?.protection?.sheet).toBe(true);
    const isOpen = (place: string) => first?.cells?.get(place)?.style?.protection?.locked === false;
    // Row 6 is the first line, row 8 the computed one.
    expect([5, 6, 7].map((column) => isOpen(`5,${column}`))).toEqual([true, true, true]);
    expect([0, 1, 2, 3, 4, 8, 9].map((column) => isOpen(`5,${column}`))).not.toContain(true);
    expect([5, 6, 7].map((column) => isOpen(`7,${column}`))).not.toContain(true);
    expect(first?.dataValidations?.[0]?.range).toBe('G5:G10');
    expect(templateOf(sheet, 'zh').columns.map(({ hidden }) => hidden)).toEqual([
      ...Array.from({ length: 8 }, () => false),
      ...[true, true],
    ]);
  });
});

describe('a filled template', () => {
  test('gives the cells that changed', async () => {
    expect(await read({ F6: 898898, F7: 144, F9: '是', F10: 79.37, G10: null })).toEqual({
      cells: ['gdp 898898 - -', 'villages 144 - 含移民新村', 'grid 1 - -', 'deposits 79.37 - -'],
      findings: [],
    });
  });

  test('clears what was taken out', async () => {
    expect((await read({ F7: null, H7: null })).cells).toEqual(['villages - - -']);
  });

  test.each(['数据缺失', '不适用', '—', 'Missing', '暂无'])('reads the reason %s', async (word) => {
    const { cells, findings } = await read({ G6: word });
    expect(cells).toHaveLength(1);
    expect(findings).toEqual([]);
  });

  test('finds row by row what cannot be read, and leaves these cells as they were', async () => {
    expect(
      await read({ F6: '约90万', F7: '143村', G9: '没有', H10: 'x'.repeat(2_001), F10: '7.9万' }),
    ).toEqual({
      cells: [],
      findings: [
        'F6 entry-not-number',
        'F7 entry-not-number',
        'G9 template-reason',
        'F10 entry-unit',
        'H10 template-note',
      ].sort((one, other) => Number(one.slice(1, 3)) - Number(other.slice(1, 3))),
    });
  });

  test('takes the result of a formula, and says so', async () => {
    const formula = { kind: 'formula', cached: 150 } as const;
    expect(await read({ F7: formula })).toEqual({
      cells: ['villages 150 - 含移民新村'],
      findings: ['F7 template-formula'],
    });
    expect((await read({ F7: { kind: 'formula', cached: null } })).findings).toEqual([
      'F7 template-formula-empty',
    ]);
    expect((await read({ F7: { kind: 'error', text: '#REF!' } })).findings).toEqual([
      'F7 template-formula-empty',
    ]);
  });

  test('says what was changed in locked cells, and takes none of it', async () => {
    expect(await read({ B6: '人均地区生产总值', F8: 12, C7: '万个' })).toEqual({
      cells: [],
      findings: ['B6 template-locked', 'C7 template-locked', 'F8 template-locked'],
    });
  });

  test('says which row is missing or there twice', async () => {
    const rows = await changed({ F6: 5 });
    const twice = rows.filter(({ row }) => row === 6).map((row) => ({ ...row, row: 11 }));
    const { cells, findings } = readTemplateRows(
      [...rows.filter(({ row }) => row !== 9), ...twice],
      sheet,
    );
    expect(cells.map(({ value }) => value)).toEqual(['5']);
    expect(findings.map(({ code }) => code)).toEqual(['template-row', 'template-row-missing']);
  });

  test('of another submission, version or program gives nothing', async () => {
    const rows = await changed({ F6: 5 });
    const codes = (other: TemplateSheet) => {
      const { cells, findings } = readTemplateRows(rows, other);
      expect(cells).toEqual([]);
      return findings.map(({ code }) => code);
    };
    expect(codes({ ...sheet, entry: { ...sheet.entry, body: '451400' } })).toEqual([
      'template-other',
    ]);
    expect(codes({ ...sheet, entry: { ...sheet.entry, id: 13, period: '2021' } })).toEqual([
      'template-other',
    ]);
    expect(codes({ ...sheet, version: 4 })).toEqual(['template-version']);
    const plain = await writeXlsx({
      sheets: [
        {
          name: '填报',
          rows: [
            ['指标', '数'],
            ['gdp', 5],
          ],
        },
      ],
    });
    expect((await readTemplate(plain, sheet)).findings.map(({ code }) => code)).toEqual([
      'template-unmarked',
    ]);
    const junk = new TextEncoder().encode('\u0000\u0001\u0002');
    expect((await readTemplate(junk, sheet)).cells).toEqual([]);
  });

  test('with a mark of secrecy is refused', async () => {
    const secret = await writeXlsx({
      sheets: [{ name: '填报', rows: [['机密★1年'], ['gdp', 5]] }],
    });
    await expect(readTemplate(secret, sheet)).rejects.toMatchObject({ code: 'file-classified' });
  });
});

describe('a template that is older than the form', () => {
  const later: TemplateSheet = {
    ...sheet,
    cells: [
      cell('gdp', '4321', { changedBy: '乙' }),
      cell('villages', '150', { revision: 2, changedBy: '乙', note: '含移民新村' }),
      cell('deposits', null, { absence: 'suppressed' }),
    ],
  };
  const readLater = async (changes: Readonly<Record<string, SheetCell>>, language?: 'zh' | 'en') =>
    readTemplateRows(await changed(changes, language), later);

  test.each(['zh', 'en'] as const)('says nothing where nobody touched it: %s', async (language) => {
    expect(await readLater({}, language)).toEqual({ cells: [], conflicts: [], findings: [] });
  });

  test('gives what was filled in, over the revision it went out with', async () => {
    const { cells, conflicts, findings } = await readLater({ F9: '是', F10: 79, G10: null });
    expect(cells).toEqual([
      { indicator: 'grid', value: '1', absence: null, note: null, base: 0 },
      { indicator: 'deposits', value: '79', absence: null, note: null, base: 1 },
    ]);
    expect([conflicts, findings]).toEqual([[], []]);
  });

  test('does not take what was changed in both, and says whose is whose', async () => {
    const { cells, conflicts, findings } = await readLater({ F6: 5000, F7: 144 });
    expect(cells).toEqual([]);
    expect(conflicts.map(({ value, base, now }) => [value, base, now.value])).toEqual([
      ['5000', 1, '4321'],
      ['144', 2, '150'],
    ]);
    expect(findings.map(({ code, severity, where }) => [code, severity, where.cell])).toEqual([
      ['template-conflict', 'warning', 'F6'],
      ['template-conflict', 'warning', 'F7'],
    ]);
    expect(findings[0]?.message).toBe(
      '下载模板以后，第 01 行“地区生产总值”已由乙改为 4,321；文件里是 5,000',
    );
    expect(describeFinding(findings[1] as never, 'en').message).toContain(
      'to 150; note: 含移民新村; the file says 144; note: 含移民新村',
    );
  });

  test('says nothing where both say the same by now', async () => {
    expect((await readLater({ F6: 4321, F7: 150 })).conflicts).toEqual([]);
  });

  test('asks where a row does not say any more what stood in it', async () => {
    const { cells, conflicts } = await readLater({ J7: 'x', F9: '是', J9: '[1]' });
    expect(cells.map(({ indicator }) => indicator)).toEqual(['grid']);
    expect(conflicts.map(({ indicator }) => indicator)).toEqual(['villages']);
  });

  test('is not read where an earlier release made it', async () => {
    const mark = 'xingbian-template {"form":"county-yearly","version":3,"submission":12}';
    const { cells, findings } = await readLater({ I1: mark, F6: 5 });
    expect(cells).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['template-older']);
  });
});

describe('a template with what is not held', () => {
  test.each([
    ['a column beside the others', { J4: '户主姓名', F6: 12 }, ['J4 template-forbidden']],
    ['an open column renamed', { H4: '身份証號', F6: 12 }, ['H4 template-forbidden']],
    ['a line renamed', { B6: '护边员人数', F6: 12 }, ['B6 template-forbidden']],
  ] as const)('gives no cell: %s', async (_, changes, findings) => {
    expect(await read(changes)).toEqual({ cells: [], findings });
  });

  test('gives no cell: a line added', async () => {
    const added: SheetRow = { row: 40, line: null, cells: ['', '朝鲜族人口', '人'] };
    const { cells, findings } = readTemplateRows([...(await changed({ F6: 12 })), added], sheet);
    expect(cells).toEqual([]);
    expect(findings.map(({ code, where }) => `${where.cell} ${code}`)).toEqual([
      'B40 template-forbidden',
    ]);
  });
});
