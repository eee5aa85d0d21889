import type { Commitment, NamedProject, ProjectKind } from '../domain/commitment.ts';
import type { Span } from '../domain/span.ts';
import { splitOutside } from './sentence.ts';

/** Nouns that say what kind of work a list of names is. */
const typeNouns: readonly [ProjectKind, RegExp][] = [
  ['railway', /高速铁路|客运专线|城际铁路|铁路专用线|铁路|高铁/],
  ['road', /高速公路|公路|国道|省道/],
  [
    'zone',
    /自由贸易试验区|自由贸易港|自由贸易区|试验区|示范区|合作区|先行区|先导区|实验区|开发区|保税区|保税港区|新区/,
  ],
  ['airport', /机场/],
  ['waterway', /运河|航道/],
  ['channel', /通道/],
];
const nouns = typeNouns.map(([, noun]) => noun.source).join('|');
const tail = '(?:项目|工程)?(?:建设|改造|贯通)?(?:的?前期工作)?$';
/** A—B等东北沿边铁路: a list, what describes it, the noun. */
const listEnd = new RegExp(`^(.*?)等([^等—]{0,14}?)(${nouns})${tail}`);
/** A—B铁路: a name and the noun. */
const nameEnd = new RegExp(`^(.*?)(${nouns})${tail}`);
const line = /^([GSXY]\d{1,4}(?:线)?|国道\d{1,4}线?|省道\d{1,4}线?)(?:[（(][^（）()]*[）)])?/;
const dash = /[—–－]|至/;

const abbreviations =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁港澳台滇黔秦陇中朝俄巴印缅老越尼哈乌塔阿泰柬孟伊土]{2,4}$/;
/** Places as the names of lines abbreviate them: 京雄, 西成, 沪昆. Never by themselves a compass point. */
const lineAbbreviations =
  /^(?!南北|东西|中西|东中|中部)[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁港澳台雄商合杭甬温福厦深广成昆南郑西武沈大哈齐佳牡张呼银兰包太石济徐连盐长衡柳玉黄安九万达钦防昌衢丽湖常潍烟荣枣临曲日德邯赤喀丹珲敦白绥若格库阿北弥瑞宜遂毕兴铜滇黔]{2,4}$/;
const regions =
  /泛亚|亚欧|欧亚|东北亚|东南亚|中亚|南亚|西亚|大湄公河|环渤海|长三角|珠三角|粤港澳|京津冀|成渝/;
const provinces =
  /^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)/;
/** Words that only describe: a name made of them is no place. */
const generic =
  /边境|沿边|沿海|国家|国际|国内|重点|农村|区际|干线|境外|跨境|对外|内陆|战略|重大|骨干|普通|县级|通县|旅游|经济|产业|开放|科技|创新|综合|国省|乡村|周边|城市|地区|重要|主要|一批|若干|各|工程|改革|金融|服务|文化|生态|信息|物流|油气|水运|安全|交通|快速|立体/;

/**
 * Returns the railways, road segments and zones a graded promise names. A name is taken where it is
 * a route between places (A—B), an abbreviation of places (川藏, 中巴), a region, or a place that
 * shares a list with one that opens with its province.
 */
export function findProjects(commitment: Commitment, sentence: string): NamedProject[] {
  if (commitment.grade === 'none') return [];
  const found: NamedProject[] = [];
  let batch: Item[] = [];
  let route: string | null = null;
  let province: string | null = null;
  const pieces = splitOutside(commitment.text, [0, commitment.text.length], '、，；').flatMap(
    (piece) => splitAtTypes(commitment.text, piece),
  );
  for (const piece of pieces) {
    const item = readItem(commitment.text, piece, commitment, route, province);
    route = item.line ?? route;
    province = item.province ?? province;
    batch.push(item);
    if (item.type) {
      found.push(...finishBatch(batch, item.type, commitment, sentence));
      batch = [];
      route = null;
      province = null;
    }
  }
  return found;
}

/** 中吉乌铁路和中尼铁路: two names joined behind their nouns. */
function splitAtTypes(text: string, [from, to]: Span): Span[] {
  const joint = /(?<=铁路|公路|高铁|机场|试验区|示范区|合作区)(?:和|及|与)/.exec(
    text.slice(from, to),
  );
  if (!joint) return [[from, to]];
  const at = from + joint.index;
  return [[from, at], ...splitAtTypes(text, [at + joint[0].length, to])];
}

interface Item {
  readonly name: string;
  readonly start: number;
  readonly line: string | null;
  readonly route: string | null;
  readonly province: string | null;
  readonly inherited: string | null;
  readonly type: WorkType | null;
}

function readItem(
  text: string,
  [from, to]: readonly [number, number],
  commitment: Commitment,
  route: string | null,
  inherited: string | null,
): Item {
  const words = text.slice(from, to).replace(/[，；、。]$/, '');
  const type = typeOf(words);
  const head = type ? type.head : words;
  const behindVerb = from === 0 ? afterVerb(head, commitment.verb) : head;
  const lineMatch = line.exec(behindVerb);
  const name = lineMatch ? behindVerb.slice(lineMatch[0].length) : behindVerb;
  const offset = words.indexOf(
    name,
    Math.max(0, words.length - (words.length - (head.length - name.length)) - 1),
  );
  const own = provinces.exec(name)?.[0] ?? null;
  return {
    name,
    start: commitment.start + from + Math.max(0, offset),
    line: lineMatch?.[1] ?? null,
    route: lineMatch?.[1] ?? route,
    province: own,
    inherited: own ? null : inherited,
    type,
  };
}

interface WorkType {
  readonly kind: ProjectKind;
  /** What a name needs when it stands alone: 铁路, 重点开发开放试验区. */
  readonly noun: string;
  /** The words before the type. */
  readonly head: string;
}

function typeOf(words: string): WorkType | null {
  const list = listEnd.exec(words);
  const match = list ?? nameEnd.exec(words);
  const noun = (list ? list[3] : match?.[2]) ?? '';
  const kind = typeNouns.find(([, pattern]) =>
    new RegExp(`^(?:${pattern.source})$`).test(noun),
  )?.[0];
  if (!match || !kind) return null;
  const described = list && kind === 'zone' ? (list[2] ?? '') : '';
  return { kind, noun: `${described}${noun}`, head: match[1] ?? '' };
}

function afterVerb(words: string, verb: string): string {
  const first = verb.split('…')[0] ?? '';
  const at = words.indexOf(first);
  return at >= 0 && first !== '' ? words.slice(at + first.length) : words;
}

function finishBatch(
  batch: readonly Item[],
  type: WorkType,
  commitment: Commitment,
  sentence: string,
): NamedProject[] {
  const anchored = batch.some(
    (item) =>
      isProper(item.name) ||
      isNamedAs(item.name, type.kind) ||
      (type.kind === 'zone' && item.province !== null),
  );
  return batch
    .filter(
      (item) =>
        isProper(item.name) || isNamedAs(item.name, type.kind) || (anchored && isPlace(item.name)),
    )
    .map((item) => toProject(item, type, commitment, sentence));
}

function toProject(
  item: Item,
  type: WorkType,
  commitment: Commitment,
  sentence: string,
): NamedProject {
  const channel = type.kind === 'channel';
  const name = channel ? `${item.name}${type.noun}` : item.name;
  const noun = channel ? '' : type.noun;
  return {
    clause: commitment.clause,
    name,
    title: `${item.inherited ?? ''}${item.route ?? ''}${name}${noun}`,
    kind: channel ? channelKind(sentence) : type.kind,
    grade: commitment.grade,
    verb: commitment.verb,
    start: item.start,
    end: item.start + name.length,
  };
}

/** A channel is of the kind its sentence speaks of: 加强…铁路通道建设，推进川藏通道建设. */
function channelKind(sentence: string): ProjectKind {
  if (/铁路/.test(sentence)) return 'railway';
  return /公路/.test(sentence) ? 'road' : 'channel';
}

function isProper(name: string): boolean {
  const bare = name
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/(?:边境|国际|高速|沿江|沿海)$/, '');
  if (bare.length < 2 || bare.length > 40) return false;
  if (dash.test(bare)) {
    const stops = bare.split(/[—–－]+|至/);
    return (
      stops.length > 1 &&
      stops.every((stop) => stop.length >= 1 && stop.length <= 12 && !generic.test(stop))
    );
  }
  return abbreviations.test(bare) || regions.test(bare);
}

/** What names a line need not name a zone: 京雄 of a railway, 中国（海南） of a free-trade zone. */
function isNamedAs(name: string, kind: ProjectKind): boolean {
  if (kind === 'zone') return /^中国（[\u4e00-\u9fa5]{2,8}）$/.test(name);
  return (kind === 'railway' || kind === 'road') && lineAbbreviations.test(name);
}

/** A short run of Chinese characters that does not describe. */
function isPlace(name: string): boolean {
  const bare = name.replace(/[（(][^（）()]*[）)]/g, '');
  return /^[\u4e00-\u9fa5—]{2,10}$/.test(bare) && !generic.test(bare);
}
