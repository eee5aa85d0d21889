import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** A table that lines are added to, piece by piece; `end` completes it. */
export interface Copy {
  readonly write: (lines: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** What may wait for the database: enough that neither side stands still for the other. */
const highWaterMark = 2 ** 20;

/**
 * Begins a COPY into a table, as `stage` or `stage (row, value)`; the connection does nothing else
 * until its end. What is written waits for the database, so it does not pile up. Both reject where
 * the database refuses a line.
 */
export function openCopy(client: pg.ClientBase, table: string): Copy {
  const stream = client.query(copyFrom(`copy ${table} from stdin`, { highWaterMark }));
  const broken = once(stream, 'error').then(([error]) => {
    throw error;
  });
  broken.catch(() => {});
  return {
    write: async (lines) => {
      if (!stream.write(lines)) await Promise.race([once(stream, 'drain'), broken]);
    },
    end: async () => {
      stream.end();
      await Promise.race([once(stream, 'finish'), broken]);
    },
  };
}

/** Returns a line of fields; one that is null or undefined is none. Texts passed `copyText` before. */
export function copyLine(fields: readonly (string | number | bigint | null | undefined)[]): string {
  // One flat text: a text grown piece by piece stays a tree of its pieces until it is sent.
  return `${fields.map((field) => field ?? '\\N').join('\t')}\n`;
}

/** Returns a text as a field of a line; null is none. Backslash, tab and line ends have a meaning. */
export function copyText(text: string | null | undefined): string {
  if (text === null || text === undefined) return '\\N';
  if (!special.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '');
}

/** NUL has no place in PostgreSQL's text. */
const special = /[\\\t\n\r\0]/;
