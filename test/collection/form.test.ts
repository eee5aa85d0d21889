import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bodyBurden, burdenOf } from '../../src/collection/burden.ts';
import { sectionsOf } from '../../src/collection/form-view.ts';
import { reportingBodies } from '../../src/collection/reporters.ts';
import type { Form, ReviewLevel } from '../../src/domain/form.ts';
import { buildPlaces, type Places } from '../../src/statistics/places.ts';
import { readStatisticsFolder } from '../../src/store/statistics-folder.ts';
import { madeIndicator } from '../statistics/made-figures.ts';
import { madeField, oneSection } from './made-form.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');
const title = { zh: '一', en: 'One' };

describe('the lines of a form', () => {
  const indicators = new Map(
    [
      madeIndicator('a', { range: { min: 0, max: 100 } }),
      madeIndicator('b', { derived: { op: 'share', of: 'a', by: 'c' } }),
      madeIndicator('c', {}),
    ].map((item) => [item.id, item]),
  );
  const field = (indicator: string) => ({ indicator, indent: 0, required: true });

  test('are numbered through all sections, and an unknown one keeps its number', () => {
    const sections = sectionsOf(
      {
        sections: [
          { title, fields: [field('a'), field('nowhere')] },
          { title, fields: [field('b'), field('c')] },
        ],
      },
      indicators,
    );
    expect(sections.map(({ fields }) => fields.map(({ line }) => line))).toEqual([
      ['01'],
      ['03', '04'],
    ]);
    expect(sections[0]?.fields[0]).toMatchObject({ min: 0, max: 100, derived: null });
    expect(sections[1]?.fields[0]?.derived).toEqual({ op: 'share', of: 'a', by: 'c' });
  });
});

describe('who reports', () => {
  let places: Places;
  beforeAll(async () => {
    const register = (await readStatisticsFolder(shipped))?.register;
    if (!register) throw new Error('the shipped plan has no register');
    places = buildPlaces(register);
  });
  const review: ReviewLevel[] = [
    { kinds: ['prefecture'], role: 'reviewer' },
    { kinds: ['province'], role: 'approver' },
  ];
  const bodies = (reporters: Form['reporters'], levels = review, year = 2020) =>
    reportingBodies({ reporters, review: levels }, { places, agencies: ['甲部', '乙部'], year });

  test('the counties of a group, by prefecture and province', () => {
    const found = bodies({ of: 'places', kinds: ['county'], group: 'border-county' });
    expect(found).toHaveLength(140);
    expect(found.find(({ body }) => body === '451423')?.levels).toEqual([
      { body: '451400', role: 'reviewer' },
      { body: '450000', role: 'approver' },
    ]);
  });

  test('a county of no prefecture goes straight to the province', () => {
    const found = bodies({ of: 'places', kinds: ['county'], group: 'border-county' });
    expect(found.find(({ body }) => body === '659008')?.levels).toEqual([
      { body: '650000', role: 'approver' },
    ]);
    // It was set up in 2015.
    const before = bodies(
      { of: 'places', kinds: ['county'], group: 'border-county' },
      review,
      2014,
    );
    expect(before.map(({ body }) => body)).not.toContain('659008');
  });

  test('farms, by division and corps', () => {
    const levels: ReviewLevel[] = [
      { kinds: ['division'], role: 'reviewer' },
      { kinds: ['corps'], role: 'approver' },
    ];
    const found = bodies({ of: 'places', kinds: ['farm'], group: 'border-farm' }, levels);
    expect(found).toHaveLength(54);
    for (const one of found) {
      expect(one.levels.map(({ role }) => role)).toEqual(['reviewer', 'approver']);
      expect(one.levels[1]?.body).toBe('xpcc');
    }
  });

  test('all places of a kind where no group is named', () => {
    const state: ReviewLevel[] = [{ kinds: ['state'], role: 'approver' }];
    const found = bodies({ of: 'places', kinds: ['province', 'corps'] }, state);
    expect(found).toHaveLength(11);
    expect(found.every(({ levels }) => levels[0]?.body === '000000')).toBe(true);
  });

  test('a list of places, filled in by the first place of a kind above each', () => {
    const found = bodies(
      { of: 'places', kinds: ['county'], group: 'border-county', filledBy: ['prefecture'] },
      [{ kinds: ['province'], role: 'approver' }],
    );
    const fillerOf = (county: string) => found.find(({ body }) => body === county)?.filledBy;
    expect(fillerOf('451423')).toBe('451400');
    // There is no prefecture above it: it fills its own.
    expect(fillerOf('659008')).toBe('659008');
    expect(found).toHaveLength(140);
  });

  test('two levels at one place in one role are one', () => {
    const twice: ReviewLevel[] = [
      { kinds: ['prefecture', 'province'], role: 'approver' },
      { kinds: ['province'], role: 'approver' },
    ];
    const found = bodies({ of: 'places', kinds: ['county'], group: 'border-county' }, twice);
    expect(found.find(({ body }) => body === '659008')?.levels).toHaveLength(1);
  });

  test('agencies, whose forms go to the state', () => {
    expect(bodies({ of: 'agencies' })).toEqual([
      {
        body: 'agency:甲部',
        filledBy: 'agency:甲部',
        levels: [
          { body: '000000', role: 'reviewer' },
          { body: '000000', role: 'approver' },
        ],
      },
      expect.objectContaining({ body: 'agency:乙部' }),
    ]);
    expect(bodies({ of: 'agencies', names: ['乙部', '丙部'] }).map(({ body }) => body)).toEqual([
      'agency:乙部',
    ]);
  });
});

describe('the burden', () => {
  const fields = [
    madeField('a', '01'),
    madeField('b', '02'),
    madeField('c', '03', { derived: { op: 'sum', of: ['a', 'b'] } }),
  ];
  const asked = (frequency: Form['frequency'], bodies: readonly string[], filledBy?: string) => ({
    form: { frequency },
    sections: oneSection(fields),
    bodies: bodies.map((body) => ({ body, filledBy: filledBy ?? body })),
  });

  test('counts what is typed: no derived line, every period', () => {
    const burden = burdenOf(asked('quarter', ['x', 'y']), 2020, (body, indicator, period) => {
      return body === 'x' && indicator === 'a' && period === '2020-Q2';
    });
    expect(burden).toEqual({ bodies: 2, cellsEach: 2, periodsEachYear: 4, asked: 16, known: 1 });
  });

  test('is of who fills in: a township has that of its villages', () => {
    const forms = [asked('year', ['x', 'y', 'z'], 'town'), asked('year', ['town'])];
    const burden = (body: string) => bodyBurden(forms, body, { year: 2020, isKnown: () => false });
    expect(burden('town')).toEqual({ asked: 8, known: 0 });
    expect(burden('x')).toEqual({ asked: 0, known: 0 });
  });

  test('of a body is that of all its forms', () => {
    const forms = [asked('year', ['x']), asked('half-year', ['x', 'y']), asked('month', ['y'])];
    const isKnown = (_: string, indicator: string) => indicator === 'b';
    expect(bodyBurden(forms, 'x', { year: 2020, isKnown })).toEqual({ asked: 6, known: 3 });
  });
});
