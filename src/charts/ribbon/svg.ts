import { markElement, type Palette, patternElements, type SvgElement } from './element.ts';
import { textWidth } from './figure-text.ts';
import type { Mark, Scene } from './scene.ts';
import type { LegendItem } from './track.ts';

/** What a picture says of itself when it leaves the page. */
export interface PictureWords {
  readonly title: string;
  /** Under the title: what it shows, in a sentence or two, line by line. */
  readonly lede: readonly string[];
  readonly legend: readonly LegendItem[];
  /** At the foot: definitions, sources, the instant of the figures, the address. */
  readonly foot: readonly string[];
  /** Marks drawn last, such as the reading line. */
  readonly over?: readonly Mark[];
}

const margin = 32;
const sans =
  "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

/**
 * Returns the ribbon as a file of its own: SVG with literal colours, its title, legend, sources and
 * instant in the picture, no style sheet and nothing from elsewhere.
 */
export function ribbonSvg(scene: Scene, palette: Palette, words: PictureWords): string {
  const head = headMarks(words, scene.width);
  const top = margin + head.height;
  const foot = footMarks(words.foot, { y: top + scene.height + 16, width: scene.width });
  const height = top + scene.height + 16 + foot.height + margin;
  const width = scene.width + 2 * margin;
  const elements = (marks: readonly Mark[]) =>
    marks.map((mark) => written(markElement(mark, palette, 'xb'))).join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${sans}" role="img">`,
    `<title>${escaped(words.title)}</title>`,
    `<defs>${patternElements(palette, 'xb').map(written).join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    elements(head.marks),
    '</g>',
    `<g transform="translate(${margin} ${top})">`,
    elements([...scene.marks, ...(words.over ?? [])]),
    '</g>',
    `<g transform="translate(${margin} 0)">`,
    elements(foot.marks),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Returns legend marks from left to right, each with its words, and where they end. */
export function legendMarks(
  legend: readonly LegendItem[],
  at: { readonly x: number; readonly y: number },
): { readonly marks: readonly Mark[]; readonly end: number } {
  let x = at.x;
  const marks = legend.flatMap((item) => {
    const sample = sampleOf(item, x, at.y);
    const words: Mark = {
      kind: 'text',
      x: x + 17,
      y: at.y,
      text: item.words,
      size: 12,
      fill: 'ink-2',
      anchor: 'start',
    };
    x += 17 + textWidth(item.words, 12) + 22;
    return [...sample, words];
  });
  return { marks, end: x };
}

function sampleOf({ shape, fill }: LegendItem, x: number, y: number): readonly Mark[] {
  const role = fill === 'no-base' || fill === 'lost' || fill === 'absent' ? 'was' : fill;
  if (shape === 'bar') return [{ kind: 'rect', x, y: y - 11, width: 11, height: 13, fill }];
  if (shape === 'square') return [{ kind: 'rect', x: x + 2, y: y - 8, width: 7, height: 7, fill }];
  const dot = { kind: 'circle', x: x + 5.5, y: y - 4.5, radius: 3.4 } as const;
  if (shape === 'dot') return [{ ...dot, fill: role }];
  if (shape === 'ring') return [{ ...dot, fill: 'ground', stroke: role }];
  return [
    { kind: 'line', x1: x + 2, y1: y - 4.5, x2: x + 9, y2: y - 4.5, stroke: role, weight: 1.6 },
  ];
}

function headMarks(
  { title, lede, legend }: PictureWords,
  width: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const lines = lede.flatMap((line) => brokenLines(line, 14, width * 0.72));
  const text = { kind: 'text', x: 0, anchor: 'start' } as const;
  const marks: Mark[] = [
    { ...text, y: 30, text: title, size: 30, fill: 'ink', bold: true },
    ...lines.map(
      (line, index): Mark => ({ ...text, y: 60 + index * 23, text: line, size: 14, fill: 'ink-2' }),
    ),
  ];
  const y = 60 + lines.length * 23;
  const rule: Mark = { kind: 'line', x1: 0, y1: y, x2: width, y2: y, stroke: 'ink', weight: 2 };
  const key = legendMarks(legend, { x: 0, y: y + 24 });
  return { marks: [...marks, rule, ...key.marks], height: y + 44 };
}

function footMarks(
  foot: readonly string[],
  { y, width }: { readonly y: number; readonly width: number },
): { readonly marks: readonly Mark[]; readonly height: number } {
  const lines = foot.flatMap((line) => brokenLines(line, 12, width));
  const rule: Mark = { kind: 'line', x1: 0, y1: y, x2: width, y2: y, stroke: 'line', weight: 1 };
  return {
    marks: [
      rule,
      ...lines.map(
        (text, index): Mark => ({
          kind: 'text',
          x: 0,
          y: y + 22 + index * 19,
          text,
          size: 12,
          fill: 'ink-3',
          anchor: 'start',
        }),
      ),
    ],
    height: 22 + lines.length * 19,
  };
}

/** Returns a text in lines no wider than `width`; Chinese breaks anywhere but
 * before a closing mark and between a number and its measure word. */
export function brokenLines(text: string, size: number, width: number): readonly string[] {
  const pieces =
    text.match(
      /[A-Za-z0-9.,%+\-/:→]+\s?(?:\p{Script=Han}[，。；：、）”》？！％]*)?|.[，。；：、）”》？！％]*/gu,
    ) ?? [];
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last + piece, size) <= width)
      lines[lines.length - 1] = last + piece;
    else lines.push(piece.trimStart());
  }
  return lines;
}

function written({ tag, attributes, children }: SvgElement): string {
  const list = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${tag}${list}/>`;
  const inside = children.map((child) =>
    typeof child === 'string' ? escaped(child) : written(child),
  );
  return `<${tag}${list}>${inside.join('')}</${tag}>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}
