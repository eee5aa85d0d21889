/** What government sites and forms print above a document: 发文机关：…, 成文日期：… */
const labels =
  '索引号|主题分类|主题词|发文机关|发文单位|发布机构|制发机关|成文日期|发文日期|发布日期|生成日期|公开日期|标题|名称|发文字号|文号|有效性|来源|分类';
const spacing = /[\s\u3000]+/g;
const labelLine = new RegExp(`^(?:${labels})[：:]$`);
const pairLine = new RegExp(`^(${labels})[：:](.+)$`);
/** 标　　题： is spaced out for layout; the widest label is four characters. */
const spacedLabel = /^([\p{Script=Han}\s\u3000]{2,10})([：:])\s*/u;

/** Returns whether `line` is a label with its value. */
export function isMetadataLine(line: string): boolean {
  return pairLine.test(line);
}

/**
 * Returns `lines` with each metadata label set tight (标　　题： → 标题：) and on one line with its value,
 * which tables and lists print in a cell of its own.
 */
export function joinMetadata(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines.map(tighten)) {
    const label = joined.at(-1) ?? '';
    if (labelLine.test(label) && !startsWithLabel(line)) joined[joined.length - 1] = label + line;
    else joined.push(line);
  }
  return joined;
}

function tighten(line: string): string {
  const match = spacedLabel.exec(line);
  if (match === null) return line;
  const label = `${match[1]?.replace(spacing, '')}${match[2]}`;
  return labelLine.test(label) ? label + line.slice(match[0].length) : line;
}

function startsWithLabel(line: string): boolean {
  return labelLine.test(line) || pairLine.test(line);
}
