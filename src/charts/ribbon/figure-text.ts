import { roundedText } from '../../domain/rounding.ts';

/** Returns a figure as it is printed: rounded half to even, thousands apart, a true minus; — for none. */
export function figureText(value: number | null, digits: number): string {
  if (value === null) return '—';
  const text = roundedText(value, digits);
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${text.startsWith('-') ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Returns a change as it is printed: as a figure, with a plus where it is more. */
export function changeText(value: number | null, digits: number): string {
  const text = figureText(value, digits);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * Returns about how wide a text is set, in the size of its type: a Chinese character is one em, a
 * Latin letter or digit a little over half, a narrow one a third. Good to a few per cent, for placing labels.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emOf(character);
  return ems * size;
}

function emOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (character === ' ' || character === '.' || character === ',') return 0.29;
  if (character === '→' || character === '—') return 1;
  if ('fijlrtI:;!|()·'.includes(character)) return 0.34;
  if ('mwMW%'.includes(character)) return 0.86;
  return code > 0x40 && code < 0x5b ? 0.65 : 0.56;
}
