import type { Grade } from '../domain/commitment.ts';
import { isBodyName, isUnnamedBody } from './body-name.ts';
import { splitElements } from './statement.ts';
import {
  carrying,
  dated,
  leadIn,
  manner,
  place,
  predicate,
  stateLeadIn,
  ungradedVerbs,
} from './verb-words.ts';

/** A verb found at the head of a segment, or within it. */
export interface Verb {
  /** As printed; … stands where words come between its parts. */
  readonly printed: string;
  readonly grade: Grade;
  /** Offset of the verb in the segment. */
  readonly at: number;
}

const lead = `^(?:${manner}){0,6}`;
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
      `${lead}(?:(?:基本|初步|全面|全部|逐步|如期|提前|按期){0,2}(?:建成(?!区)|贯通|实现|完成(?!情况|后|时)|消除|解决|打通|达到|覆盖|普及)|彻底解决|确保|修订|全部纳入)(?!率)`,
    ),
  },
  {
    grade: 'accelerate',
    pattern: new RegExp(
      `${lead}(?:全力加快|加快|加速|尽快)(?:推进|推动|建设|完善|实施|构建|建立|转变|发展|打造|培育|形成|改造|补齐|开展|健全|落实|提升)?`,
    ),
  },
  {
    grade: 'advance',
    pattern: new RegExp(`${lead}(?:推进|推动)(?:建设|实施|开展|落实|建立|完善|发展|形成)?`),
  },
  {
    grade: 'advance',
    pattern: new RegExp(
      `^(?:${manner}){0,6}${steps}(?:建设|发展|开展|实施|扩大|提高|推行|改造|承接|建立|恢复|增加|整治|治理)`,
    ),
  },
  {
    grade: 'advance',
    pattern: new RegExp(`${lead}继续(?:实施|设立|建设|开展|支持|推进|推动|推行|办好)`),
  },
];

const ungraded = new RegExp(`${lead}(?:${ungradedVerbs})`);

/**
 * Returns the verb that heads a segment, or stands right behind a date, the bodies that act or a
 * place (2023年6月底前完成…, 各部门要加强…, 在城区优先完成…); null where none does.
 */
export function leadingVerb(segment: string): Verb | null {
  const verb = headVerb(segment);
  if (verb) return verb;
  let behind = dated.exec(segment)?.[0].length ?? 0;
  behind += subjectLength(segment.slice(behind));
  behind += place.exec(segment.slice(behind))?.[0].length ?? 0;
  const later = behind > 0 ? headVerb(segment.slice(behind)) : null;
  return later && { ...later, at: later.at + behind };
}

const actors =
  /^([^，。；：]{2,60}?)(?:负责)?(?=要|应当|继续|可以|可探索|加强|加大|会同|制定|建立|组织|定期|切实)/;

/** The bodies at the head of a segment, before what they are to do. */
function subjectLength(segment: string): number {
  const match = actors.exec(segment);
  const list = match?.[1];
  if (!match || !list) return 0;
  const known = splitElements(list).every((name) => isBodyName(name) || isUnnamedBody(name));
  return known ? match[0].length : 0;
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

/** Returns the verb that carries a sentence with its object in front; null where there is none. */
export function carryingVerb(sentence: string): Verb | null {
  const match = /倾斜/.exec(sentence) ?? carrying.exec(sentence);
  if (!match) return null;
  return { printed: match[0], grade: carriedGrade(match[0]), at: match.index };
}

function carriedGrade(verb: string): Grade {
  if (verb === '探索') return 'study';
  return verb === '加快' ? 'accelerate' : 'none';
}

/** Whether a segment only leads in to the promise after it. */
export function isLeadIn(segment: string, isState: boolean): boolean {
  const rest = segment.replace(dated, '').replace(/[，；。]$/, '');
  if (rest === '') return true;
  if (isState) return stateLeadIn.test(rest);
  if ((rest.length < segment.length - 1 || place.test(rest)) && leadingVerb(segment)) return false;
  return leadIn.test(segment);
}

/** Without the particles that are no part of a verb: 并, 要, 力争. */
function bare(verb: string): string {
  return verb.replace(/^(?:并|也|还|要|应当|应|须|可以|可|同时|力争到|力争|确保到)+/, '');
}
