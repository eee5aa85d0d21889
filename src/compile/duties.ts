import type { Duty } from '../domain/responsibility.ts';
import type { Span } from '../domain/span.ts';
import { isBodyName, isUnnamedBody } from './body-name.ts';
import { segmentsOf, sentencesOf, withoutStop } from './sentence.ts';
import { splitElements } from './statement.ts';

/** Words that follow the body an obligation is laid on. */
const trigger =
  /应当|配合|按职责|应(?!急|用|对|届|保|纳)|要(?!素|点|求)|须|必须|需(?!要|求)|负责|具体负责|牵头|继续|根据|按照|切实|作为|统筹|会同|加强|加大|制定|建立|指导|组织|落实|抓紧|定期|通过|研究|将(?!来)|充分|结合/g;
const longestActors = 90;

/**
 * Returns the duties running text lays on bodies: 国家民委、财政部要加强监督检查; 由国土资源部直接安排;
 * 充分发挥协调小组作用，统筹协调…. A sentence that goes on with 要 keeps the actors of the one before.
 */
export function findDuties(text: string, spans: readonly Span[], clause: string): Duty[] {
  const duties: Duty[] = [];
  for (const span of spans) {
    let actors: readonly string[] = [];
    for (const sentence of sentencesOf(text, span)) {
      const found = dutiesOfSentence(text, sentence, clause);
      const goesOn = found.length === 0 && actors.length > 0 && /^要/.test(text.slice(...sentence));
      if (goesOn) found.push(dutyOf(text, clause, actors, sentence[0], sentence));
      for (const duty of found) duties.push(duty);
      actors = found.at(-1)?.actors ?? [];
      if (text.slice(...sentence).endsWith('\n')) actors = [];
    }
  }
  return duties;
}

function dutiesOfSentence(text: string, sentence: Span, clause: string): Duty[] {
  const heads: { at: number; actionAt: number; actors: string[] }[] = [];
  for (const [start] of segmentsOf(text, sentence)) {
    const words = text.slice(start, Math.min(sentence[1], start + longestActors));
    const active = activeActors(words) ?? committeeActors(words);
    if (active) heads.push({ at: start, actionAt: start + active.actionAt, actors: active.actors });
    else {
      const passive = passiveActors(words);
      if (passive && heads.length === 0)
        heads.push({ at: start, actionAt: start + passive.actionAt, actors: passive.actors });
    }
  }
  return heads.map((head, index) =>
    dutyOf(text, clause, head.actors, head.actionAt, [
      head.at,
      heads[index + 1]?.at ?? sentence[1],
    ]),
  );
}

function dutyOf(
  text: string,
  clause: string,
  actors: readonly string[],
  actionAt: number,
  [start, end]: Span,
): Duty {
  const [, stop] = withoutStop(text, [start, end]);
  return { clause, actors: [...actors], action: text.slice(actionAt, stop), start, end: stop };
}

interface Actors {
  readonly actors: string[];
  /** Offset of the first word after the actors. */
  readonly actionAt: number;
}

/** Bodies at the head of the words, up to a word of obligation. */
function activeActors(words: string): Actors | null {
  trigger.lastIndex = 0;
  for (let match = trigger.exec(words); match; match = trigger.exec(words)) {
    if (match.index < 2) continue;
    const actors = asActors(
      words.slice(0, match.index).replace(/(?:具体|共同|分别|可|进一步)$/, ''),
    );
    if (actors) return { actors, actionAt: match.index };
  }
  const comma = /^([^，。；]{2,40})，(?=加大|加强|要|应)/.exec(words);
  const actors = comma?.[1] ? asActors(comma[1]) : null;
  return actors ? { actors, actionAt: comma?.[0].length ?? 0 } : null;
}

/** 由国土资源部直接安排. */
function passiveActors(words: string): Actors | null {
  const match = /由([^，。；由]{2,24}?)(?=直接|负责|统筹|统一|组织|牵头|安排|会同)/.exec(
    words.split(/[，。；]/)[0] ?? '',
  );
  const actors = match?.[1] ? asActors(match[1]) : null;
  return actors ? { actors, actionAt: 0 } : null;
}

/** 充分发挥…协调小组作用. */
function committeeActors(words: string): Actors | null {
  const match =
    /^(?:充分)?发挥([^，。；]{2,30}?(?:小组|联席会议|委员会|指挥部|办公室))(?:的)?(?:统筹协调|协调|牵头)?作用，/.exec(
      words,
    );
  return match?.[1] ? { actors: [match[1]], actionAt: match[0].length } : null;
}

/** Returns the bodies of a list, or null where one of its elements is none. */
function asActors(list: string): string[] | null {
  if (
    /[，。；：“”]|^(?:会同|配合|联合|协同|商|由|向|对|与|在|使|让|支持|鼓励|引导|指导)/.test(list)
  )
    return null;
  const elements = splitElements(list.replace(/等$/, '等'));
  if (elements.length === 0) return null;
  const known = elements.every((element) => isBodyName(element) || isUnnamedBody(element));
  return known ? [...new Set(elements)] : null;
}
