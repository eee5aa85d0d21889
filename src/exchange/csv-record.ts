/** How the records of a CSV text are divided. */
export interface CsvForm {
  readonly delimiter: ',' | ';' | '\t';
  readonly newline: '\n' | '\r';
}

/** A record, where the next one begins, and how many lines it took. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

/** Why no record could be taken: more text is needed, or the quoting is wrong. */
export type CsvFault = 'incomplete' | 'unclosed' | 'after-quote';

/** Returns how a text is divided, by its first lines. A comma where nothing says otherwise. */
export function detectForm(head: string): CsvForm {
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const declared = /^sep=([,;\t])\r?\n/.exec(head)?.[1] as CsvForm['delimiter'] | undefined;
  if (declared) return { delimiter: declared, newline };
  const lines = head
    .replace(/"[^"]*"/g, '')
    .split(newline)
    .slice(0, 50);
  const scores = (['\t', ',', ';'] as const).map((delimiter) => ({
    delimiter,
    score: scoreOf(lines, delimiter),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.score > 0 ? best.delimiter : ',', newline };
}

/** Lines with the same count of a delimiter speak for it; a comma may also stand within numbers. */
function scoreOf(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/**
 * Returns the record that begins at `start` (RFC 4180: quotes only around a whole cell, doubled
 * within), or why there is none. `last` says that no text follows. Each character is looked at a
 * bounded number of times.
 */
export function recordAt(
  text: string,
  start: number,
  options: { readonly form: CsvForm; readonly last: boolean },
): CsvRecord | CsvFault {
  const { delimiter, newline } = options.form;
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  let nextDelimiter = -1;
  let nextNewline = -1;
  for (;;) {
    if (text.charCodeAt(at) === 0x22) {
      const close = closingQuote(text, at + 1, options.last);
      if (typeof close === 'string') return close;
      const inside = text.slice(at + 1, close);
      cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside);
      lines += countOf(inside, newline);
      at = close + 1;
    } else {
      if (nextDelimiter < at) nextDelimiter = orEnd(text, text.indexOf(delimiter, at));
      if (nextNewline < at) nextNewline = orEnd(text, text.indexOf(newline, at));
      const end = Math.min(nextDelimiter, nextNewline);
      if (end === text.length && !options.last) return 'incomplete';
      cells.push(withoutReturn(text.slice(at, end), end === nextDelimiter));
      at = end;
    }
    if (at >= text.length) return options.last ? { cells, next: at, lines } : 'incomplete';
    const after = text[at];
    if (after === newline) return { cells, next: at + 1, lines };
    if (after === '\r') {
      if (at + 1 === text.length && !options.last) return 'incomplete';
      if (at + 1 >= text.length || text[at + 1] === newline) return { cells, next: at + 2, lines };
    }
    if (after !== delimiter) return 'after-quote';
    at += 1;
  }
}

/** Where a quoted cell ends. */
function closingQuote(text: string, from: number, last: boolean): number | CsvFault {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return last ? 'unclosed' : 'incomplete';
    if (at + 1 === text.length && !last) return 'incomplete';
    if (text.charCodeAt(at + 1) !== 0x22) return at;
  }
}

function orEnd(text: string, found: number): number {
  return found < 0 ? text.length : found;
}

/** The carriage return before a line end is part of the line end. */
function withoutReturn(cell: string, delimited: boolean): string {
  return !delimited && cell.endsWith('\r') ? cell.slice(0, -1) : cell;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}
