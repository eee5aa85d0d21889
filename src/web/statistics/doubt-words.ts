import type { Indicator } from '../../domain/indicator.ts';
import type { Doubt } from '../../domain/observation.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { valueText } from './cell-words.ts';

/** Returns the figures a doubt rests on, in words; empty where it says none. */
export function doubtDetail(
  { code, params }: Doubt,
  indicator: Indicator,
  language: Language,
  messages: Messages,
): string {
  const words = messages.explorer.doubt;
  const figure = (name: string) => {
    const value = params[name];
    return typeof value === 'number' ? valueText(value, indicator) : '';
  };
  const text = (name: string) => String(params[name] ?? '');
  switch (code) {
    case 'repeated':
      return words.repeated(text('since'));
    case 'exceeds-whole': {
      const named = (name: string) => text(`${name}${language === 'zh' ? 'Zh' : 'En'}`);
      return words.exceeds(
        `${named('part')} ${text('partValue')} ${text('partUnit')}`,
        `${named('whole')} ${text('wholeValue')} ${text('wholeUnit')}`,
      );
    }
    case 'magnitude':
      return words.magnitude(figure('expected'), text('power'));
    case 'against-others':
      return words.against(text('since'), figure('against'), figure('value'), text('others'));
    case 'out-of-line':
      return params.shape === 'zero' ? words.zero : words.outOfLine(figure('expected'));
    case 'source':
      return '';
  }
}
