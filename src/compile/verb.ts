import type { Grade } from '../domain/commitment.ts';

/** A verb found at the head of a segment, or within it. */
export interface Verb {
  /** As printed; … stands where words come between its parts. */
  readonly printed: string;
  readonly grade: Grade;
  /** Offset of the verb in the segment. */
  readonly at: number;
}

const manner =
  '(?:进一步|切实|着力|全面|强力|大力|积极稳妥|积极|继续|深入|扎实|统筹|因地制宜|科学|优先|重点|努力|分期分批|有序|稳步|逐步|稳妥|加强统筹|持续|坚决|坚定不移|精准|全力|尽快|适时|适度|合理|充分|有效|严格|规范|科学有序|有计划|分步|先行|共同|通力|不断|普遍|主动|同步|配套|依法|鼓励和|基本|初步|优先|就近|同时|并|也|还|要|应|应当|须|可以|可|努力|力争|确保到|力争到)';
const lead = `^(?:${manner})*`;
/** Adverbs that by themselves make a step of a stage: 有序发展, 稳步建设. */
const steps = '(?:科学有序|积极有序|积极稳妥|有序|稳步|逐步|稳妥)';

interface Rule {
  readonly grade: Grade;
  readonly pattern: RegExp;
  /** The second part of a verb that has words between: 推进…前期工作. */
  readonly gap?: RegExp;
}

/** First match wins; order matters. The grades' order is this product's own. */
const rules: readonly Rule[] = [
  {
    grade: 'preparatory',
    pattern: new RegExp(`${lead}(?:推进|推动|开展|做好|加快|加快推进|启动|完成)`),
    gap: /前期工作|前期研究|前期论证|可行性研究/,
  },
  {
    grade: 'study',
    pattern: new RegExp(
      `${lead}(?:研究(?!部署|确定|解决|出口|院|所|中心|机构|试验)(?:建设|建立|设立|推进|推动|提高|制定|完善|开展|出台|探索|论证|谋划|编制|扩大|调整|支持)?|探索(?:建立|建设|发展|打造|开展|实行|推行|拓宽|拓展|推广|实施|形成|设立|开发)?|论证)`,
    ),
  },
  {
    grade: 'plan',
    pattern: new RegExp(
      `${lead}(?:规划建设|规划布局|规划新建|规划实施|谋划(?:建设|实施|推进|布局)?)`,
    ),
  },
  {
    grade: 'complete',
    pattern: new RegExp(
      `${lead}(?:(?:基本|初步|全面|全部|逐步|如期|提前|按期)*(?:建成|贯通|实现|完成|消除|解决|打通|达到|覆盖|普及)|彻底解决|确保|修订|全部纳入)(?!率)`,
    ),
  },
  {
    grade: 'accelerate',
    pattern: new RegExp(
      `${lead}(?:全力加快|加快|加速|尽快)(?:推进|推动|建设|完善|实施|构建|建立|转变|发展|打造|培育|形成|改造|补齐|开展|健全|落实|提升|同)?`,
    ),
  },
  {
    grade: 'advance',
    pattern: new RegExp(`${lead}(?:推进|推动)(?:建设|实施|开展|落实|建立|完善|发展|形成)?`),
  },
  {
    grade: 'advance',
    pattern: new RegExp(
      `^(?:${manner})*${steps}(?:建设|发展|开展|实施|扩大|提高|推行|改造|承接|建立|恢复|增加|整治|治理)`,
    ),
  },
  {
    grade: 'advance',
    pattern: new RegExp(`${lead}继续(?:实施|建设|开展|支持|推进|推动|推行|办好)`),
  },
];

const ungraded = new RegExp(
  `${lead}(?:加强|完善|健全|支持|鼓励|引导|加大|提高|提升|改善|优化|扩大|落实|强化|深化|发展|培育|打造|建设|开展|实施|建立|保障|保护|给予|安排|培养|推广|促进|拓展|拓宽|创新|制定|出台|构建|推行|整合|扶持|帮助|选派|选择|改造|改革|执行|整治|治理|引进|依托|利用|允许|降低|减少|增加|防范|严防|严厉打击|打击|严守|划定|增强|巩固|维护|组织|设立|创建|命名|表彰|借鉴|放宽|简化|延伸|形成|突出|发挥|协调|协助|支撑|争取|坚持|贯彻|配备|配置|部署|集中|纳入|牢固树立|培训|调剂|实行|允许|扭转|遏制|控制|筑牢|守住|兜住|兜牢|补齐|补短|布局|办好|做好|做大做强|做强|建好|抓好|用好|管好|搞好|壮大|激发|激活|挖掘|盘活|传承|弘扬|宣传|传播|普及|深度融入|融入|参与|衔接|对接|统一|规范|清理|取消|减免|免除|补助|补贴|奖励|资助|救助|供养|安置|吸引|吸纳|承接|引入|配合|监督|考核|评估|指导|督促|牵头|建好|设置|调整|稳定|提供|结合|推出|搭建|开发|开放|开辟|开通|新建|改建|扩建|升级|更新|修复|恢复|养护|封育|退耕|绿化|净化|美化|防治|监测|预警|预防|应对|处置|化解|调解)`,
);

/** Verbs that complete a segment whose subject comes first: 电网覆盖全部边境县, 贫困县全部摘帽. */
const predicate =
  /全部(?:纳入|脱贫|摘帽|完成|消除|建成|退出|达标|覆盖|通|解决)|全覆盖|覆盖全部|实现脱贫|实现|基本建成|建成|全面解决|基本解决|基本得到满足|达到(?:或接近)?|高于|低于|不低于|不高于|超过|贯通|全程全部资助|户户通/;

/** Segments that only lead in: conditions, means, grounds. */
const leadIn =
  /^(?:以(?!奖|工)|按|根据|依据|依照|围绕|针对|对(?!接|口|外)|在|通过|结合|依托|依靠|立足|借助|利用|为(?!主)|从|将(?!.*(?:纳入|转为|作为|打造|培育|建设))|由|自(?=\d|.{2,20}起)|遵循|本着|充分考虑|综合考虑|统筹考虑|考虑到|凭借|适应|面向|鉴于|经(?=.{0,12}(?:同意|批准|评估|评定))|随着|除|凡|如(?!期)|与(?=.*(?:方面|相结合))|到\d{4}年|\d{4}年|力争到\d{4}年|现行标准下)/;
/** Among objectives a segment is a state unless it clearly leads in. */
const stateLeadIn = /^(?:到\d{4}年|力争|按照|围绕|通过|以[^，]*为)/;
/** 在边境地区优先完成…: a place, then the verb. */
const place =
  /^在[^，；]{1,22}?(?:地区|省区|县|市|村|镇|节点|区域|领域|方面|一线|口岸|园区|中|内|前提下|基础上)(?=.)/;

/** Returns the verb that heads a segment, or stands right behind a place; null where neither does. */
export function leadingVerb(segment: string): Verb | null {
  const behind = place.exec(segment)?.[0].length ?? 0;
  const verb = headVerb(segment) ?? (behind > 0 ? headVerb(segment.slice(behind)) : null);
  return verb && behind > 0 && headVerb(segment) === null
    ? { ...verb, at: verb.at + behind }
    : verb;
}

function headVerb(segment: string): Verb | null {
  for (const rule of rules) {
    const match = rule.pattern.exec(segment);
    if (!match) continue;
    if (!rule.gap)
      return {
        printed: bare(match[0]),
        grade: rule.grade,
        at: match[0].length - bare(match[0]).length,
      };
    const rest = rule.gap.exec(segment.slice(match[0].length));
    if (rest)
      return {
        printed: `${bare(match[0])}…${rest[0]}`,
        grade: rule.grade,
        at: match[0].length - bare(match[0]).length,
      };
  }
  const match = ungraded.exec(segment);
  return match
    ? { printed: bare(match[0]), grade: 'none', at: match[0].length - bare(match[0]).length }
    : null;
}

/** Returns the verb that completes a segment with its subject in front; null where there is none. */
export function predicateVerb(segment: string): Verb | null {
  const match = predicate.exec(segment);
  return match ? { printed: match[0], grade: 'complete', at: match.index } : null;
}

/** Whether a segment only leads in to the promise after it. */
export function isLeadIn(segment: string, isState: boolean): boolean {
  if (isState) return stateLeadIn.test(segment);
  return leadIn.test(segment) && !(place.test(segment) && leadingVerb(segment) !== null);
}

/** Without the particles that are no part of a verb: 并, 要, 力争. */
function bare(verb: string): string {
  return verb.replace(/^(?:并|也|还|要|应当|应|须|可以|可|同时|力争到|力争|确保到)+/, '');
}
