import type { Span } from '../domain/span.ts';
import { isBodyName, isUnnamedBody } from './body-name.ts';
import { isoDate, periodOf } from './document-date.ts';
import { findIssuedBelow } from './issued-below.ts';
import { startsWithMarker } from './marker.ts';
import { type Metadata, readMetadata } from './metadata.ts';
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

/** What stands above the body: read once, whichever kind of document follows. */
interface Head {
  readonly title: string | null;
  readonly number: string | null;
  readonly addressees: readonly string[];
  readonly metadata: Metadata;
  /** The date printed under the title, if any. */
  readonly dated: string | null;
  readonly end: number;
}

/** Returns title, number, issuer, date, addressees and the span of the body of a normalised text. */
export function readFrontMatter(text: string): FrontMatter {
  const head = readHead(text);
  const subject = subjectOf(head.title);
  const bodyStart = subject ? findAnnex(text, head.end, subject) : null;
  if (bodyStart !== null) return frontOf(text, head, subject, bodyStart);
  return readOrder(text) ?? readForwarded(text, head) ?? frontOf(text, head, null, null);
}

function readHead(text: string): Head {
  const metadata = readMetadata(text);
  const number = findNumber(text, metadata.end);
  const titled = findTitle(text, number, metadata);
  const addressed = findAddressees(text, Math.max(titled.end, number?.end ?? 0, metadata.end));
  return {
    title: titled.title,
    number: number?.printed ?? metadata.number,
    addressees: addressed.names,
    metadata,
    dated: titled.date,
    end: addressed.end,
  };
}

/** A document of its own, or one that a notice issues under the title the notice gives (`bodyStart`). */
function frontOf(
  text: string,
  head: Head,
  subject: string | null,
  bodyStart: number | null,
): FrontMatter {
  const { metadata, title } = head;
  const annex = bodyStart === null ? annexLine(text, head.end) : null;
  const signature = findSignature(text, head.end, bodyStart ?? annex ?? text.length);
  const signed = bodyStart === null && annex === null && signature !== null;
  const start = skipContents(text, skipSpace(text, bodyStart ?? head.end));
  return {
    title,
    subject,
    number: head.number,
    issuer: metadata.issuer ?? signature?.issuer ?? issuerOf(title),
    issued: signature?.date ?? metadata.issued ?? head.dated,
    addressees: head.addressees,
    period: periodOf(`${title ?? ''}${subject ?? subjectOf(title) ?? ''}`),
    body: [start, Math.max(start, signed ? signature.start : closingStart(text))],
  };
}

/** 转发…意见的通知: what stands below the signature has a title of its own. */
function readForwarded(text: string, head: Head): FrontMatter | null {
  const { title } = head;
  if (!/(?:转发|批转|印发|发布)/.test(title ?? '')) return null;
  const below = findIssuedBelow(text, head.end);
  if (!below) return null;
  return {
    title,
    subject: below.title,
    number: head.number,
    issuer: issuerOf(title) ?? below.issuer,
    issued: below.issued,
    addressees: head.addressees,
    period: periodOf(`${title ?? ''}${below.title}`),
    body: [skipContents(text, below.start), closingStart(text)],
  };
}

/** 中华人民共和国国务院令 第700号: an order is numbered below its masthead and lends its number only. */
function readOrder(text: string): FrontMatter | null {
  const [masthead, order = '', number] = orderNumber.exec(text.slice(0, 200)) ?? [];
  const below = masthead === undefined ? null : findIssuedBelow(text, 0);
  if (!below) return null;
  return {
    title: below.title,
    subject: null,
    number: `${order}第${number}号`,
    issuer: order.replace(/令$/, ''),
    issued: below.issued,
    addressees: [],
    period: periodOf(below.title),
    body: [skipContents(text, below.start), closingStart(text)],
  };
}

const orderNumber = /^(?:中华人民共和国)?([\u4e00-\u9fa5]{2,14}?令)\s*第 ?(\d{1,4}) ?号/;

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
