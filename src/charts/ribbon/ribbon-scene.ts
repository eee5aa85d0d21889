import { calloutMarks, named, placeCallouts } from './callouts.ts';
import { type Columns, centreOf, drawn, layColumns } from './columns.ts';
import { changeOf } from './diverging.ts';
import { drawTrack, trackHeight } from './draw-track.ts';
import type { Drawing, Tick } from './drawing.ts';
import { textWidth } from './figure-text.ts';
import { isDoubtful } from './findings.ts';
import { nameMarks, namesHeight } from './names.ts';
import { neighbourMarks } from './neighbours.ts';
import { obstaclesOf } from './obstacles.ts';
import { provinceMarks, provinceRuns } from './provinces.ts';
import type { Mark, Plot, Scene } from './scene.ts';
import type { RibbonPlace, RibbonTrack, RibbonWords } from './track.ts';

export interface RibbonOptions {
  readonly width: number;
  readonly words: RibbonWords;
  /** The stretch that is shown: from a place up to but without another; all where left out. */
  readonly window?: { readonly from: number; readonly to: number } | undefined;
  /** Title and note of the first track, too; the others always carry theirs. */
  readonly firstTitle?: boolean | undefined;
  /** In pixels: as tall as it should at least be; the first track takes what the others leave. */
  readonly height?: number | undefined;
}

/** The right one is wider where the notes beside the tracks need it. */
const gutter = { left: 42, right: 72 } as const;
/** From the end of the columns to a note. */
const noteGap = 9;

/**
 * Returns the ribbon drawn lengthwise: neighbours above, the tracks below each other on one axis, the
 * names of the places and their provinces below the first. Figures are drawn, never summed.
 */
export function ribbonScene(
  places: readonly RibbonPlace[],
  tracks: readonly RibbonTrack[],
  options: RibbonOptions,
): Scene {
  const scene = laidScene(places, tracks, { ...options, more: 0 });
  const more = (options.height ?? 0) - scene.height;
  return more > 0 ? laidScene(places, tracks, { ...options, more }) : scene;
}

function laidScene(
  places: readonly RibbonPlace[],
  tracks: readonly RibbonTrack[],
  options: RibbonOptions & { readonly more: number },
): Scene {
  const { width, words, window = { from: 0, to: places.length } } = options;
  const provinces = places.map(({ province }) => province);
  const spread = { ...window, start: gutter.left, space: 5 };
  const narrowest = layColumns(provinces, { ...spread, end: width - gutter.right });
  const right = rightGutter(tracks, narrowest, words);
  const columns = layColumns(provinces, { ...spread, end: width - right });
  const marks: Mark[] = [];
  const plots: Plot[] = [];
  let y = options.firstTitle ? 22 : 0;
  const [first] = tracks;
  if (options.firstTitle && first) marks.push(...titleMarks(first, 13));
  const lanes = y + 54;
  marks.push(...neighbourMarks(places, { columns, y: lanes }));
  y = lanes + 24;
  tracks.forEach((track, index) => {
    if (index > 0) {
      marks.push(...titleMarks(track, y + 13));
      y += 26;
    }
    const plot = {
      from: y,
      to: y + trackHeight(track, index === 0) + (index === 0 ? options.more : 0),
    };
    marks.push(...trackMarks(track, { places, columns, plot, words, main: index === 0, width }));
    plots.push({ track: track.id, ...plot });
    y = plot.to;
    if (index === 0) {
      marks.push(...nameMarks(places, { columns, y: y + 4 }));
      y += 10 + namesHeight(places, columns);
      marks.push(...provinceMarks(places, { columns, y, words }));
      y += 22;
    }
    y += 26;
  });
  const height = Math.ceil(y - 14);
  const below = plots.at(-1)?.to ?? height;
  const separators = provinceLines(places, { columns, plots });
  return {
    upright: false,
    width,
    height,
    columns,
    plots,
    reading: { from: lanes + 14, to: below + 4 },
    marks: [...separators, ...marks],
  };
}

/** Returns the reading line through all tracks at a place, with its mark at the top. */
export function readingMarks(scene: Scene, place: number): readonly Mark[] {
  const name = scene.marks.find((mark) => mark.place === place && mark.part === 'name');
  const { columns, reading } = scene;
  if (place < columns.from || place >= columns.to) return [];
  const x = centreOf(columns, place);
  const { from, to } = reading;
  return [
    { kind: 'line', x1: x, y1: from, x2: x, y2: to, stroke: 'seal', weight: 1.2, part: 'reading' },
    {
      kind: 'path',
      d: `M${x - 5} ${from - 6}H${x + 5}L${x} ${from + 1}Z`,
      fill: 'seal',
      part: 'reading',
    },
    ...scene.marks.flatMap((mark) => crossedMarks(mark, { place, x })),
    ...(name?.kind === 'text' ? [{ ...name, fill: 'seal', bold: true, halo: true } as const] : []),
  ];
}

/** The line passes behind the names of provinces and the figures of its place, not through them. */
function crossedMarks(mark: Mark, at: { readonly place: number; readonly x: number }) {
  if (mark.kind !== 'text') return [];
  if (mark.part === 'value' && mark.place === at.place)
    return [{ ...mark, fill: 'ink', halo: true } as const];
  if (mark.part !== 'province' && mark.part !== 'count') return [];
  const width = textWidth(mark.text, mark.size);
  const left = mark.x - { start: 0, middle: width / 2, end: width }[mark.anchor];
  const crossed = at.x > left - 3 && at.x < left + width + 3;
  return crossed ? [{ ...mark, halo: true }] : [];
}

/** As wide as the longest note, in whichever language; bold type is set a little wider. */
function rightGutter(tracks: readonly RibbonTrack[], columns: Columns, words: RibbonWords): number {
  const widths = tracks.flatMap((track, index) => {
    const area = { top: 0, bottom: trackHeight(track, index === 0), columns, words };
    return drawTrack[track.form](track, area).notes.map(({ text }) => textWidth(text, 11) * 1.08);
  });
  return Math.ceil(Math.max(gutter.right, ...widths.map((wide) => noteGap + wide + 4)));
}

function titleMarks({ title, note }: RibbonTrack, y: number): readonly Mark[] {
  const bold: Mark = {
    kind: 'text',
    x: 0,
    y,
    text: title,
    size: 13,
    fill: 'ink',
    anchor: 'start',
    bold: true,
    part: 'title',
  };
  const x = textWidth(title, 13) * 1.03 + 10;
  return [
    bold,
    { kind: 'text', x, y, text: note, size: 12, fill: 'ink-3', anchor: 'start', part: 'note' },
  ];
}

/** Faint lines between provinces, through the gaps below the first track. */
function provinceLines(
  places: readonly RibbonPlace[],
  { columns, plots }: { readonly columns: Columns; readonly plots: readonly Plot[] },
): readonly Mark[] {
  const [, second] = plots;
  const last = plots.at(-1);
  if (!second || !last) return [];
  return provinceRuns(places)
    .filter(({ from }) => from > columns.from && from < columns.to)
    .map(({ from }) => {
      const x = (columns.left[from - columns.from] ?? 0) - 3;
      const line = { kind: 'line', x1: x, y1: second.from - 4, x2: x, y2: last.to } as const;
      return { ...line, stroke: 'line', weight: 1, dash: '2 3' };
    });
}

function trackMarks(
  track: RibbonTrack,
  at: {
    readonly places: readonly RibbonPlace[];
    readonly columns: Columns;
    readonly plot: { readonly from: number; readonly to: number };
    readonly words: RibbonWords;
    readonly main: boolean;
    readonly width: number;
  },
): readonly Mark[] {
  const { columns, plot, words, main, places } = at;
  const drawing = drawTrack[track.form](track, { top: plot.from, bottom: plot.to, columns, words });
  return [
    ...drawing.marks,
    ...drawing.over,
    ...emptyMarks(track, { columns, plot, words }),
    ...drawing.ticks.map((tick) => tickMark(tick, columns.start - 8, 'end')),
    ...noteMarks(drawing.notes, columns.end),
    ...callouts(track, drawing, { columns, plot, main, places }),
  ];
}

/** A track without a figure in sight says so, and what to do. */
function emptyMarks(
  track: RibbonTrack,
  at: {
    readonly columns: Columns;
    readonly plot: { readonly from: number; readonly to: number };
    readonly words: RibbonWords;
  },
): readonly Mark[] {
  const { columns, plot, words } = at;
  if (!words.empty || drawn(columns).some((place) => hasFigure(track, place))) return [];
  const text = { kind: 'text', text: words.empty, size: 13, anchor: 'middle', halo: true } as const;
  const x = (columns.start + columns.end) / 2;
  return [{ ...text, x, y: (plot.from + plot.to) / 2 + 4, fill: 'ink-2', part: 'empty' }];
}

function hasFigure(track: RibbonTrack, place: number): boolean {
  if (track.form === 'diverging') return changeOf(track, place) !== null;
  // None of a thing that is counted is said by its absence.
  const none = track.form === 'squares' ? 0 : null;
  return (track.figures[place] ?? []).some(({ value }) => value !== null && value !== none);
}

/** A place whose figure is printed anyway is called out only for its doubt. */
function callouts(
  track: RibbonTrack,
  drawing: Drawing,
  at: {
    readonly columns: Columns;
    readonly plot: { readonly from: number; readonly to: number };
    readonly main: boolean;
    readonly places: readonly RibbonPlace[];
  },
): readonly Mark[] {
  const { columns, plot, main, places } = at;
  // Below a title there is a little room above the plot, too.
  const inset = main ? 6 : -8;
  const bounds = {
    x: columns.start,
    y: plot.from + inset,
    width: columns.end - columns.start,
    height: plot.to - plot.from - inset,
  };
  const printed = new Map(
    drawing.over.flatMap((mark) =>
      mark.kind === 'text' && mark.part === 'value' ? [[mark.place, mark.y - mark.size]] : [],
    ),
  );
  // The leader ends above a figure that is printed, not in it.
  const wanted = drawing.callouts
    .filter(({ place }) => !printed.has(place) || isDoubtful(track, place))
    .map((callout) => ({
      ...callout,
      y: Math.min(callout.y, printed.get(callout.place) ?? callout.y),
    }));
  return placeCallouts(named(wanted, places), {
    bounds,
    obstacles: obstaclesOf(drawing),
    reach: main ? [12, 24, 40, 60, 90, 130, 180] : [8, 14, 24, 40, 80],
  }).flatMap((callout) => calloutMarks(callout));
}

function tickMark({ at, text, bold }: Tick, x: number, anchor: 'start' | 'end'): Mark {
  return {
    kind: 'text',
    x,
    y: at + 4,
    text,
    size: 11,
    fill: bold ? 'ink' : 'ink-3',
    anchor,
    ...(bold && { bold }),
    part: 'axis',
  };
}

/** Notes at the right end, each with a tick; where two come too near, the second gives way. */
function noteMarks(notes: readonly Tick[], end: number): readonly Mark[] {
  const sorted = [...notes].sort((a, b) => a.at - b.at);
  let free = Number.NEGATIVE_INFINITY;
  return sorted.flatMap((note) => {
    const at = Math.max(note.at, free);
    free = at + 14;
    const tick: Mark = {
      kind: 'path',
      d: `M${end + 1} ${note.at}L${end + 6} ${at}`,
      stroke: note.bold ? 'ink' : 'line-2',
      weight: 1,
    };
    return [tick, tickMark({ ...note, at }, end + noteGap, 'start')];
  });
}
