import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { KnownFigure } from '../../src/api/collection.ts';
import { blocksSubmitting, checkCells } from '../../src/collection/check-cells.ts';
import { derivedValues } from '../../src/collection/derived-values.ts';
import type { CheckedSheet } from '../../src/collection/entry.ts';
import { lineText } from '../../src/collection/form-view.ts';
import { describeFinding, type Finding } from '../../src/domain/finding.ts';
import type { FormRule } from '../../src/domain/form.ts';
import type { Absence } from '../../src/domain/observation.ts';
import { madeField, oneSection } from './made-form.ts';

interface Line {
  readonly name: string;
  readonly unit: string;
  readonly digits?: number;
  readonly min?: number | null;
  readonly max?: number;
  readonly required?: boolean;
  readonly typed?: string;
  readonly reason?: Absence;
  readonly note?: string;
  readonly known?: string;
  readonly earlier?: Readonly<Record<string, number>>;
}

interface Case {
  readonly case: string;
  readonly lines: readonly Line[];
  readonly rules?: readonly FormRule[];
  readonly says: readonly string[];
}

const folder = join(import.meta.dirname, '..', 'cases', 'cells');
const asked = { error: '必须改', warning: '请说明', info: '提示' };

for (const file of readdirSync(folder))
  describe(`cells: ${file}`, () => {
    const cases: Case[] = parse(readFileSync(join(folder, file), 'utf8'));
    test.each(cases.map((one) => [one.case, one] as const))('%s', (_, one) => {
      const findings = checkCells(sheetOf(one));
      expect(findings.map(said)).toEqual(one.says);
      for (const item of findings) {
        const english = describeFinding(item, 'en');
        for (const words of [english.message, english.hint, item.message, item.hint])
          expect(words).not.toMatch(/\{|undefined|NaN/);
        expect(english.message.replace(/“[^”]*”/g, '')).not.toMatch(/\p{Script=Han}/u);
      }
    });
  });

function sheetOf({ lines, rules = [] }: Case): CheckedSheet {
  const figure = (indicator: string, period: string, value: string): KnownFigure => {
    return { indicator, period, value, absence: null, source: '年鉴' };
  };
  return {
    sections: oneSection(
      lines.map(({ name, unit, digits = 0, min = 0, max = null, required = true }, at) =>
        madeField(name, lineText(at + 1), { unit, digits, min, max, required }),
      ),
    ),
    rules: rules.map((rule) => {
      const severity = rule.severity ?? (rule.kind === 'ratio' ? 'soft' : 'hard');
      return rule.kind === 'sum'
        ? { ...rule, severity, tolerance: rule.tolerance ?? 0 }
        : { ...rule, severity };
    }),
    period: '2020',
    cells: lines.flatMap(({ name, typed, reason, note }) =>
      typed === undefined && reason === undefined && note === undefined
        ? []
        : [
            {
              indicator: name,
              value: typed ?? null,
              absence: reason ?? null,
              note: note ?? null,
            },
          ],
    ),
    known: lines.flatMap(({ name, known }) => (known ? [figure(name, '2020', known)] : [])),
    before: [],
    history: lines.flatMap(({ name, earlier = {} }) =>
      Object.entries(earlier).map(([year, value]) => figure(name, year, String(value))),
    ),
  };
}

function said({ where, severity, code, message, params }: Finding): string {
  const proposal = params.proposal === undefined ? '' : ` → ${params.proposal}`;
  return `${where.cell} ${asked[severity]} ${code} ${message}${proposal}`;
}

describe('a sheet', () => {
  const empty = { rules: [], period: '2020', known: [], before: [], history: [] } as const;
  const cell = (indicator: string, value: string) => {
    return { indicator, value, absence: null, note: null };
  };

  test('can be submitted once nothing is asked', () => {
    const sections = oneSection([madeField('a', '01')]);
    const at = (value: string, note: string | null = null) =>
      checkCells({
        ...empty,
        sections,
        cells: [{ ...cell('a', value), note }],
        before: [{ indicator: 'a', period: '2019', value: '1000', absence: null, source: '' }],
      });
    expect(blocksSubmitting(at('1100'))).toBe(false);
    expect(blocksSubmitting(at('1700'))).toBe(true);
    expect(blocksSubmitting(at('1700', '新建园区投产'))).toBe(false);
    expect(at('1700', '新建园区投产')[0]?.params.explained).toBe(1);
    expect(blocksSubmitting(at('many', '属实'))).toBe(true);
  });

  test('takes no cell it does not ask for', () => {
    const sections = oneSection([
      madeField('a', '01'),
      madeField('b', '02', { derived: { op: 'sum', of: ['a', 'a'] } }),
    ]);
    const cells = [cell('a', '1'), cell('b', '2'), cell('gone', '3')];
    expect(
      checkCells({ ...empty, sections, cells }).map(({ code, params }) => [code, params.indicator]),
    ).toEqual([
      ['entry-unasked', 'b'],
      ['entry-unasked', 'gone'],
    ]);
  });
});

describe('derived lines', () => {
  const sections = oneSection([
    madeField('villages', '01', { unit: '个' }),
    madeField('paved', '02', { unit: '个' }),
    madeField('share', '03', {
      unit: '%',
      digits: 2,
      derived: { op: 'share', of: 'paved', by: 'villages' },
    }),
    madeField('growth', '04', {
      unit: '%',
      digits: 1,
      derived: { op: 'growth', of: 'paved', over: 1 },
    }),
    madeField('head', '05', { unit: '元/人', derived: { op: 'per-capita', of: 'paved', by: 'p' } }),
  ]);
  const values = (villages: string | null, paved: string | null) =>
    Object.fromEntries(
      derivedValues({
        sections,
        rules: [{ kind: 'at-most', severity: 'hard', part: 'paved', whole: 'villages' }],
        period: '2020',
        cells: [
          { indicator: 'villages', value: villages, absence: null, note: null },
          { indicator: 'paved', value: paved, absence: null, note: null },
        ],
        known: [],
        before: [
          { indicator: 'paved', period: '2019', value: '80', absence: null, source: '年鉴' },
        ],
        history: [],
      }),
    );

  test('compute as the others are typed', () => {
    expect(values('143', '100')).toEqual({ share: '69.93', growth: '25.0' });
  });

  test('have no figure where an operand has none', () => {
    expect(values(null, '100')).toEqual({ growth: '25.0' });
    expect(values('143', '约一百')).toEqual({});
    expect(values('0', '0')).toEqual({ growth: '-100.0' });
  });

  test('have no figure where an operand is refused', () => {
    expect(values('143', '-5')).toEqual({});
    expect(values('-143', '100')).toEqual({ growth: '25.0' });
    expect(values('143', '150')).toEqual({});
  });
});
