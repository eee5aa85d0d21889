import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { KnownFigure } from '../../src/api/collection.ts';
import { checkCells } from '../../src/collection/check-cells.ts';
import { sectionsOf } from '../../src/collection/form-view.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Form } from '../../src/domain/form.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { conversionExponent, parseUnit, shifted } from '../../src/domain/unit-of-measure.ts';
import { parseForms } from '../../src/store/forms-folder.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');
const read = (name: string) => readFileSync(join(shipped, name), 'utf8');
const list: readonly Indicator[] = parse(read('indicators.yaml')).indicators;
const indicators = new Map(
  list.map((item) => [item.id, { ...item, range: item.range ?? {} }] as const),
);

/** The yearbook's figures by county and indicator, in the units of the indicators. */
function yearbook(): Map<string, KnownFigure[]> {
  const found = new Map<string, KnownFigure[]>();
  for (const line of read('data/county-yearbook.csv').split('\n').slice(1)) {
    const [territory = '', , indicator = '', period = '', , value = '', , unit = ''] =
      line.split(',');
    const exponent = conversionExponent(unit, indicators.get(indicator)?.unit ?? '');
    if (value === '' || exponent === null) continue;
    const figure = { indicator, period, value: shifted(value, exponent), absence: null };
    found.set(territory, [...(found.get(territory) ?? []), { ...figure, source: '年鉴' }]);
  }
  return found;
}

const form = parseForms(read('forms.yaml')).file?.forms[0] as Form;
const sections = sectionsOf(form, indicators);
const years = ['2016', '2017', '2018', '2019', '2020'];

/** What a county would be asked that typed its figures of a year, each moved by `power`. */
function findingsOf(figures: readonly KnownFigure[], year: string, power = 0): Finding[] {
  const findings = checkCells({
    sections,
    rules: form.rules,
    period: year,
    cells: figures
      .filter(({ period }) => period === year)
      .map(({ indicator, value }) => {
        return { indicator, value: shifted(value ?? '', power), absence: null, note: null };
      }),
    known: [],
    before: [],
    history: figures.filter(({ period }) => period < year),
  });
  return findings.filter(({ code }) => !/^entry-(?:missing|unasked|digits)$/.test(code));
}

const lines = new Set(sections.flatMap(({ fields }) => fields.map(({ indicator }) => indicator)));
const counties = [...yearbook().values()].map((figures) =>
  figures.filter(({ indicator }) => lines.has(indicator)),
);

/**
 * Every figure of the yearbook as if a county had typed it, beside those of the years before. A
 * change of the rules that asks more, or refuses what was published, has to be looked at.
 */
test('figures that counties published are hardly ever refused, and seldom asked about', () => {
  const found = counties.flatMap((figures) => years.flatMap((year) => findingsOf(figures, year)));
  const typed = counties.flat().filter(({ period }) => years.includes(period)).length;
  const count = (severity: Finding['severity']) =>
    found.filter((item) => item.severity === severity).length;
  expect(typed).toBeGreaterThan(2_000);
  // Two sums of sectors that are not the GDP beside them.
  expect(found.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'entry-sum',
    'entry-sum',
  ]);
  expect(count('warning') / typed).toBeLessThan(0.1);
});

test.each([
  [-4, '亿元 where 万元 are asked'],
  [4, '元 where 万元 are asked'],
  [3, 'a thousandfold'],
])('figures that slipped by 10^%i are refused, with the right figure: %s', (power) => {
  let [slipped, refused, noticed] = [0, 0, 0];
  for (const figures of counties)
    for (const year of years) {
      const now = new Map(
        figures
          .filter(({ period, indicator }) => period === year && /money/.test(kindOf(indicator)))
          .filter(({ indicator }) => hasPast(figures, indicator, year))
          .map(({ indicator, value }) => [indicator, value ?? '']),
      );
      slipped += now.size;
      const found = findingsOf(figures, year, power);
      refused += found.filter(
        ({ code, params }) =>
          code === 'entry-slip' && now.get(`${params.indicator}`) === params.proposal,
      ).length;
      const named = new Set(found.map(({ params }) => `${params.indicator}`));
      noticed += [...now.keys()].filter((indicator) => named.has(indicator)).length;
    }
  expect(slipped).toBeGreaterThan(1_000);
  // The rest have one or two digits, or halved or doubled besides: these are asked about.
  expect(refused / slipped).toBeGreaterThan(0.95);
  expect(noticed / slipped).toBeGreaterThan(0.998);
});

function kindOf(indicator: string): string {
  return parseUnit(indicators.get(indicator)?.unit ?? '')?.dimension ?? '';
}

function hasPast(figures: readonly KnownFigure[], indicator: string, year: string): boolean {
  return figures.some((one) => one.indicator === indicator && one.period < year);
}
