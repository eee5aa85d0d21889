import type { Quantity } from '../domain/commitment.ts';
import type { Span } from '../domain/span.ts';

const units = [
  '平方公里|平方千米|平方米|立方米|公里|千米|海里|公顷|公斤|千瓦时|千瓦|兆瓦|吉瓦|个百分点|人次|人日|标准箱|标准煤|载重吨',
  '米|亩|吨|元|美元|人|户|个|家|处|条|座|项|种|所|张|台|套|辆|架|艘|倍|年|个月|月|周|天|日|小时|分钟|村|乡|镇|县|市|省|株|头|只|级|批|次|对|名|位|岁|周岁|间|部|集|册|门|本|场|类|件|份|栋|期|亿|万',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length)
  .join('|');
const pattern = new RegExp(
  '(不少于|不低于|不高于|不超过|不多于|超过|至少|最多|大约|高于|低于|约|近|逾)?' +
    '(\\d+(?:,\\d{3})*(?:\\.\\d+)?)' +
    '(?:\\s?[—–\\-－~～至]{1,2}\\s?(\\d+(?:\\.\\d+)?))?' +
    '(多|余|几)?' +
    `((?:万|亿|千|百)*(?:万|亿|千|百)?)(多|余)?(%|％|‰|(?:${units}))?` +
    '(以上|以下|以内|之内|左右|上下|多|余)?',
  'g',
);

/** Returns the quantities of text[start, end): Arabic numbers with a unit; years, dates and document numbers are none. */
export function findQuantities(text: string, [start, end]: Span, clause: string): Quantity[] {
  const found: Quantity[] = [];
  const words = text.slice(start, end);
  for (const match of words.matchAll(pattern)) {
    const quantity = toQuantity(words, match);
    if (quantity)
      found.push({ clause, ...quantity, start: start + quantity.start, end: start + quantity.end });
  }
  return found;
}

function toQuantity(words: string, match: RegExpMatchArray): Omit<Quantity, 'clause'> | null {
  const [whole, before, digits = '', upper, more, multiplier = '', more2, unit = '', after] = match;
  const index = match.index ?? 0;
  const printedUnit = `${multiplier}${unit}`;
  if (printedUnit === '') return null;
  if (isDate(words, index, whole, digits, printedUnit)) return null;
  if (/[A-Za-z\d.〔[（(第]/.test(words.charAt(index - 1))) return null;
  const qualifier = before ?? more ?? more2 ?? after ?? null;
  return {
    text: whole,
    start: index,
    end: index + whole.length,
    number: Number(digits.replaceAll(',', '')),
    unit: printedUnit,
    qualifier: upper ? `至${upper}` : qualifier,
  };
}

/** 2020年, 5月28日 and the like are dates; 20年以上 is a span of time. */
function isDate(
  words: string,
  index: number,
  whole: string,
  digits: string,
  unit: string,
): boolean {
  const next = words.charAt(index + whole.length);
  if (unit === '年') return /^(?:19|20)\d{2}$/.test(digits);
  if (unit === '月') return !/^(?:以|内)/.test(next);
  if (unit === '日') return true;
  return false;
}
