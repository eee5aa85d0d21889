import { type Columns, centreOf, drawn, stackColumns } from './columns.ts';
import { changeOf } from './diverging.ts';
import { drawTrack } from './draw-track.ts';
import type { Tick } from './drawing.ts';
import { changeText, figureText, textWidth } from './figure-text.ts';
import { isDoubtful } from './findings.ts';
import { provinceRuns } from './provinces.ts';
import type { Mark, Plot, Scene } from './scene.ts';
import { endsOf, type RibbonPlace, type RibbonTrack, type RibbonWords } from './track.ts';

const row = 22;
const header = 46;
/** From a province's name to its first row: the line, and the axis. */
const heading = 22;
const nameWidth = 76;

/**
 * Returns the ribbon for a narrow window: it stands upright, a row a place, provinces as headings with
 * their neighbours, the first track as a strip with its last figure at the end of the row.
 */
export function uprightScene(
  places: readonly RibbonPlace[],
  tracks: readonly RibbonTrack[],
  options: {
    readonly width: number;
    readonly words: RibbonWords;
    readonly window?: { readonly from: number; readonly to: number } | undefined;
  },
): Scene {
  const { width, words, window = { from: 0, to: places.length } } = options;
  const columns = stackColumns(
    places.map(({ province }) => province),
    { ...window, start: header, step: row, space: header + 6 },
  );
  const [track] = tracks;
  const strip = { from: nameWidth, to: width - 62 };
  const plots: Plot[] = track ? [{ track: track.id, ...strip }] : [];
  return {
    upright: true,
    width,
    height: Math.ceil(columns.end + 8),
    columns,
    plots,
    reading: { from: 0, to: width },
    marks: [
      ...headingMarks(places, columns, { width, words }),
      ...placeMarks(places, columns),
      ...(track ? stripMarks(track, columns, { ...strip, words }) : []),
      ...(track ? valueMarks(track, columns, width) : []),
      ...(track ? doubtMarks(track, columns, { at: strip.to, words }) : []),
    ],
  };
}

/** Returns the reading line of the upright ribbon: under the row of a place. */
export function uprightReading(scene: Scene, place: number): readonly Mark[] {
  const { columns, width } = scene;
  if (place < columns.from || place >= columns.to) return [];
  const y = centreOf(columns, place);
  const under = y + columns.bar / 2 + 0.5;
  return [
    {
      kind: 'line',
      x1: 0,
      y1: under,
      x2: width,
      y2: under,
      stroke: 'seal',
      weight: 1.5,
      part: 'reading',
    },
    { kind: 'path', d: `M0 ${y - 5}L6 ${y}L0 ${y + 5}Z`, fill: 'seal', part: 'reading' },
  ];
}

function headingMarks(
  places: readonly RibbonPlace[],
  columns: Columns,
  { width, words }: { readonly width: number; readonly words: RibbonWords },
): readonly Mark[] {
  return provinceRuns(places)
    .filter(({ from, to }) => to > columns.from && from < columns.to)
    .flatMap(({ province, from, to }) => {
      const first = Math.max(from, columns.from);
      const y = (columns.left[first - columns.from] ?? 0) - heading;
      const neighbours = [...new Set(places.slice(from, to).flatMap((place) => place.neighbours))];
      const text = { kind: 'text', y } as const;
      const start = textWidth(province, 14) + 8;
      const count = words.places(to - from);
      return [
        {
          ...text,
          x: 0,
          text: province,
          size: 14,
          fill: 'ink',
          anchor: 'start',
          bold: true,
          part: 'province',
        },
        { ...text, x: start, text: count, size: 12, fill: 'ink-3', anchor: 'start' },
        {
          ...text,
          x: width,
          text: shortened(neighbours, width - start - 50),
          size: 12,
          fill: 'ink-3',
          anchor: 'end',
          part: 'neighbour',
        },
        { kind: 'line', x1: 0, y1: y + 6, x2: width, y2: y + 6, stroke: 'ink', weight: 1 },
      ] satisfies Mark[];
    });
}

/** As many names as there is room for. */
function shortened(names: readonly string[], width: number): string {
  const all = names.join('·');
  if (textWidth(all, 12) <= width || names.length < 2) return all;
  const fewer = names.slice(0, -1).join('·');
  return textWidth(`${fewer}…`, 12) <= width ? `${fewer}…` : shortened(names.slice(0, -1), width);
}

function placeMarks(places: readonly RibbonPlace[], columns: Columns): readonly Mark[] {
  return places.slice(columns.from, columns.to).map(({ shortName, certain }, index) => ({
    kind: 'text',
    x: 10,
    y: centreOf(columns, columns.from + index) + 4.5,
    text: `${shortName}${certain ? '' : '*'}`,
    size: 13,
    fill: certain ? 'ink' : 'ink-3',
    anchor: 'start',
    place: columns.from + index,
    part: 'name',
  }));
}

/** The track drawn as if lengthwise, then turned: up becomes right. */
function stripMarks(
  track: RibbonTrack,
  columns: Columns,
  strip: { readonly from: number; readonly to: number; readonly words: RibbonWords },
): readonly Mark[] {
  const bottom = strip.to - strip.from;
  const area = {
    top: 0,
    bottom,
    columns: { ...columns, bar: columns.bar - 5 },
    words: strip.words,
  };
  const { marks, over, ticks } = drawTrack[track.form](track, area);
  const across = runsDown(track)
    ? (y: number) => strip.from + y
    : (y: number) => strip.from + bottom - y;
  return [
    ...[...marks, ...over].flatMap((mark) => turned(mark, across)),
    ...headingRows(columns).flatMap((y) => axisMarks(ticks, { across, y: y - 5 })),
  ];
}

/** Time runs from top to bottom lengthwise, so from left to right here. */
function runsDown({ form }: RibbonTrack): boolean {
  return form === 'stacked-years' || form === 'plumb';
}

/** Where the first row below each heading begins. */
function headingRows({ left, step }: Columns): readonly number[] {
  return left.filter((y, index) => index === 0 || y - (left[index - 1] ?? 0) > step * 1.5);
}

/** The axis above the rows of a province; a label too near the one before gives way. */
function axisMarks(
  ticks: readonly Tick[],
  { across, y }: { readonly across: (at: number) => number; readonly y: number },
): readonly Mark[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks
    .map(({ at, text }) => ({ x: across(at), text, half: textWidth(text, 10) / 2 }))
    .sort((a, b) => a.x - b.x)
    .flatMap(({ x, text, half }) => {
      if (x - half < free) return [];
      free = x + half + 4;
      const look = { size: 10, fill: 'ink-3', anchor: 'middle' } as const;
      return [{ kind: 'text', x, y, text, ...look, part: 'axis' } as const];
    });
}

function turned(mark: Mark, across: (y: number) => number): readonly Mark[] {
  if (mark.kind === 'rect') {
    const { x, y, width, height } = mark;
    const left = Math.min(across(y), across(y + height));
    return [{ ...mark, x: left, y: x + 2.5, width: height, height: width }];
  }
  if (mark.kind === 'circle') return [{ ...mark, x: across(mark.y), y: mark.x + 2.5 }];
  if (mark.kind !== 'line') return [];
  const { x1, y1, x2, y2 } = mark;
  return [{ ...mark, x1: across(y1), y1: x1 + 2.5, x2: across(y2), y2: x2 + 2.5 }];
}

/** A doubt is said in the row, at the end of its strip. */
function doubtMarks(
  track: RibbonTrack,
  columns: Columns,
  { at, words }: { readonly at: number; readonly words: RibbonWords },
): readonly Mark[] {
  if (track.form === 'stacked-years') return [];
  return drawn(columns)
    .filter((place) => isDoubtful(track, place))
    .map((place) => ({
      kind: 'text',
      x: at - 4,
      y: centreOf(columns, place) + 4,
      text: words.doubtful,
      size: 11,
      fill: 'ink',
      anchor: 'end',
      halo: true,
      place,
      part: 'callout',
    }));
}

function valueMarks(track: RibbonTrack, columns: Columns, width: number): readonly Mark[] {
  return track.figures.slice(columns.from, columns.to).map((_, index) => {
    const place = columns.from + index;
    const { now } = endsOf(track, place);
    const text =
      track.form === 'diverging'
        ? changeText(changeOf(track, place), 0)
        : figureText(now.value, track.form === 'plumb' ? 0 : track.digits).replace(
            plumbComma(track),
            '',
          );
    return {
      kind: 'text',
      x: width,
      y: centreOf(columns, place) + 4.5,
      text,
      size: 13,
      fill: 'ink',
      anchor: 'end',
      bold: true,
      place,
      part: 'value',
    };
  });
}

/** A year has no thousands. */
function plumbComma({ form }: RibbonTrack): string {
  return form === 'plumb' ? ',' : '';
}
