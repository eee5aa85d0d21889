import { describe, expect, it } from 'vitest';
import type { KnownFigure, Sheet } from '../../src/api/collection.ts';
import { returnReason, rowStates, tallyOf } from '../../src/web/filling/sheet-problems.ts';
import { sheetRows } from '../../src/web/filling/sheet-rows.ts';
import { madeField, oneSection } from '../collection/made-form.ts';

const noText = { unsound: new Map<string, string>(), typing: null };
const figure = (period: string, value: string | null): KnownFigure => ({
  indicator: 'roads',
  period,
  value,
  absence: value === null ? 'missing' : null,
  source: '',
});

function sheetOf(given: Partial<Sheet>): Sheet {
  const made: Partial<Sheet> = {
    entry: { period: '2024' } as Sheet['entry'],
    form: { rules: [] as Sheet['form']['rules'] } as Sheet['form'],
    sections: oneSection([madeField('roads', '01')]),
    cells: [],
    known: [],
    before: [],
    history: [],
    remarks: [],
    moves: [],
    ...given,
  };
  return made as Sheet;
}

describe('the rows of a form', () => {
  const row = (given: Partial<Sheet>) => sheetRows(sheetOf(given), [], noText)[0];

  it('know the newest earlier figure of their frequency where the last period has none', () => {
    const history = [figure('2020', '1'), figure('2021', '2'), figure('2023Q1', '3')];
    expect(row({ history })?.earlier).toMatchObject({ period: '2021', value: '2' });
    expect(row({ history, before: [figure('2023', null)] })?.earlier?.period).toBe('2021');
    expect(row({ history, before: [figure('2023', '4')] })?.earlier).toBeNull();
  });

  it('count as returned until they change', () => {
    const remark = { indicator: 'roads', revision: 1, resolved: false, id: 1 };
    const remarks = [remark as Sheet['remarks'][number]];
    const cell = (revision: number) => ({
      ...{ indicator: 'roads', value: '5', absence: null, note: null },
      ...{ revision, changedBy: '', changedAt: '' },
    });
    const open = (revision: number) => {
      const sheet = sheetOf({ remarks, cells: [cell(revision)] });
      return tallyOf(rowStates(sheet, sheetRows(sheet, [], noText))).returned.length;
    };
    expect([open(1), open(2)]).toEqual([1, 0]);
  });

  it('say why the whole form came back, of the last time it did', () => {
    const move = (act: 'submit' | 'return' | 'reopen', reason: string | null) => ({
      ...{ act, reason, by: '甲', at: '', level: 0 },
      state: 'returned' as const,
    });
    const [back, anew] = [move('return', '口径有误'), move('submit', null)];
    expect(returnReason({ moves: [back, anew] })?.reason).toBe('口径有误');
    expect(returnReason({ moves: [back, anew, move('reopen', null)] })).toBeNull();
  });
});
