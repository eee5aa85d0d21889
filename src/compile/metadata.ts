import { isoDate } from './document-date.ts';

const longestHead = 3000;

/** What the labelled lines above a document on a government site say. */
export interface Metadata {
  readonly title: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly end: number;
}

/** Returns the labelled lines that open a page of a government site: 发文机关：… 成文日期：… */
export function readMetadata(text: string): Metadata {
  let end = 0;
  const found = new Map<string, string>();
  const label =
    /^(索 ?引 ?号|主题分类|主 ?题 ?词|发文机关|发布机构|成文日期|发布日期|生成日期|公开日期|标 ?题|名 ?称|发文字号|文 ?号|有效性|来源|分类)[：:]\s*(.*)$/;
  for (let from = 0; from < Math.min(text.length, longestHead); ) {
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
