import type { Language } from './finding.ts';
import type { Doubt } from './observation.ts';
import { tenTo, withUnitName } from './unit-words.ts';

/**
 * Returns one sentence, without a full stop, that says what looks wrong about a figure and on what
 * figures that rests. Pages, exports and reports say the same. A parameter that is not there, of a
 * doubt recorded by an older version, leaves a gap in the sentence and no error.
 */
export function describeDoubt(doubt: Doubt, language: Language): string {
  const given = readers(doubt.params, language);
  return (language === 'zh' ? chinese : english)[doubt.code](given);
}

/** The parameters of a doubt, as words. */
interface Given {
  readonly text: (name: string) => string;
  readonly number: (name: string) => number;
  /** A number with its thousands apart, with the unit another parameter names. */
  readonly amount: (name: string, unit?: string) => string;
  readonly period: (name: string) => string;
}

type Sentences = Readonly<Record<Doubt['code'], (given: Given) => string>>;

const chinese: Sentences = {
  repeated: ({ amount, period }) =>
    `与${period('since')}完全相同：${amount('value')}，或为沿用上期数`,
  'exceeds-whole': ({ amount, text }) =>
    `${text('partZh')}${amount('partValue', 'partUnit')}，大于${text('wholeZh')}${amount('wholeValue', 'wholeUnit')}`,
  magnitude: ({ number, text }) => {
    const around = text('shape') === 'spike' ? '前后各期' : '相邻各期';
    const power = number('power');
    return power > 0
      ? `约为${around}的${tenTo(power)}倍，计量单位或小数点或有误`
      : `约为${around}的${fractionZh(-power)}，计量单位或小数点或有误`;
  },
  'out-of-line': (given) => outOfLineZh(given),
  'against-others': ({ amount, period, number }) =>
    `由${period('since')}的${amount('against')}变为${amount('value')}，而本地同类${number('others')}项指标同期好转`,
  source: ({ text }) => `来源自注：${text('words')}`,
};

function outOfLineZh({ amount, number, text, period }: Given): string {
  const percent = number('percent');
  const points = number('points');
  switch (text('shape')) {
    case 'zero':
      return `为零，而其余各期均不少于${amount('least')}，或为缺报`;
    case 'step':
      if (points)
        return `比${period('since')}${points > 0 ? '高' : '低'}出本地走势${plain(points)}个百分点`;
      return `比${period('since')}${percent > 100 ? '增长' : '下降'}${change(percent)}%，超出本地历期走势`;
    case 'start':
      if (points) return `与${period('since')}以后各期不相衔接`;
      return `${timesZh(percent, period('since'))}，与其后各期不相衔接`;
    default:
      if (points) return `${points > 0 ? '高' : '低'}于前后各期连线${plain(points)}个百分点`;
      return timesZh(percent, `前后各期推算值（${amount('expected')}）`);
  }
}

function timesZh(percent: number, base: string): string {
  if (percent < 100) return `只有${base}的${whole(percent)}%`;
  return percent < 200 ? `为${base}的${whole(percent)}%` : `为${base}的${tenth(percent / 100)}倍`;
}

const english: Sentences = {
  repeated: ({ amount, period }) =>
    `the same as in ${period('since')} to the last digit: ${amount('value')}; perhaps carried over`,
  'exceeds-whole': ({ amount, text }) =>
    `${text('partEn')} ${amount('partValue', 'partUnit')} exceeds ${text('wholeEn')} ${amount('wholeValue', 'wholeUnit')}`,
  magnitude: ({ number, text }) => {
    const around = text('shape') === 'spike' ? 'the periods around it' : 'the periods beside it';
    const power = number('power');
    return power > 0
      ? `about ${tenTo(power)} times ${around}: the unit or the decimal point may have slipped`
      : `about 1/${tenTo(-power)} of ${around}: the unit or the decimal point may have slipped`;
  },
  'out-of-line': (given) => outOfLineEn(given),
  'against-others': ({ amount, period, number }) =>
    `from ${amount('against')} in ${period('since')} to ${amount('value')}, while ${number('others')} like indicators of the place improved`,
  source: ({ text }) => `the source says: ${text('words')}`,
};

function outOfLineEn({ amount, number, text, period }: Given): string {
  const percent = number('percent');
  const points = number('points');
  switch (text('shape')) {
    case 'zero':
      return `zero, while every other period has at least ${amount('least')}; perhaps not reported`;
    case 'step':
      if (points)
        return `${plain(points)} points ${points > 0 ? 'above' : 'below'} where the place was heading since ${period('since')}`;
      return `${percent > 100 ? 'up' : 'down'} ${change(percent)}% on ${period('since')}, beyond the usual course of the place`;
    case 'start':
      if (points) return `does not join up with the periods from ${period('since')}`;
      return `${timesEn(percent, period('since'))}, and does not join up with the periods after it`;
    default:
      if (points)
        return `${plain(points)} points ${points > 0 ? 'above' : 'below'} the line through the periods around it`;
      return timesEn(percent, `the ${amount('expected')} the periods around it suggest`);
  }
}

function timesEn(percent: number, base: string): string {
  if (percent < 100) return `only ${whole(percent)}% of ${base}`;
  return percent < 200 ? `${whole(percent)}% of ${base}` : `${tenth(percent / 100)} times ${base}`;
}

function readers(params: Doubt['params'], language: Language): Given {
  const text = (name: string) => String(params[name] ?? '');
  const number = (name: string) => Number(params[name] ?? 0);
  return {
    text,
    number,
    amount: (name, unit = 'unit') => withUnitName(grouped(number(name)), text(unit), language),
    period: (name) => (language === 'zh' ? periodZh(text(name)) : text(name)),
  };
}

function periodZh(period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return `${year}年`;
  if (part.startsWith('Q')) return `${year}年第${'一二三四'[Number(part.slice(1)) - 1] ?? ''}季度`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  return `${year}年${Number(part)}月`;
}

function grouped(value: number): string {
  const [digits = '', fraction] = String(value).split('.');
  const apart = digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

function fractionZh(power: number): string {
  return power === 1 ? '十分之一' : power === 2 ? '百分之一' : `${tenTo(power)}分之一`;
}

function change(percent: number): string {
  return whole(Math.abs(percent - 100));
}

function whole(value: number): string {
  return value < 10 ? tenth(value) : String(Math.round(value));
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function plain(points: number): string {
  return tenth(Math.abs(points));
}
