/**
 * Returns the text as the search compares it: full-width letters, digits and punctuation as
 * half-width, lower case, any white space as a blank. Every UTF-16 unit stays one unit, so that a
 * place in the folded text is the same place in the printed one.
 */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) folded += foldUnit(text, index);
  return folded;
}

/** Returns the words of a query: folded, split at blanks, each once. */
export function foldedWords(query: string): string[] {
  return [...new Set(fold(query).split(' ').filter(Boolean))];
}

/** Returns the pattern of a word anywhere in a text, for LIKE with the escape character `\`. */
export function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
}

function foldUnit(text: string, index: number): string {
  const code = text.charCodeAt(index);
  if (code === 0x3000 || /\s/.test(text.charAt(index))) return ' ';
  const narrow =
    code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text[index];
  const lower = (narrow ?? '').toLowerCase();
  return lower.length === 1 ? lower : (narrow ?? '');
}
