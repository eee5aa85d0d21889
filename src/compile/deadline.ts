export interface Deadline {
  /** ISO year or month. */
  readonly date: string;
  readonly basis: 'stated' | 'period';
}

const stated = [
  /到\s?((?:19|20)\d{2})年(?:(\d{1,2})月)?(?:底|末)?/,
  /((?:19|20)\d{2})年(?:(\d{1,2})月)?(?:\d{1,2}日)?(?:底|末)?(?:之?前|以前)/,
  /((?:19|20)\d{2})年(?:(\d{1,2})月)?(?:底|末)(?:完成|实现|建成|基本)?/,
];

/** Returns the deadline the words state, as ISO year or month; null where they state none. */
export function statedDeadline(words: string): string | null {
  for (const pattern of stated) {
    const match = pattern.exec(words);
    if (match) return match[2] ? `${match[1]}-${match[2].padStart(2, '0')}` : (match[1] ?? null);
  }
  return null;
}

/** Returns whether the words refer to the plan's own period (“十三五”期间, 规划期内). */
export function meansPeriod(words: string): boolean {
  return /[一二三四五六七八九十]{1,3}五[”"]?(?:期间|时期|期末|末)|规划期(?:内|末)/.test(words);
}
