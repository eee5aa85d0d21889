const digits = '零一二三四五六七八九';

/**
 * Returns `value` as Word prints it in a list of `format` (ECMA-376 Part 1, 17.18.59 ST_NumberFormat).
 * A format not known here is printed in decimal; `none` and `bullet` print nothing.
 */
export function formatListNumber(value: number, format: string): string {
  const print = formats[format];
  return value < 0 || print === undefined ? String(value) : print(value);
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedParen: (value) => `（${value}）`,
  chineseCounting: (value) => (value < 100 ? counting(value) : positional(value)),
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: (value) => (value < 100 ? counting(value) : positional(value)),
  taiwaneseCountingThousand: counting,
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographEnclosedCircle: (value) => nth('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', value),
  ideographTraditional: (value) => nth('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => nth('子丑寅卯辰巳午未申酉戌亥', value),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
};

/** 一, 十, 十一, 二十, 一百零一 … up to 9999, past which lists do not go. */
function counting(value: number): string {
  if (value === 0 || value > 9999) return positional(value);
  let text = '';
  const places = [...String(value)].reverse();
  for (const [place, digit] of places.entries()) {
    if (digit !== '0') text = `${digits[Number(digit)]}${['', '十', '百', '千'][place]}${text}`;
    else if (text !== '' && !text.startsWith('零')) text = `零${text}`;
  }
  return text.replace(/^一十/, '十');
}

function positional(value: number): string {
  return [...String(value)].map((digit) => (digit === '0' ? '〇' : digits[Number(digit)])).join('');
}

function legal(value: number): string {
  const plain = value >= 10 && value < 20 ? `一${counting(value)}` : counting(value);
  return [...plain]
    .map((mark) => '壹贰叁肆伍陆柒捌玖拾佰仟零'['一二三四五六七八九十百千零'.indexOf(mark)])
    .join('');
}

function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return String(value);
}

function fullWidth(value: number): string {
  return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
}

function nth(marks: string, value: number): string {
  return [...marks][value - 1] ?? String(value);
}

function roman(value: number): string {
  if (value === 0 || value > 3999) return String(value);
  const numerals: readonly [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [size, numeral] of numerals) {
    for (; rest >= size; rest -= size) text += numeral;
  }
  return text;
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(value: number): string {
  if (value === 0 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}
