import type { Language } from '../domain/finding.ts';

/** A line on standard error that says how far the program is. */
export interface ProgressLine {
  /** Passes chunks on, and counts them. */
  readonly counted: (
    chunks: AsyncIterable<Uint8Array>,
    language: Language,
  ) => AsyncGenerator<Uint8Array>;
  readonly bytes: () => number;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Milliseconds between two states of the line. */
const interval = 200;

/** Returns a line of progress, drawn only on a terminal, and only where `shown`. */
export function progressLine(shown: boolean): ProgressLine {
  const drawn = shown && process.stderr.isTTY === true;
  let bytes = 0;
  let last = 0;
  const draw = (language: Language) => {
    if (!drawn || performance.now() - last < interval) return;
    last = performance.now();
    const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
    process.stderr.write(`\r${language === 'zh' ? `正在写出 ${size}` : `writing ${size}`}\x1b[K`);
  };
  return {
    counted: async function* (chunks, language) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        draw(language);
        yield chunk;
      }
    },
    bytes: () => bytes,
    end: () => {
      if (drawn && last > 0) process.stderr.write('\r\x1b[K');
      last = 0;
    },
  };
}
