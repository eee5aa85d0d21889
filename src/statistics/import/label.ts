/**
 * Marks that lead to a note. Taken off before anything else: normalising would make digits of them,
 * and 123¹ is not 1231.
 */
const noteMark = /[\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089\u2460-\u2473\u24ea†‡*＊※]/;

/** More at the end of a text are no marks of notes. */
const mostMarks = 8;

/** Where the marks at the end of a text begin. */
function startOfMarks(text: string): number {
  let at = text.length;
  while (at > 0 && text.length - at <= mostMarks && noteMark.test(text.charAt(at - 1))) at -= 1;
  return text.length - at > mostMarks ? text.length : at;
}

/** Returns text without marks of notes at its end and without blanks around it. */
export function withoutNoteMarks(text: string): string {
  const trimmed = text.trim();
  return trimmed.slice(0, startOfMarks(trimmed)).trim() || trimmed;
}

/** Returns the marks of notes at the end of a text, as `markOf` gives them. */
export function marksAt(text: string): readonly string[] {
  const trimmed = text.trim();
  return [...trimmed.slice(startOfMarks(trimmed))].map(markOf);
}

/** Returns a mark as marks are compared: ① and ¹ are 1. */
export function markOf(mark: string): string {
  return mark.normalize('NFKC');
}

const longestLabel = 300;

/**
 * Returns a label as labels are compared: one width, small letters, no blanks (吉 林 省), no marks of
 * notes, no “其中：” or “#” before it.
 */
export function labelKey(text: string): string {
  // No name is as long, and a cell may hold 32,767 characters.
  return withoutNoteMarks(text.length > longestLabel ? text.slice(0, longestLabel) : text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^(?:其中[:,]?|#)/, '');
}

/** Returns a label without the number before it: 一、 （一） 1. */
export function withoutNumbering(key: string): string {
  return key.replace(
    /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d+[.、](?!\d))/,
    '',
  );
}

/** Returns text for a message: at most 40 characters, none of them broken, held by nothing else. */
export function shown(text: string): string {
  const start = [...text.slice(0, 200).trim().replace(/\s+/g, ' ')];
  const kept = start.slice(0, 40).map((character) => (isBroken(character) ? '\uFFFD' : character));
  return start.length > 40 ? `${kept.join('')}…` : kept.join('');
}

/** Returns whether text has a half of a character, a character that was lost, or a control character. */
export function isUnreadable(text: string): boolean {
  return /[\p{Cc}\uFFFD]/u.test(text.replace(/[\t\r\n]/g, '')) || isBroken(text);
}

/** With the flag u only halves that stand alone match. */
function isBroken(text: string): boolean {
  return /[\uD800-\uDFFF]/u.test(text);
}
