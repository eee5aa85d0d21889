import { figureText } from '../../charts/ribbon/figure-text.ts';
import type { Doubt } from '../../domain/observation.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';
import type { Messages } from '../messages/zh.ts';
import { type ShownAs, valueText } from '../statistics/cell-words.ts';
import { type Saying, withUnit } from './sheet-words.ts';

/** Returns what looks wrong about a figure, with the figures the doubt rests on. */
export function doubtText(
  doubt: Doubt,
  indicator: ShownAs,
  { language, messages }: Saying,
): string {
  const { doubts } = messages.territories;
  const { params } = doubt;
  const number = (name: string) => {
    const value = params[name];
    if (typeof value === 'number' && params.unit === indicator.unit)
      return withUnit(value, indicator, messages);
    return quantity(value, params.unit, messages);
  };
  const bare = (name: string) => {
    const value = params[name];
    if (typeof value !== 'number') return '';
    return params.unit === indicator.unit ? valueText(value, indicator) : number(name);
  };
  const since = String(params.since ?? '');
  switch (doubt.code) {
    case 'repeated':
      return doubts.repeated(since, number('value'));
    case 'exceeds-whole':
      return doubts.exceedsWhole(
        `${params[language === 'zh' ? 'partZh' : 'partEn'] ?? ''} ${quantity(params.partValue, params.partUnit, messages)}`,
        `${params[language === 'zh' ? 'wholeZh' : 'wholeEn'] ?? ''} ${quantity(params.wholeValue, params.wholeUnit, messages)}`,
      );
    case 'magnitude':
      return doubts.magnitude(number('value'), number('expected'), Number(params.power ?? 0));
    case 'against-others':
      return doubts.againstOthers(since, number('against'), number('value'), Number(params.others));
    case 'out-of-line':
      return outOfLine(doubt, { number, bare, since, messages });
    case 'source':
      return doubts.source;
  }
}

function outOfLine(
  { params }: Doubt,
  words: {
    readonly number: (name: string) => string;
    /** Without the unit, which is already said. */
    readonly bare: (name: string) => string;
    readonly since: string;
    readonly messages: Messages;
  },
): string {
  const { doubts } = words.messages.territories;
  const { number, bare, since } = words;
  if (params.shape === 'zero') return doubts.zero(number('least'));
  if (params.against === undefined) return doubts.spike(number('value'), bare('expected'));
  const start = params.shape === 'start';
  return (start ? doubts.start : doubts.step)(number('value'), since, bare('against'));
}

/** As exact as it is given; the places of a figure that is only reckoned are few enough already. */
function quantity(
  value: string | number | undefined,
  unit: string | number | undefined,
  messages: Messages,
): string {
  if (typeof value !== 'number') return '';
  const places = Math.min(4, (String(value).split('.')[1] ?? '').length);
  const text = figureText(value, places);
  const of = String(unit ?? '');
  if (of === '' || parseUnit(of) === null) return text;
  const name = messages.explorer.units[of] ?? of;
  return name === '%' ? `${text}%` : `${text} ${name}`;
}
