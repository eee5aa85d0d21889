import type { OutlineNode } from './outline-node.ts';

const nameAndText =
  /^(?:[^，。；：、（）\n]{2,25}：|[^，。；：\n]{2,25}(?:工程|行动|计划|项目|专项)。)./;
const fewestLines = 2;

/**
 * Returns the nodes with those of boxes whose items have no number but stand a line each under
 * their own name: 农村公路工程：新建…. Such items have no marker; they are counted.
 */
export function withBoxLines(
  text: string,
  nodes: readonly OutlineNode[],
  to: number,
): OutlineNode[] {
  const result: OutlineNode[] = [];
  const moved: number[] = [];
  for (const [index, node] of nodes.entries()) {
    moved.push(result.length);
    result.push({ ...node, parent: node.parent < 0 ? -1 : (moved[node.parent] ?? -1) });
    if (node.level !== 'box' || nodes[index + 1]?.parent === index) continue;
    const parent = result.length - 1;
    const starts = linesOf(text, node.contentStart, nodes[index + 1]?.start ?? to);
    for (const [ordinal, start] of starts.entries())
      result.push(lineNode(parent, start, ordinal + 1));
  }
  return result;
}

function lineNode(parent: number, start: number, value: number): OutlineNode {
  return { marker: null, parent, level: 'line', value, start, contentStart: start };
}

/** The lines below a title that open with a name, up to the first that does not. */
function linesOf(text: string, titleStart: number, to: number): number[] {
  const starts: number[] = [];
  let at = text.indexOf('\n', titleStart) + 1;
  while (at > 0 && at < to && nameAndText.test(text.slice(at, at + 40))) {
    starts.push(at);
    at = text.indexOf('\n', at) + 1;
  }
  return starts.length >= fewestLines ? starts : [];
}
