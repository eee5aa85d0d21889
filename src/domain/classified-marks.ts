import { cellText, type SheetRow } from './sheet.ts';

/**
 * Marks of secrecy (密级标志) as documents bear them: 机密★1年 anywhere; 秘密 or 绝 密 alone in a cell
 * or on a line, with a term, in brackets, or after 密级. Words that only contain such a word (商业秘密,
 * 保守国家秘密法, 机密性) are no marks. Two characters may stand apart, and old forms of them count.
 */
const level = '(?:[绝絕]\\s{0,4}密|[机機]\\s{0,4}密|秘\\s{0,4}密)\\s{0,2}级?';
const star = '[★☆⭐*＊]';
const term =
  '(?:\\d{1,3}\\s?(?:年|个月|月|天|日)|[一二三四五六七八九十]{1,3}年|长期|永久|启用前|解密前)';

const starred = new RegExp(
  `(?:^|[^\\p{Script=Han}]|密级)(${level}\\s{0,2}${star}\\s{0,2}${term}?)`,
  'u',
);
const alone = new RegExp(
  `^[\\s【\\[(（<《〔"“]*(?:(?:文件)?密\\s{0,2}级\\s{0,2}[:：]?\\s{0,2})?(${level})\\s{0,2}(?:${star}?\\s{0,2}${term})?[\\s】\\])）>》〕"”。]*$`,
  'u',
);
const named = new RegExp(
  `密\\s{0,2}级\\s{0,2}[:：]\\s{0,2}[【\\[(（]?(${level})(?![\\p{Script=Han}])`,
  'u',
);
const bracketed = new RegExp(
  `[【\\[(（〔](${level}\\s{0,2}(?:${star}?\\s{0,2}${term})?)[】\\])）〕]`,
  'u',
);
const inName = new RegExp(
  `(?:^|[\\s_\\-—.·【\\[(（〔])(${level})(?:$|[\\s_\\-—.·】\\])）〕★☆]|${star})`,
  'u',
);

/**
 * 内部：机密, 类别 - 绝密: a word of the file's standing before the level, and no more after it than the
 * term. Beside English words of secrecy a level is one wherever it stands.
 */
const standing = new RegExp(
  `^[\\s【\\[(（]*(?:(?:内|內)\\s{0,4}部(?:资料|資料|文件|使用|材料)?|文件|资料|資料|材料|等级|等級|级别|級別|类别|類別|密别|涉密)` +
    `\\s{0,2}[:：,，、/／|｜·\\-—－\\s]\\s{0,2}(${level})\\s{0,2}(?:${star}?\\s{0,2}${term})?[\\s】\\])）。]*$`,
  'u',
);
/** The highest level alone: tables of statistics say `Confidential` where a figure is not published. */
const english = /^[^\p{L}\p{N}]*(TOP[\s_-]{0,3}SECRET)[^\p{L}\p{N}]*$/iu;
const besideEnglish = new RegExp(
  `(?:TOP\\s{0,3}SECRET|SECRET|CONFIDENTIAL|CLASSIFIED)[^\\p{L}\\p{N}]{0,8}(${level})(?!\\p{Script=Han})|(?<!\\p{Script=Han})(${level})[^\\p{L}\\p{N}]{0,8}(?:TOP\\s{0,3}SECRET|SECRET|CONFIDENTIAL|CLASSIFIED)(?![\\p{L}])`,
  'iu',
);

/** Lines longer than this are running text, in which only a starred mark is one. */
const longestLine = 40;

/** Returns the mark of secrecy that a text bears, as printed, or null where it bears none. */
export function classifiedMark(text: string): string | null {
  if (!mayBeMarked.test(text)) return null;
  for (const line of text.split(/[\r\n\v\f\u2028]+/)) {
    const found = markOf(line);
    if (found) return found.trim();
  }
  return null;
}

const mayBeMarked = /密|SECRET/i;

function markOf(line: string): string | null {
  if (line.includes('密')) {
    const found = starred.exec(line)?.[1] ?? named.exec(line)?.[1];
    if (found) return found;
  }
  if (line.length > longestLine || !mayBeMarked.test(line)) return null;
  const beside = besideEnglish.exec(line);
  return (
    alone.exec(line)?.[1] ??
    bracketed.exec(line)?.[1] ??
    standing.exec(line)?.[1] ??
    beside?.[1] ??
    beside?.[2] ??
    english.exec(line)?.[1] ??
    null
  );
}

/** Returns the mark of secrecy in the name of a file, or null where it has none. */
export function classifiedName(name: string): string | null {
  return inName.exec(name)?.[1]?.trim() ?? classifiedMark(name.replace(/\.\w{1,5}$/, ''));
}

/** Returns the first mark of secrecy in rows of a table, or null where there is none. */
export function findClassifiedMark(rows: readonly Pick<SheetRow, 'cells'>[]): string | null {
  for (const { cells } of rows)
    for (const cell of cells) {
      const text = typeof cell === 'object' && cell?.kind === 'formula' ? cell.cached : cell;
      const mark = typeof text === 'string' ? classifiedMark(cellText(text)) : null;
      if (mark !== null) return mark;
    }
  return null;
}
