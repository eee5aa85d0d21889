import type { Manner } from '../domain/responsibility.ts';
import { isBodyName, isUnnamedBody, mayBeBody } from './body-name.ts';

/** A responsibility statement, read from the words between its brackets. */
export interface Statement {
  readonly agencies: readonly string[];
  readonly others: readonly string[];
  /** Null where the words say nothing of it: then 下同 of an earlier statement may. */
  readonly manner: Manner | null;
  readonly leads: readonly string[];
  readonly open: boolean;
  /** 下同: what it says of the manner holds for all later statements. */
  readonly andBelow: boolean;
  /** 排在第一位的部门为牵头部门: the first body named leads. */
  readonly firstLeads: boolean;
  /** True where a verb (负责, 牵头, 落实 …) or a label (责任单位：) says that this is a statement. */
  readonly explicit: boolean;
}

/** Longer brackets are asides, whatever they hold (in characters). */
export const longestStatement = 900;

/**
 * Returns what a bracket's words say if they are a responsibility statement, else null. Every
 * element must read as a body; one that does not (巴克图, 市、区、旗) makes the bracket an aside.
 */
export function readStatement(words: string): Statement | null {
  if (words.length < 3 || words.length > longestStatement) return null;
  const plain = words.replace(/\s+/g, '');
  if (/^(?:此件|以下|下称|简称|试行|修订|征求意见|详见|见|附|注|即|含|如|包括|不含)/.test(plain))
    return null;
  const groups = splitGroups(withoutDates(plain));
  const parts = groups.map(readGroup);
  if (parts.some((part) => part === null) && !isCarried(plain, parts)) return null;
  return combine(
    plain,
    parts.filter((part) => part !== null),
  );
}

/** Where the first words name bodies and say that they are responsible, later asides do no harm. */
function isCarried(words: string, parts: readonly (Group | null)[]): boolean {
  const first = parts[0];
  return first != null && first.names.length > 0 && first.unknown === 0 && /负责|牵头/.test(words);
}

/** Whether text[from, to) ends inside a statement whose bracket was never closed. */
export function endsInOpenStatement(text: string, from: number, to: number): boolean {
  const tail = text.slice(Math.max(from, to - longestStatement), to);
  const open = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
  if (open < 0 || /[）)]/.test(tail.slice(open))) return false;
  return readStatement(tail.slice(open + 1)) !== null;
}

interface Group {
  readonly names: readonly string[];
  readonly unnamed: readonly string[];
  /** How many of the names no rule knows as a body. */
  readonly unknown: number;
  readonly leads: boolean;
  readonly open: boolean;
}

function combine(words: string, groups: readonly Group[]): Statement | null {
  const agencies = [...new Set(groups.flatMap((group) => group.names))];
  const others = [...new Set(groups.flatMap((group) => group.unnamed))];
  if (agencies.length + others.length === 0) return null;
  const unknown = groups.reduce((sum, group) => sum + group.unknown, 0);
  if (unknown > 0 && !mayHoldUnknown(words, unknown, agencies.length + others.length)) return null;
  const firstLeads = /(?:排|列)(?:在|于)?(?:第一|首)位/.test(words);
  const leads = firstLeads
    ? agencies.slice(0, 1)
    : [...new Set(groups.filter((group) => group.leads).flatMap((group) => group.names))];
  return {
    agencies,
    others,
    manner: mannerOf(words),
    leads,
    open: groups.some((group) => group.open),
    andBelow: /下同/.test(words),
    firstLeads,
    explicit: explicitWords.test(words),
  };
}

/** Where the words say that it is a statement, half of its bodies vouch for those no rule knows. */
function mayHoldUnknown(words: string, unknown: number, all: number): boolean {
  return unknown * 2 <= all && /负责|牵头|(?:责任|牵头|配合)(?:单位|部门)[：:]/.test(words);
}

const explicitWords =
  /负责|牵头|配合|参与|参加|落实|会同|职责分工|下同|(?:责任|牵头|配合|参加|实施|主管)(?:单位|部门)/;

function mannerOf(words: string): Manner | null {
  if (/牵头|(?:排|列)(?:在|于)?(?:第一|首)位/.test(words)) return 'lead';
  if (/会同|共同/.test(words)) return 'jointly';
  if (/职责|分别负责|分工负责|各自负责|分头/.test(words)) return 'respectively';
  return null;
}

const dates = new RegExp(
  '(?:^|[，,；;。])(?:力争|原则上|按|于|在|截至|到|从)*(?:每年|\\d{4}年)?[\\d年月日底末初前至到—-]*' +
    '(?:底|末|月|年|日)?(?:前|之前|以前|起)?(?:取得[^，。；]*|完成[^，。；]*|启动[^，。；]*|实施|推进|落实|持续推进|持续实施|长期坚持|长期推进|见成效)' +
    '(?=$|[，,；;。])',
  'g',
);

function withoutDates(words: string): string {
  return words
    .replace(/(?:完成时限|时间要求|完成时间)[：:][^；;。）)]*/g, '')
    .replace(dates, '')
    .replace(/(?:^|[，,；;])\d{4}年(?:\d{1,2}月)?(?:底|末)?(?:前|以前|之前)?(?=$|[，,；;。])/g, '')
    .replace(
      /(?:力争)?\d{4}年(?:\d{1,2}月)?(?:底|末)?(?:之?前|以前)?(?:基本)?(?:完成|落实|实施)$/,
      '',
    );
}

/** Splits at commas, at labels and after the lead, outside nested brackets. */
function splitGroups(words: string): string[] {
  const marked = words
    .replace(/((?:牵头|责任|配合|参加|参与|协办|实施|主管)(?:单位|部门)[：:])/g, '；$1')
    .replace(/牵头(?!(?:单位|部门)?[：:]|部门|单位)(?:负责|实施|落实|组织)?/g, '牵头；')
    .replace(/会同/g, '；会同');
  const groups: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= marked.length; i++) {
    const char = marked.charAt(i);
    if (/[（(]/.test(char)) depth++;
    else if (/[）)]/.test(char)) depth--;
    else if (i === marked.length || (depth <= 0 && /[，,；;。]/.test(char))) {
      const group = marked.slice(from, i);
      if (group !== '') groups.push(group);
      from = i + 1;
    }
  }
  return groups;
}

const ruleWords =
  /^(?:(?:排|列)(?:在|于)?(?:第一|首)位.*|下同|以下同|(?:均)?按?(?:照)?(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实)?|分别负责|共同负责|负责|牵头|配合|参与|参加|负责落实|等|以下(?:均|各项).*|.*不再列出|(?:年内|年底前|每年|长期|持续|近期).*)$/;
/** 2020年底前教育部负责: a date with no comma behind it. */
const leadingDate =
  /^(?:力争|争取)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|初)?(?:之?前|以前|起)?(?<=[年月日底末初前起])/;
/** 负责, 配合落实: what closes a group; then what stands before it: 按职责分工, 分别, 共同. */
const closingVerb =
  /(?:负责|牵头|配合|参与|参加|落实|实施|推进|承担|协助|支持|指导|督促|督导|监督)(?:组织|实施|落实|推进)?$/;
const closingShare = /(?:按照?)?(?:各自)?职责(?:任务)?(?:分工)?(?:分别|各自)?(?:做好)?$/;
const closingManner = /(?:按照?|分工|分别|共同|各自|具体|统筹|组织|抓好|做好|协同|联合|密切)$/;
const leading =
  /^(?:(?:牵头|责任|配合|参加|参与|协办|实施|主管)(?:单位|部门)[：:]|由|会同|并|并会同|和|以及|及)/;

/** Takes the closing words off one by one, so that the time stays linear in what is taken. */
function withoutClosing(words: string): string {
  let rest = words;
  for (let closed = false; ; closed = true) {
    const next = rest.replace(closingVerb, '').replace(closingShare, '');
    const bare = closed ? next.replace(closingManner, '') : next;
    if (bare === rest) return rest;
    rest = bare;
  }
}

/** Returns the bodies of one group, or null where an element is no body. */
function readGroup(group: string): Group | null {
  const none: Group = { names: [], unnamed: [], unknown: 0, leads: false, open: false };
  if (ruleWords.test(group)) return none;
  const leads = /牵头$/.test(group) || /^牵头(?:单位|部门)[：:]/.test(group);
  let words = group.replace(leadingDate, '').replace(leading, '').replace(leading, '');
  words = withoutClosing(words);
  if (words === '' || ruleWords.test(words)) return none;
  const names: string[] = [];
  const unnamed: string[] = [];
  let unknown = 0;
  for (const element of splitElements(words)) {
    const bare = withoutBrackets(element);
    if (isUnnamedBody(element) || isUnnamedBody(bare)) unnamed.push(element);
    else if (isBodyName(bare)) names.push(bare);
    else if (mayBeBody(bare)) {
      names.push(bare);
      unknown++;
    } else return null;
  }
  const open = /等/.test(group.replace(/[（(][^（）()]*[）)]/g, ''));
  return { names, unnamed, unknown, leads, open };
}

/**
 * Splits a list of bodies at 、 outside brackets and at 和, 及, 与 where what stands before is a
 * body by itself (全国总工会和各省级人民政府, but not 工业和信息化部). 等 and 等部门 are dropped.
 */
export function splitElements(list: string): string[] {
  return protectLists(list)
    .split('、')
    .flatMap((piece) => splitJoined(piece.replaceAll('\uE000', '、')))
    .map((piece) =>
      piece.replace(/等(?:\d+|[一二三四五六七八九十]+)?个?(?:部门|单位|部委)?(?:和单位)?$/, ''),
    )
    .filter((piece) => piece !== '');
}

/** 各省、自治区、直辖市人民政府 is one element; so is anything inside nested brackets. */
function protectLists(list: string): string {
  return list
    .replace(/[（(][^（）()]*[）)]/g, (inner) => inner.replaceAll('、', '\uE000'))
    .replace(/各省、(?:自治区、)?(?:直辖市|区、市)(?:、?(?:和)?新疆生产建设兵团)?/g, (inner) =>
      inner.replaceAll('、', '\uE000'),
    )
    .replace(/各市、(?:州|县|区)(?:、(?:县|区))?/g, (inner) => inner.replaceAll('、', '\uE000'))
    .replace(/(?:省|市|县|乡)(?:、(?:省|市|县|乡))+级/g, (inner) =>
      inner.replaceAll('、', '\uE000'),
    );
}

/** A等有关部门和B: a body, what 等 stands for, and what is joined to it. */
const openList =
  /^(.+?)等((?:国务院|中央|省|市)?(?:有关|相关|各|其他)?(?:\d+|[一二三四五六七八九十]+)?个?[\u4e00-\u9fa5]{0,4}?(?:部门|单位|部委|机构|企业|银行|团体|组织|高校|院校)(?:(?:和|及)单位)?)?(?:(?:以及|和|及|与)(.+)|((?:有关|相关|各|其他|地方).+))?$/;

function splitJoined(piece: string): string[] {
  const [, named = '', meant = '', joined, following] = openList.exec(piece) ?? [];
  if (named !== '' && isBodyName(withoutBrackets(named))) {
    const rest = joined ?? following;
    const bare = /^(?:\d+|[一二三四五六七八九十]+)?个?(?:部门|单位|部委)(?:和单位)?$/.test(meant);
    return [
      ...splitJoined(named),
      ...(meant === '' || bare ? [] : [meant]),
      ...(rest === undefined ? [] : splitJoined(rest)),
    ];
  }
  for (const joint of piece.matchAll(/以及|和|及|与/g)) {
    const left = piece.slice(0, joint.index).replace(/等$/, '');
    const right = piece.slice(joint.index + joint[0].length);
    const leftBody = isBodyName(withoutBrackets(left)) || isUnnamedBody(left);
    if (leftBody && !isSharedNoun(left, right)) return [left, ...splitJoined(right)];
  }
  return [piece];
}

function withoutBrackets(name: string): string {
  return name.replace(/[（(][^（）()]*[）)]/g, '');
}

/** 有关部门和单位 is one unnamed body, not two. */
function isSharedNoun(left: string, right: string): boolean {
  return (
    isUnnamedBody(left) &&
    /^(?:单位|部门|地区|地方|企业|机构|党委|人民政府|政府)(?:$|及|和|与|以及)/.test(right)
  );
}
