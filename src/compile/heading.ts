import type { OutlineNode } from './outline-node.ts';

/**
 * Words that head the first-level sections of plans and opinions. Where a text has lost its line
 * breaks they are all that tells a heading from its body.
 */
const conventional = [
  '规划背景|编制背景|发展背景|背景|发展基础|发展现状|发展环境|发展形势|面临形势|形势与挑战|现状与形势|重要意义',
  '总体要求|总体思路|总体目标|总体布局|指导思想|基本原则|发展目标|主要目标|工作目标|目标任务|行动目标',
  '主要任务|重点任务|重点工程|重大工程|重点工作|重点领域|重点项目|主要举措|主要措施|工作任务|工作措施|具体措施|行动内容',
  '政策措施|政策支持|支持政策|扶持政策|优惠政策|配套政策|政策保障',
  '组织实施|组织领导|组织保障|保障措施|保障机制|实施保障|实施机制|规划实施|监督检查|监督管理|监督评估',
  '工作要求|有关要求|工作保障|任务分工|进度安排|附则|总则|附件',
].join('|');
const conventionalHeading = new RegExp(`^(?:${conventional})(?:[和与及、](?:${conventional}))*`);

/** Longest heading, in characters, by how it ends. */
const longestLine = 50;
const longestSentence = 60;

/** Whether text[from…] reaches one of `ends` (the end of a sentence or line) within `limit` characters. */
export function looksLikeHeading(
  text: string,
  from: number,
  to: number,
  limit: number,
  ends = /[。：\n]/,
): boolean {
  const ahead = text.slice(from, Math.min(to, from + limit + 1));
  const stop = ahead.search(ends);
  return stop > 0 || (stop < 0 && from + ahead.length >= to && ahead.length > 0);
}

export interface Heading {
  readonly text: string;
  /** Where the body begins: after the heading and its closing punctuation. */
  readonly bodyStart: number;
  /** `convention` where run-on text was cut by usage, `undetermined` where that failed. */
  readonly by: 'line' | 'sentence' | 'convention' | 'none' | 'undetermined';
}

/**
 * Returns the heading of a node whose own first segment is text[node.contentStart, segmentEnd).
 * `hasChildren`: the segment is followed by a clause below it.
 */
export function readHeading(
  text: string,
  node: OutlineNode,
  segmentEnd: number,
  hasChildren: boolean,
): Heading {
  const from = node.contentStart;
  if (node.level === 'preamble') return noHeading(from);
  const segment = text.slice(from, Math.min(segmentEnd, from + longestSentence + 40));
  const whole = from + segment.length >= segmentEnd;
  const firstLine = /^[^\n]*/.exec(segment)?.[0] ?? '';
  const lineEnds = firstLine.length < segment.length || whole;
  const stop = firstLine.search(/[。：；]/);
  if (stop < 0 && lineEnds && firstLine.length <= longestLine && !endsInStatement(firstLine))
    return lineHeading(text, from, firstLine, segmentEnd, hasChildren);
  const byConvention = isSection(node) ? conventionalHeading.exec(firstLine)?.[0] : undefined;
  if (byConvention)
    return { text: byConvention, bodyStart: from + byConvention.length, by: 'convention' };
  const sentence = sentenceHeading(text, node, from, firstLine, stop, segmentEnd, hasChildren);
  if (sentence) return sentence;
  return isSection(node) ? { ...noHeading(from), by: 'undetermined' } : noHeading(from);
}

/** A line of its own is a heading, unless it is all the text its clause has and reads like a sentence. */
function lineHeading(
  text: string,
  from: number,
  line: string,
  segmentEnd: number,
  hasChildren: boolean,
): Heading {
  const bodyStart = Math.min(segmentEnd, from + line.length + 1);
  const rest = text.slice(bodyStart, Math.min(segmentEnd, bodyStart + 4)).trim();
  if (line.trim() === '') return noHeading(from);
  if (rest === '' && !hasChildren && /，/.test(line)) return noHeading(from);
  return { text: line.trim(), bodyStart, by: 'line' };
}

function sentenceHeading(
  text: string,
  node: OutlineNode,
  from: number,
  line: string,
  stop: number,
  segmentEnd: number,
  hasChildren: boolean,
): Heading | null {
  const colon = line.charAt(stop) === '：';
  if (node.level === 'article') return null;
  if (stop <= 0 || stop > (colon ? 30 : longestSentence) || line.charAt(stop) === '；') return null;
  if (colon && isSection(node)) return null;
  const heading = line.slice(0, stop);
  if (isSection(node) && bodyAndDuty.test(heading)) return null;
  const bodyStart = from + stop + 1;
  const rest = text.slice(bodyStart, Math.min(segmentEnd, bodyStart + 8)).trim();
  const onlySentence = rest === '' || /^[（(【[]/.test(rest);
  if (onlySentence && !hasChildren && (heading.length > 25 || /，/.test(heading))) return null;
  if (onlySentence && !hasChildren && rest !== '') return null;
  return { text: heading, bodyStart, by: 'sentence' };
}

/** 健全工作机制民政部要会同…: a run-on heading that took in its first sentence. */
const bodyAndDuty =
  /(?:各地区|各部门|有关部门|各单位|人民政府|[\u4e00-\u9fa5]{2}[部委局署办])(?:要|应当|会同|牵头)/;

function isSection(node: OutlineNode): boolean {
  return (
    node.level === 'first' ||
    node.level === 'part' ||
    node.level === 'chapter' ||
    node.level === 'section' ||
    node.level === 'box'
  );
}

function endsInStatement(line: string): boolean {
  return /[）)]$/.test(line) && /(?:负责|部|委|局|署|办|院|会|行)[）)]$/.test(line);
}

function noHeading(from: number): Heading {
  return { text: '', bodyStart: from, by: 'none' };
}
