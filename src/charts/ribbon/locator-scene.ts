import { type Columns, centreOf, drawn, layColumns, leftOf } from './columns.ts';
import { textWidth } from './figure-text.ts';
import { provinceRuns } from './provinces.ts';
import type { Mark, Scene } from './scene.ts';
import type { RibbonPlace } from './track.ts';

/** What the small ribbon needs to know of a place. */
export type LocatorPlace = Pick<RibbonPlace, 'id' | 'province'>;

/**
 * Returns the ribbon as a small strip that says where a place lies: its column dark among pale ones,
 * its province named in bold, a label above. Without values every column is as tall as the next; a
 * place without a value has a low tick.
 */
export function locatorScene(
  places: readonly LocatorPlace[],
  options: {
    readonly width: number;
    readonly current: number;
    /** Above the column: 第 133 位 那坡. */
    readonly label: string;
    /** One a place, in any unit; the scale begins at zero. */
    readonly values?: readonly (number | null)[] | undefined;
    /** A stretch to be framed: from a place up to but without another. */
    readonly window?: { readonly from: number; readonly to: number } | undefined;
    /** What a full column stands for; the largest value where left out. */
    readonly ceiling?: number | undefined;
  },
): Scene {
  const { width, current, label, values } = options;
  const columns = layColumns(
    places.map(({ province }) => province),
    { from: 0, to: places.length, start: 0, end: width, space: 3 },
  );
  const top = label === '' ? 2 : 18;
  const bottom = top + 30;
  const ceiling = options.ceiling ?? Math.max(1e-9, ...(values ?? []).map((value) => value ?? 0));
  const tall = (place: number) => {
    const value = values === undefined ? ceiling : values[place];
    if (value === null || value === undefined) return 2;
    return Math.max(2, Math.min(1, value / ceiling) * (bottom - top));
  };
  const marks: readonly Mark[] = [
    ...drawn(columns).map(
      (place): Mark => ({
        kind: 'rect',
        x: leftOf(columns, place),
        y: bottom - tall(place),
        width: columns.bar,
        height: tall(place),
        fill: place === current ? 'was' : values?.[place] === null ? 'miss' : 'q2',
        place,
        part: 'level',
      }),
    ),
    ...provinceRow(places, { columns, current, y: bottom }),
    ...frame(columns, { top, bottom, window: options.window }),
    ...pointer({ x: centreOf(columns, current), top, width, label }),
  ];
  return {
    upright: false,
    width,
    height: bottom + 20,
    columns,
    plots: [{ track: 'locator', from: top, to: bottom }],
    reading: { from: top, to: bottom },
    marks,
  };
}

/** Four lines around the stretch that is shown elsewhere. */
function frame(
  columns: Columns,
  at: {
    readonly top: number;
    readonly bottom: number;
    readonly window: { readonly from: number; readonly to: number } | undefined;
  },
): readonly Mark[] {
  const { top, bottom, window } = at;
  if (!window) return [];
  const left = leftOf(columns, window.from) - 1;
  const right = leftOf(columns, window.to - 1) + columns.bar + 1;
  const d = `M${left} ${top - 1}H${right}V${bottom + 1}H${left}Z`;
  return [{ kind: 'path', d, stroke: 'seal', weight: 1.5, part: 'window' }];
}

function provinceRow(
  places: readonly LocatorPlace[],
  at: {
    readonly columns: Columns;
    readonly current: number;
    readonly y: number;
  },
): readonly Mark[] {
  const { columns, current, y } = at;
  return provinceRuns(places).flatMap(({ province, from, to }) => {
    const left = leftOf(columns, from);
    const right = leftOf(columns, to - 1) + columns.bar;
    const here = current >= from && current < to;
    const line = { kind: 'line', x1: left, x2: right, y1: y + 3, y2: y + 3 } as const;
    const bar: Mark = { ...line, stroke: here ? 'ink' : 'line-2', weight: here ? 2 : 1 };
    if (textWidth(province, 11) > right - left + 6 && !here) return [bar];
    const half = textWidth(province, 11) / 2;
    const x = Math.max(half, Math.min(columns.end - half, (left + right) / 2));
    const look = { size: 11, fill: here ? 'ink' : 'ink-3', anchor: 'middle', bold: here } as const;
    return [bar, { kind: 'text', x, y: y + 17, text: province, ...look, part: 'province' }];
  });
}

/** The label stands on the side where there is room. */
function pointer(at: {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly label: string;
}): readonly Mark[] {
  const { x, top, width, label } = at;
  if (label === '') return [];
  const leftwards = x > width / 2;
  const edge = x + (leftwards ? -6 : 6);
  return [
    { kind: 'path', d: `M${edge} ${top - 10}H${x}V${top - 2}`, stroke: 'was', weight: 1 },
    {
      kind: 'text',
      x: edge + (leftwards ? -3 : 3),
      y: top - 6,
      text: label,
      size: 12,
      fill: 'was',
      anchor: leftwards ? 'end' : 'start',
      bold: true,
      part: 'label',
    },
  ];
}
