import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCell, isSame } from '../../src/web/filling/cell-content.ts';
import { parseTyped, shownDecimal } from '../../src/web/filling/cell-entry.ts';
import {
  type CellEdit,
  noHistory,
  recorded,
  redo,
  undo,
} from '../../src/web/filling/edit-history.ts';
import { actionOf, destination, type Hold } from '../../src/web/filling/grid-keys.ts';

const key = (
  name: string,
  held: Partial<{ shift: boolean; ctrl: boolean; alt: boolean }> = {},
) => ({
  key: name,
  shift: false,
  ctrl: false,
  alt: false,
  ...held,
});

describe('keys of the grid', () => {
  it('move, edit, choose and undo', () => {
    const of = (pressed: ReturnType<typeof key>, hold: Hold = 'ready') =>
      actionOf(pressed, hold)?.do;
    expect(of(key('F2'))).toBe('edit');
    expect(of(key('F2', { shift: true }))).toBe('note');
    expect(of(key('n', { alt: true }))).toBe('note');
    expect(of(key('/'))).toBe('reason');
    expect(of(key('ArrowDown', { alt: true }))).toBe('reason');
    expect(of(key('z', { ctrl: true }))).toBe('undo');
    expect(of(key('Z', { ctrl: true, shift: true }))).toBe('redo');
    expect(of(key('.', { ctrl: true }), 'typing')).toBe('fix');
    expect(of(key('F8'))).toBe('next-problem');
  });

  it('belong to the text while it is edited', () => {
    for (const name of ['ArrowLeft', 'ArrowRight', 'Delete', '/', 'a'])
      expect(actionOf(key(name), 'editing')).toBeNull();
    for (const name of ['Delete', '/']) expect(actionOf(key(name), 'typing')).toBeNull();
    expect(actionOf(key('z', { ctrl: true }), 'typing')).toBeNull();
  });

  it('stay in the grid, and leave it only by Tab past its end', () => {
    const from = { row: 3, column: 'value' as const };
    expect(destination({ do: 'go', rows: 1 }, from, 4)).toBeNull();
    expect(destination({ do: 'go', rows: 12 }, from, 9)).toEqual({ ...from, row: 8 });
    expect(destination({ do: 'go', rows: 0, column: 'note' }, from, 4)).toEqual({
      row: 3,
      column: 'note',
    });
    expect(actionOf(key('Tab'), 'ready')).toMatchObject({ leaves: true });
    expect(actionOf(key('Enter'), 'ready')).not.toHaveProperty('leaves');
  });
});

describe('what is typed', () => {
  it.each([
    ['１，２３４．５', '万元', { value: '1234.5', absence: null, sound: true }],
    ['−3', '元', { value: '-3', absence: null, sound: true }],
    ['不适用', '个', { value: null, absence: 'not-applicable', sound: true }],
    ['数据缺失', '个', { value: null, absence: 'missing', sound: true }],
    ['暂无', '个', { value: null, absence: 'missing', sound: true }],
    ['—', '个', { value: null, absence: 'not-applicable', sound: true }],
    ['－', '万元', { value: null, absence: 'not-applicable', sound: true }],
    ['无此项', '个', { value: null, absence: 'not-applicable', sound: true }],
    ['N/A', '个', { value: null, absence: 'missing', sound: true }],
    ['无', '个', { value: '无', absence: null, sound: false }],
    ['不公布', '个', { value: null, absence: 'suppressed', sound: true }],
    ['', '个', { value: null, absence: null, sound: true }],
    ['是', '是否', { value: '1', absence: null, sound: true }],
    ['no', '是否', { value: '0', absence: null, sound: true }],
    ['1,00', '个', { value: '1,00', absence: null, sound: false }],
    ['约100', '个', { value: '约100', absence: null, sound: false }],
  ])('%s in %s', (text, unit, typed) => {
    expect(parseTyped(text, unit)).toEqual(typed);
  });

  it('is shown as it was given, and reads back the same', () => {
    expect(shownDecimal('-870540.90')).toBe('−870,540.90');
    fc.assert(
      fc.property(fc.integer(), fc.nat(99), (whole, part) => {
        const value = `${whole}.${part}`;
        const back = parseTyped(shownDecimal(value), '万元').value;
        expect(isSame({ ...emptyCell, value: back }, { ...emptyCell, value })).toBe(true);
      }),
      { seed: 20170528, numRuns: 200 },
    );
  });
});

describe('undo', () => {
  const edit = (before: string, after: string): CellEdit => ({
    indicator: 'gdp',
    before: { ...emptyCell, value: before },
    after: { ...emptyCell, value: after },
  });

  it('takes back a block at once, and does it again', () => {
    const block = [edit('1', '2'), { ...edit('3', '4'), indicator: 'roads' }];
    const undone = undo(recorded(noHistory, block));
    expect(undone?.act.map(({ after }) => after.value)).toEqual(['3', '1']);
    expect(undo(undone?.history ?? noHistory)).toBeNull();
    expect(redo(undone?.history ?? noHistory)?.act).toEqual(block);
  });

  it('forgets what was undone once something else is typed', () => {
    const undone = undo(recorded(noHistory, [edit('1', '2')]));
    expect(redo(recorded(undone?.history ?? noHistory, [edit('1', '5')]))).toBeNull();
  });
});
