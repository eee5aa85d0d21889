import { decimalText } from '../domain/decimal.ts';
import { shifted } from '../domain/unit-of-measure.ts';
import { walkXml } from './xml.ts';
import { attribute } from './xml-stream.ts';

/** How a style shows a number, where that changes what it says. */
export type NumberForm = 'plain' | 'percent' | 'year' | 'month' | 'day';

/** Returns the form of each cell style, by its number, out of styles.xml. */
export function readNumberForms(xml: string): readonly NumberForm[] {
  const codes = new Map<number, string>();
  const forms: NumberForm[] = [];
  let inCells = false;
  walkXml(xml, {
    open(name, attributes) {
      const local = name.replace(/^.*:/, '');
      if (local === 'cellXfs') inCells = true;
      if (local === 'numFmt')
        codes.set(
          Number(attribute(attributes, 'numFmtId')),
          attribute(attributes, 'formatCode') ?? '',
        );
      if (local === 'xf' && inCells)
        forms.push(formOf(Number(attribute(attributes, 'numFmtId') ?? 0), codes));
    },
    close(name) {
      if (name.replace(/^.*:/, '') === 'cellXfs') inCells = false;
    },
  });
  return forms;
}

/**
 * Returns what a number shows in a form: a date as `2015-12-31`, a share of 0.453 as `45.3%`; the
 * number itself where the form is plain or the number no date.
 */
export function shownNumber(value: number, form: NumberForm, from1904: boolean): number | string {
  if (form === 'plain') return value;
  if (form === 'percent') return `${shifted(decimalText(value), 2)}%`;
  const day = value + (from1904 ? 1462 : 0);
  if (day < 1 || day > 2_958_465) return value;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.floor(day) * 86_400_000).toISOString();
  return iso.slice(0, form === 'year' ? 4 : form === 'month' ? 7 : 10);
}

/** Codes below 164 are built in; 27–36 and 50–58 are dates in Chinese versions. */
function formOf(id: number, codes: ReadonlyMap<number, string>): NumberForm {
  const code = codes.get(id);
  if (code !== undefined) return formOfCode(code);
  if (id === 9 || id === 10) return 'percent';
  if ([17, 27, 36, 50, 52, 57].includes(id)) return 'month';
  return (id >= 14 && id <= 16) || id === 22 || (id >= 28 && id <= 31) || (id >= 51 && id <= 58)
    ? 'day'
    : 'plain';
}

/** Words in quotes and colours in brackets say nothing about the number. */
function formOfCode(code: string): NumberForm {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|General/gi, '').toLowerCase();
  if (bare.includes('%')) return 'percent';
  if (!bare.includes('y')) return 'plain';
  if (bare.includes('d')) return 'day';
  return bare.includes('m') ? 'month' : 'year';
}
