import type { CellSave } from '../../api/collection.ts';

/** What a cell holds: a figure, or a reason why there is none, and a note. */
export type CellContent = Pick<CellSave, 'value' | 'absence' | 'note'>;

/** A cell nobody has filled. */
export const emptyCell: CellContent = { value: null, absence: null, note: null };

/** Says whether a cell holds a figure or a reason. */
export function isFilled({ value, absence }: CellContent): boolean {
  return value !== null || absence !== null;
}

/** Says whether two cells hold the same, to the last digit as numbers go: 1.50 is 1.5. */
export function isSame(one: CellContent, other: CellContent): boolean {
  return (
    isSameValue(one.value, other.value) &&
    one.absence === other.absence &&
    (one.note ?? '') === (other.note ?? '')
  );
}

function isSameValue(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : plain(one) === plain(other);
}

/** Decimal text without what does not count: -0.50 → -0.5, 007 → 7. */
function plain(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.replace(/^[+-]/, '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const places = fraction.replace(/0+$/, '');
  const text = places === '' ? digits : `${digits}.${places}`;
  return decimal.startsWith('-') && text !== '0' ? `-${text}` : text;
}
