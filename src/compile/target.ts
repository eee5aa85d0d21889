import type { Quantity, TargetKind } from '../domain/commitment.ts';
import type { Verb } from './verb.ts';

const relative =
  /(?:高于|低于|快于|不低于|优于|超过|达到或接近|接近|相当于|赶上)[^，。；]{0,12}(?:全国|全省|全区|世界|同期|上年|平均)[^，。；]{0,10}(?:水平|增速|增幅|速度|平均)/;
const saturation =
  /全部|全覆盖|覆盖所有|覆盖全|全面(?:解决|消除|覆盖|实现|完成|脱贫|落实到位)|人口实现脱贫|应保尽保|应纳尽纳|应补尽补|户户通|村村通|零就业家庭动态清零|所有[^，。；]{2,12}(?:通|覆盖|达到|纳入)|百分之百|100[%％]/;
const universal = /实现|通|覆盖|达到|纳入|完成/;
const change =
  /(?:提高|提升|增强|改善|增加|扩大|好转|健全|完善|巩固|优化|加强|强化|发展|推进|推动|加快|减少|降低|下降|缩小|拓展|深入|形成|协调|深化|升级|活跃|繁荣|密切|完备|合理|普及|改观)/;
const reaching =
  /(?:达到?|增长|提高到|提高至|提升到|提升至|降至|降低到|降到|下降到?|超过|突破|不少于|不低于|控制在|保持在|稳定在|扩大到|增加到|建成|新增|新建|改造|完成|培育|建设|打造|创建|力争|实现|形成|培训|引进|减少)[^，。；]{0,24}$/;

const conditionNouns =
  '地区|地方|乡镇|建制村|行政村|自然村|村|县市|县|市|企业|机构|农户|家庭|人员|群众|产品|项目|园区|学校|医院|单位|省份|口岸';
/** Words that make a promise hold only for those who meet them. */
const conditionPatterns = [
  new RegExp(
    `(?:对于?)?(?:具备|符合|有|满足)[^，。；、的（）]{0,6}条件的(?:[^，。；、（）]{0,8}?(?:${conditionNouns}))?`,
    'g',
  ),
  /\d+户以上(?:的)?[\u4e00-\u9fa5]{0,4}?(?:自然村|行政村|村组|村寨|村庄|村)/g,
  /一定[\u4e00-\u9fa5]{2,6}的(?:自然村|村|地区|城镇|乡镇)/g,
  /在[^，。；]{2,20}(?:前提|基础|条件)下/g,
  /工作满\d+年以上[^，。；]{0,12}的/g,
  /条件(?:成熟|允许)的?(?:地区|地方)?/g,
];

/** Returns the conditions and scopes a promise names, as printed, in order. */
export function conditionsOf(words: string): string[] {
  const found: { at: number; text: string }[] = [];
  for (const pattern of conditionPatterns)
    for (const match of words.matchAll(pattern)) {
      const overlaps = found.some(
        (other) =>
          match.index < other.at + other.text.length && other.at < match.index + match[0].length,
      );
      if (!overlaps) found.push({ at: match.index, text: match[0] });
    }
  return found.sort((a, b) => a.at - b.at).map((item) => item.text);
}

/**
 * Returns the kind of target the words of a promise set. `isState`: the promise stands among the
 * objectives, where a change of state is itself the target. Quantities count from the first word.
 */
export function targetKind(
  words: string,
  verb: Verb,
  conditions: readonly string[],
  quantities: readonly Quantity[],
  isState: boolean,
): TargetKind {
  if (relative.test(words)) return 'relative';
  if (quantities.some((quantity) => isReached(words, quantity, conditions))) return 'absolute';
  const meetable = conditions.some((condition) => !/(?:前提|基础)下$/.test(condition));
  const reachesAll = isState || saturation.test(words) || verb.printed.endsWith('纳入');
  if (meetable && reachesAll && universal.test(words)) return 'conditional';
  if (saturation.test(words)) return 'saturation';
  if (isState) return 'directional';
  return changesDirection(verb.grade === 'none' ? words : words.replace(verb.printed, ''))
    ? 'directional'
    : 'none';
}

/** A number the promise is to reach, not one that only describes whom it concerns. */
function isReached(words: string, quantity: Quantity, conditions: readonly string[]): boolean {
  const at = quantity.start;
  if (conditions.some((condition) => condition.includes(quantity.text.replace(/^[^\d]+/, ''))))
    return false;
  if (/^(?:达|不少于|不低于|超过|不超过|不高于)/.test(quantity.text)) return true;
  if (/^以[下内]|^之内/.test(words.slice(at + quantity.text.length, at + quantity.text.length + 2)))
    return false;
  if (/以下|以内/.test(quantity.qualifier ?? '')) return false;
  return reaching.test(words.slice(0, at));
}

const degreeOfChange = new RegExp(
  `(?:明显|显著|进一步|不断|更加|持续|稳步|大幅|有效|较快|普遍|总体|基本)${change.source}|^(?:提高|提升|增强|改善|扩大|增加|降低|减少|缩小)`,
);

/** 明显提高, 不断增强, 更加完善: a change with a degree, or a change as the whole promise. */
function changesDirection(words: string): boolean {
  return degreeOfChange.test(words);
}
