import type { Fill, Mark, Pattern, Role } from './scene.ts';

/** A colour for each role. */
export type Palette = Readonly<Record<Role, string>>;

/** A drawing element, for whoever draws: a string of SVG, or a component. Attributes as SVG writes them. */
export interface SvgElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgElement | string)[];
}

export const patterns: readonly Pattern[] = ['no-base', 'lost', 'absent'];

/** Returns a mark as an element. `prefix` sets the patterns of one picture apart from another's. */
export function markElement(mark: Mark, palette: Palette, prefix: string): SvgElement {
  switch (mark.kind) {
    case 'rect':
      return element('rect', {
        x: fixed(mark.x),
        y: fixed(mark.y),
        width: fixed(mark.width),
        height: fixed(mark.height),
        fill: fillOf(mark.fill, palette, prefix),
        ...(mark.stroke && { stroke: palette[mark.stroke] }),
      });
    case 'line':
      return element('line', {
        x1: fixed(mark.x1),
        y1: fixed(mark.y1),
        x2: fixed(mark.x2),
        y2: fixed(mark.y2),
        stroke: palette[mark.stroke],
        'stroke-width': mark.weight,
        ...(mark.dash && { 'stroke-dasharray': mark.dash }),
        ...(mark.opacity !== undefined && { 'stroke-opacity': mark.opacity }),
      });
    case 'path':
      return element('path', {
        d: mark.d,
        fill: mark.fill ? palette[mark.fill] : 'none',
        ...(mark.stroke && { stroke: palette[mark.stroke], 'stroke-width': mark.weight ?? 1 }),
      });
    case 'circle':
      return element('circle', {
        cx: fixed(mark.x),
        cy: fixed(mark.y),
        r: fixed(mark.radius),
        fill: palette[mark.fill],
        ...(mark.stroke && { stroke: palette[mark.stroke], 'stroke-width': 1.4 }),
      });
    case 'text':
      return textElement(mark, palette);
  }
}

/** Returns the patterns as elements: stripes and hatches that also tell apart in black and white. */
export function patternElements(palette: Palette, prefix: string): readonly SvgElement[] {
  const square = (width: number, height: number, fill: string) =>
    element('rect', { width, height, fill });
  const stroke = (d: string, colour: string, width: number) =>
    element('path', { d, stroke: colour, 'stroke-width': width });
  const slanted = { width: 4, height: 4, patternTransform: 'rotate(45)' };
  const pattern = (name: Pattern, size: Record<string, string | number>, children: SvgElement[]) =>
    element(
      'pattern',
      { id: `${prefix}-${name}`, patternUnits: 'userSpaceOnUse', ...size },
      children,
    );
  return [
    pattern('no-base', slanted, [square(4, 4, palette.gap), stroke('M0 0V4', palette.gain, 2.4)]),
    pattern('lost', { width: 3, height: 3 }, [
      square(3, 3, palette.loss),
      stroke('M0 .5H3', palette.ground, 0.8),
    ]),
    pattern('absent', slanted, [square(4, 4, palette.ground), stroke('M0 0V4', palette.miss, 1.4)]),
  ];
}

/** Returns what a fill is written as: a colour, or a reference to a pattern. */
export function fillOf(fill: Fill, palette: Palette, prefix: string): string {
  return isPattern(fill) ? `url(#${prefix}-${fill})` : palette[fill];
}

function isPattern(fill: Fill): fill is Pattern {
  return patterns.some((pattern) => pattern === fill);
}

function textElement(mark: Extract<Mark, { kind: 'text' }>, palette: Palette): SvgElement {
  const characters = [...mark.text];
  // Positions for each character stand upright in every program that reads SVG.
  const place = mark.vertical
    ? {
        x: characters.map(() => fixed(mark.x)).join(' '),
        y: characters.map((_, index) => fixed(mark.y + index * mark.size * 1.06)).join(' '),
      }
    : { x: fixed(mark.x), y: fixed(mark.y) };
  return element(
    'text',
    {
      ...place,
      'font-size': mark.size,
      fill: palette[mark.fill],
      ...(mark.anchor !== 'start' && { 'text-anchor': mark.anchor }),
      ...(mark.bold && { 'font-weight': 700 }),
      ...(mark.halo && {
        stroke: palette.ground,
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }),
    },
    [mark.text],
  );
}

function element(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (SvgElement | string)[] = [],
): SvgElement {
  return { tag, attributes, children };
}

function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
