import type { Indicator } from '../../domain/indicator.ts';
import type { ImportNames } from './import-context.ts';
import { splitUnit } from './indicator-names.ts';
import { labelKey } from './label.ts';

/**
 * Returns the indicator that a title names, or null. A title says more than an indicator: place, period,
 * that it is a table. Where words are left that may make another thing of it (人均…, …增加额,
 * …（可比价）) it names none: a guess would put figures into the wrong series.
 */
export function indicatorOfTitle(title: string, names: ImportNames): Indicator | null {
  const text = splitUnit(labelKey(title)).label;
  const found = names.indicatorNames.named(text);
  if (found === null) return null;
  const at = text.indexOf(found.name);
  const before = withoutPlaces(text.slice(0, at), names).replace(around, '');
  const after = text.slice(at + found.name.length).replace(around, '');
  const plain = after === '' && (before === '' || /[省市县区旗州盟场团]$/.test(before));
  return plain ? found.indicator : null;
}

/** What stands around the subject of a table and does not change it. */
const around = new RegExp(
  [
    '(?:19|20)\\d{2}(?:年(?:度|末|底)?)?|第?[一二三四1-4]季度|上半年|下半年|\\d{1,2}月份?',
    '历年|年度|年末|主要年份|各|全|分|按|的|及其?(?=$)|情况|统计表|一览表|表|统计|数据|资料',
    '合计|总计|总量|总额|国民经济和社会发展|续|快报数?|初步(?:核算|统计)?数?|[附一二三四五六七八九十]+',
    '县域|地区|州市|盟市|省区|县|市|区|旗|州|盟|省|[-—–~至()\\[\\]【】《》:.、,_\\d]',
  ].join('|'),
  'gu',
);

function withoutPlaces(text: string, names: ImportNames): string {
  const groups = names.places.register.groups.flatMap(({ name, member }) => [name.zh, member.zh]);
  let rest = groups.reduce((left, group) => left.replaceAll(labelKey(group), ''), text);
  for (;;) {
    const name = names.placeNames.nameIn(rest);
    if (name === null) return rest;
    rest = rest.replaceAll(name, '');
  }
}
