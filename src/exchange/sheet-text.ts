const longestText = 32_767;
const longestName = 31;

/** Returns text as a cell can hold it: XML has no way to write most control characters, and a cell holds so much and no more. */
export function printable(text: string): string {
  const clean = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return clean.length <= longestText ? clean : `${clean.slice(0, longestText - 1)}…`;
}

/**
 * Returns the day an ISO date names, null for any other text. Spreadsheets count days from 1900 and
 * take that year for a leap year: earlier dates stay text.
 */
export function isoDate(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1900-03-01') return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? date : null;
}

/** Returns the width of a line in characters; a Chinese character counts two. */
export function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += character < '\u2000' ? 1 : 2;
  return width;
}

/** Returns the letters of a column, counted from zero: A, B … AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Returns the names of sheets as Excel allows: without some characters, not long, not History, no two the same. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((name) => {
    const stem = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '') || 'Sheet';
    let unique = stem.slice(0, longestName);
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      unique = `${stem.slice(0, longestName - 4)} ${n}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
