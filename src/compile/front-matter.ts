import type { Span } from '../domain/span.ts';
import { isBodyName, isUnnamedBody } from './body-name.ts';
import { isoDate, periodOf } from './document-date.ts';
import { findIssuedBelow, type IssuedBelow } from './issued-below.ts';
import { startsWithMarker } from './marker.ts';
import { skipSpace } from './normalise.ts';
import { closingStart, findSignature } from './signature.ts';
import { documentKinds, runOnTitle, titleEnd } from './title-words.ts';

/** What stands before and after the body of a document. */
export interface FrontMatter {
  readonly title: string | null;
  /** The title of the plan a notice issues. */
  readonly subject: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  /** ISO date. */
  readonly issued: string | null;
  readonly addressees: readonly string[];
  readonly period: { readonly start: number; readonly end: number } | null;
  readonly body: Span;
}

const numberPattern =
  /([\u4e00-\u9fa5]{1,20})[〔［[（(]((?:19|20)\d{2})[〕］\]）)] ?第? ?(\d{1,5}) ?号/g;
const headLength = 3000;

/** Returns title, number, issuer, date, addressees and the span of the body of a normalised text. */
export function readFrontMatter(text: string): FrontMatter {
  const metadata = readMetadata(text);
  const number = findNumber(text, metadata.end);
  const titled = findTitle(text, number, metadata);
  const afterHead = Math.max(titled.end, number?.end ?? 0, metadata.end);
  const addressed = findAddressees(text, afterHead);
  const subject = subjectOf(titled.title);
  const bodyStart = subject ? findAnnex(text, addressed.end, subject) : null;
  const annex = bodyStart === null ? annexLine(text, addressed.end) : null;
  const signature = findSignature(text, addressed.end, bodyStart ?? annex ?? text.length);
  const signed = bodyStart === null && annex === null && signature !== null;
  const start = skipContents(text, skipSpace(text, bodyStart ?? addressed.end));
  const order = orderNumber.exec(text.slice(0, 200));
  const issuing = order !== null || /(?:转发|批转|印发|发布)/.test(titled.title ?? '');
  const below =
    issuing && bodyStart === null ? findIssuedBelow(text, order?.index ?? addressed.end) : null;
  if (below)
    return issuedBelow(
      text,
      titled.title,
      number?.printed ?? metadata.number,
      addressed.names,
      below,
      order,
    );
  return {
    title: titled.title,
    subject: bodyStart === null ? null : subject,
    number: number?.printed ?? metadata.number,
    issuer: metadata.issuer ?? signature?.issuer ?? issuerOf(titled.title),
    issued: signature?.date ?? metadata.issued ?? titled.date,
    addressees: addressed.names,
    period: periodOf(`${titled.title ?? ''}${subject ?? ''}`),
    body: [start, Math.max(start, signed ? signature.start : closingStart(text))],
  };
}

/** 中华人民共和国国务院令 第700号: an order is numbered below its masthead. */
const orderNumber = /^(?:中华人民共和国)?([\u4e00-\u9fa5]{2,14}?令)\s*第 ?(\d{1,4}) ?号/;

/** What a notice issues below its signature is the document; an order lends its number only. */
function issuedBelow(
  text: string,
  title: string | null,
  number: string | null,
  addressees: readonly string[],
  below: IssuedBelow,
  order: RegExpExecArray | null,
): FrontMatter {
  return {
    title: order ? below.title : title,
    subject: order ? null : below.title,
    number: order ? `${order[1]}第${order[2]}号` : number,
    issuer: order ? (order[1] ?? '').replace(/令$/, '') : (issuerOf(title) ?? below.issuer),
    issued: below.issued,
    addressees: order ? [] : addressees,
    period: periodOf(`${title ?? ''}${below.title}`),
    body: [skipContents(text, below.start), closingStart(text)],
  };
}

interface Metadata {
  readonly title: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly end: number;
}

/** The labelled lines that open a page of a government site: 发文机关：… 成文日期：… */
function readMetadata(text: string): Metadata {
  let end = 0;
  const found = new Map<string, string>();
  const label =
    /^(索 ?引 ?号|主题分类|主 ?题 ?词|发文机关|发布机构|成文日期|发布日期|生成日期|公开日期|标 ?题|名 ?称|发文字号|文 ?号|有效性|来源|分类)[：:]\s*(.*)$/;
  for (let from = 0; from < Math.min(text.length, headLength); ) {
    const stop = text.indexOf('\n', from);
    const line = text.slice(from, stop < 0 ? text.length : stop);
    const match = label.exec(line.trim());
    if (match?.[1]) {
      found.set(match[1].replace(/\s/g, ''), (match[2] ?? '').trim());
      end = stop < 0 ? text.length : stop + 1;
    } else if (end > 0) break;
    if (stop < 0) break;
    from = stop + 1;
  }
  const value = (name: string) => found.get(name) || null;
  return {
    title: value('标题') ?? value('名称'),
    number: value('发文字号') ?? value('文号'),
    issuer: value('发文机关') ?? value('发布机构'),
    issued: isoDate(value('成文日期') ?? value('发布日期') ?? ''),
    end,
  };
}

interface NumberPlace {
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

/** The first document number that is not a reference in brackets or in the body. */
function findNumber(text: string, from: number): NumberPlace | null {
  const head = text.slice(from, from + headLength);
  numberPattern.lastIndex = 0;
  for (let match = numberPattern.exec(head); match; match = numberPattern.exec(head)) {
    const letters = issuingLetters(match[1] ?? '');
    const start = from + match.index + (match[1] ?? '').length - letters.length;
    const before = text.slice(Math.max(from, start - 1), start);
    if (/[（(《]/.test(before)) continue;
    if (/[。]/.test(text.slice(from, start))) return null;
    const end = from + match.index + match[0].length;
    return { printed: text.slice(start, end).replace(/ /g, ''), start, end };
  }
  return null;
}

/** 国办发 of 通知国办发: the letters of the number, without the end of a title that ran into them. */
function issuingLetters(run: string): string {
  const cut = new RegExp(`^.*(?:${documentKinds}|文号|字号)(?=[\u4e00-\u9fa5])`).exec(run);
  return cut ? run.slice(cut[0].length) : run;
}

interface TitlePlace {
  readonly title: string | null;
  readonly end: number;
  /** The date printed in brackets under a title, if any. */
  readonly date: string | null;
}

function findTitle(text: string, number: NumberPlace | null, metadata: Metadata): TitlePlace {
  const before = number ? cleanTitle(text.slice(metadata.end, number.start)) : '';
  if (number && before.length >= 4 && before.length <= 200)
    return { title: before, end: number.end, date: null };
  const from = number?.end ?? metadata.end;
  const lines = text.slice(from, from + 400).split('\n');
  const runOn = (lines[0] ?? '').length > 100 ? runOnTitle.exec(lines[0] ?? '')?.[0] : undefined;
  if (runOn && !number) return { title: runOn, ...datedBelow(text, from + runOn.length) };
  let taken = '';
  let end = from;
  for (const [index, line] of lines.entries()) {
    if (index > 5 || /[。]/.test(line) || (taken === '' && line.length > 100)) break;
    if (startsWithMarker(line) || line.endsWith('：')) break;
    end += line.length + 1;
    taken += line.trim();
    if (titleEnd.test(taken)) return { title: cleanTitle(taken), ...datedBelow(text, end) };
  }
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  if (metadata.title) return { title: metadata.title, end: from, date: null };
  const usable = first.length >= 4 && first.length <= 80 && !/[。；]/.test(first);
  if (!usable || startsWithMarker(first)) return { title: null, end: from, date: null };
  return {
    title: cleanTitle(first),
    end: from + text.slice(from).indexOf(first) + first.length,
    date: null,
  };
}

/** （2018年1月2日） on the line under a title. */
function datedBelow(text: string, from: number): { end: number; date: string | null } {
  const line = /^（[^（）\n]*日[^（）\n]*）\n?/.exec(text.slice(from, from + 60))?.[0];
  return line ? { end: from + line.length, date: isoDate(line) } : { end: from, date: null };
}

function cleanTitle(raw: string): string {
  return raw
    .replace(/^[\s\S]*?(?=(?:中共中央|国务院|中华人民共和国).{0,40}关于)/, '')
    .replace(/\n/g, '')
    .trim();
}

function findAddressees(text: string, from: number): { names: string[]; end: number } {
  const start = skipSpace(text, from);
  const ahead = text.slice(start, start + 400);
  const stop = ahead.search(/[：:]/);
  const words = ahead.slice(0, Math.max(0, stop));
  const plausible = stop > 0 && !/[。；]/.test(words) && readsAsAddressees(words);
  if (!plausible) return { names: [], end: start };
  return {
    names: words
      .replace(/\n/g, '')
      .split(/[，；]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    end: start + stop + 1,
  };
}

function readsAsAddressees(words: string): boolean {
  const names = words.replace(/\n/g, '').split(/[，、]/);
  if (names.every((name) => isBodyName(name.trim()) || isUnnamedBody(name.trim()))) return true;
  return /(?:政府|部委|部门|机构|单位|委员会|厅|局|公司|兵团|办公室)[，、（）()\u4e00-\u9fa5]*$/.test(
    words,
  );
}

/** The title a notice issues: 关于印发《X》的通知, 关于印发X的通知. */
function subjectOf(title: string | null): string | null {
  const match = /(?:印发|转发|批转|发布)(.+?)的(?:通知|函)$/.exec(title ?? '');
  return match?.[1]?.replace(/^《(.+)》$/, '$1').trim() || null;
}

/** Returns where the body of the issued document begins: after its own title, below the notice. */
function findAnnex(text: string, from: number, subject: string): number | null {
  const loose = [...subject]
    .map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s*');
  const pattern = new RegExp(`(.?)(${loose})`, 'gs');
  pattern.lastIndex = from;
  const window = text.slice(0, from + 6000);
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    const after = window.charAt(match.index + match[0].length);
    if (match[1] === '《' || after === '》' || isAttachmentNote(window, match.index + 1)) continue;
    return match.index + match[0].length;
  }
  return null;
}

/** Returns where 附件 on a line of its own begins: what stands below the signature is part of the body. */
function annexLine(text: string, from: number): number | null {
  const match = /\n附件 ?(?:\d{1,2}|[一二三四五六七八九十])?[：:]?\n/.exec(text.slice(from));
  return match ? from + match.index : null;
}

/** 附件：1.示例方案 names an annex above the signature; the annex itself comes below. */
function isAttachmentNote(text: string, at: number): boolean {
  return /附件 ?\d*[：:] ?(?:\d{1,2}[.．、] ?)?$/.test(text.slice(Math.max(0, at - 12), at));
}

function issuerOf(title: string | null): string | null {
  return /^(.{2,40}?)(?=关于|转发|批转|印发|发布)/.exec(title ?? '')?.[1]?.trim() ?? null;
}

/** A table of contents repeats the headings: the body begins where its first line comes again. */
function skipContents(text: string, from: number): number {
  const head = /^目 {0,4}录\n([^\n]+)\n/.exec(text.slice(from, from + 200));
  const line = head?.[1]?.replace(/[.…·\s]*\d*$/, '').trim();
  if (!head || !line) return from;
  const again = text.indexOf(`\n${line}`, from + head[0].length);
  return again < 0 ? from : again + 1;
}
