import { describe, expect, test } from 'vitest';
import type { CellView } from '../../src/api/collection.ts';
import { emptyCell } from '../../src/web/filling/cell-content.ts';
import type { SheetRow } from '../../src/web/filling/sheet-rows.ts';
import { takenBack, workbookLines } from '../../src/web/filling/workbook-taking.ts';

const row = (indicator: string, value: string | null) =>
  ({ field: { indicator }, own: { ...emptyCell, value } }) as SheetRow;
const cell = (indicator: string, value: string | null, base = 0) => {
  return { indicator, value, absence: null, note: null, base };
};
const now = (indicator: string, value: string, revision: number): CellView => {
  return { ...cell(indicator, value), revision, changedBy: '乙', changedAt: '' };
};

describe('a workbook on its way in', () => {
  const rows = [row('gdp', '4321'), row('villages', null), row('grid', '7')];

  test('changes what differs, in the order of the form, over the revision it names', () => {
    const { changes, conflicts } = workbookLines(
      {
        cells: [cell('grid', '8', 3), cell('villages', '12')],
        conflicts: [{ ...cell('gdp', '5000', 2), now: now('gdp', '4321', 2) }],
      },
      rows,
    );
    expect(changes.map(({ change }) => [change.indicator, change.base])).toEqual([
      ['villages', 0],
      ['grid', 3],
    ]);
    expect(conflicts.map(({ change }) => [change.content.value, change.base])).toEqual([
      ['5000', 2],
    ]);
  });

  test('leaves out what the form holds already', () => {
    expect(workbookLines({ cells: [cell('grid', '7.0')], conflicts: [] }, rows).changes).toEqual(
      [],
    );
  });

  test('is taken back where nobody typed over it since', () => {
    const { changes } = workbookLines(
      { cells: [cell('villages', '12'), cell('grid', '8')], conflicts: [] },
      rows,
    );
    expect(takenBack(changes, [row('villages', '12'), row('grid', '9')])).toEqual([
      { indicator: 'villages', content: emptyCell },
    ]);
  });
});
