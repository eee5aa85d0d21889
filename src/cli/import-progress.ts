import type { Language } from '../domain/finding.ts';
import type { PublishStage } from '../store/statistics/publish.ts';

/** A line on standard error that says what an import is at. */
export interface StageLine {
  readonly draw: (stage: PublishStage, rows: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Milliseconds between two states of the line. */
const interval = 200;

/** Returns a line of progress, drawn only on a terminal. */
export function stageLine(language: Language): StageLine {
  const drawn = process.stderr.isTTY === true;
  let stage: PublishStage | null = null;
  let last = 0;
  return {
    draw: (next, rows) => {
      if (!drawn || (next === stage && performance.now() - last < interval)) return;
      stage = next;
      last = performance.now();
      process.stderr.write(`\r${words[language][next]} ${rows}\x1b[K`);
    },
    end: () => {
      if (drawn && stage !== null) process.stderr.write('\r\x1b[K');
    },
  };
}

const words: Readonly<Record<Language, Readonly<Record<PublishStage, string>>>> = {
  zh: {
    reading: '正在读取',
    comparing: '正在比对',
    reviewing: '正在核查',
    totalling: '正在汇总',
  },
  en: {
    reading: 'reading',
    comparing: 'comparing',
    reviewing: 'reviewing',
    totalling: 'totalling',
  },
};
