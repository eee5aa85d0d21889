import type { Figure, SeriesPlace } from '../../api/statistics.ts';
import { textWidth } from '../../charts/ribbon/figure-text.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { isMovement } from '../../statistics/implied-indicator.ts';
import { valueText } from './cell-words.ts';
import type { Layout } from './explorer-address.ts';
import type { ShownIndicator } from './explorer-state.ts';
import { type FigureTable, periodsWithFigures } from './figure-table.ts';

/**
 * A column of the table. `value`: a figure; `was`: the earlier one, paler; `change`: how it moved.
 * `dumbbell`, `bar` and `spark` are drawn from the figures beside them.
 */
export interface Column {
  readonly key: string;
  readonly form: 'value' | 'was' | 'change' | 'dumbbell' | 'bar' | 'spark';
  readonly indicator: Indicator;
  readonly period: string;
  /** The periods a drawing goes over. */
  readonly periods: readonly string[];
  /** The least and the greatest figure of its column, for drawings. */
  readonly extent: readonly [number, number];
  /** The indicator that says whether the first and the last period compare; null where none does. */
  readonly movement: string | null;
  /** A drawing stands before it, below which there is room for words. */
  readonly besideDrawing: boolean;
  /** In pixels, as wide as its longest figure or its head. */
  readonly width: number;
}

type Bare = Omit<Column, 'width' | 'besideDrawing'>;

/** The columns of one indicator. */
export interface ColumnGroup {
  readonly of: ShownIndicator;
  readonly columns: readonly Column[];
}

/** The rows that stay on top, and those below them. */
interface Rows {
  readonly top: readonly SeriesPlace[];
  readonly rows: readonly SeriesPlace[];
}

/** Returns the columns of every indicator, by how many periods have figures. */
export function columnGroups(
  indicators: readonly ShownIndicator[],
  table: FigureTable,
  places: Rows,
  layout: Layout,
  /** What stands below a figure of several places. */
  below: (place: SeriesPlace, figure: Figure | null) => string | null = () => null,
): readonly ColumnGroup[] {
  const { rows } = places;
  return indicators.map((of) => ({
    of,
    columns: columnsOf(of, table, places, layout).map((column, index, all) => ({
      ...column,
      besideDrawing: all.slice(0, index).some((before) => !holdsFigures(before)),
      width: Math.max(
        all.length === 1 ? leastAlone : 0,
        widthOf(column, table, [...places.top, ...rows]),
        ...places.top.map((place) => belowWidth(column, all[index - 1], place, table, below)),
      ),
    })),
  }));
}

/** Returns whether a column holds figures, which can be walked to and opened. */
export function holdsFigures({ form }: Pick<Column, 'form'>): boolean {
  return form === 'value' || form === 'was' || form === 'change';
}

function columnsOf(
  { shown, movement }: ShownIndicator,
  table: FigureTable,
  { top, rows }: Rows,
  layout: Layout,
): readonly Bare[] {
  const periods = periodsWithFigures(table, rows.length > 0 ? rows : top, shown.id);
  const last = periods.at(-1) ?? table.series.periods.at(-1) ?? '';
  const first = periods[0] ?? last;
  const column = (form: Column['form'], period = last, indicator = shown): Bare => ({
    key: `${indicator.id}.${period}${form === 'value' || form === 'was' || form === 'change' ? '' : `.${form}`}`,
    form,
    indicator,
    period,
    periods,
    movement: movement?.id ?? null,
    extent: extentOf(table, [...top, ...rows], indicator, form === 'bar' ? [period] : periods),
  });
  if (layout === 'each') {
    const all = periods.length > 0 ? periods : [last];
    return all.map((period) => column('value', period));
  }
  if (isMovement(shown)) return [column('value'), column('bar')];
  if (periods.length < 2) return [column('value')];
  if (periods.length > 2) return [column('spark'), column('value')];
  if (movement && shown.aggregation?.kind === 'sum')
    return [column('value'), column('change', last, movement), column('bar', last, movement)];
  return [column('was', first), column('dumbbell'), column('value')];
}

function extentOf(
  table: FigureTable,
  places: readonly SeriesPlace[],
  indicator: Indicator,
  periods: readonly string[],
): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { token } of places)
    for (const period of periods) {
      const value = table.value(token, indicator.id, period);
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  return low <= high ? [low, high] : [0, 0];
}

/** A drawing, and the least a column of figures may be. */
const drawingWidth = 80;
const padding = 14;
/** A column alone has to hold the name of its indicator. */
const leastAlone = 108;

/**
 * What the words below a figure ask of its column. Below an earlier figure they run on under the drawing
 * beside it; so they do after a line, which no other words share.
 */
function belowWidth(
  { form, indicator, period }: Bare,
  before: Bare | undefined,
  place: SeriesPlace,
  table: FigureTable,
  below: (place: SeriesPlace, figure: Figure | null) => string | null,
): number {
  if (form !== 'value' && form !== 'change') return 0;
  const words = below(place, table.figure(place.token, indicator.id, period));
  const room = before?.form === 'spark' ? drawingWidth : 0;
  return words === null ? 0 : Math.ceil(textWidth(words, 11)) + padding - room;
}

function widthOf(column: Bare, table: FigureTable, places: readonly SeriesPlace[]): number {
  if (!holdsFigures(column)) return drawingWidth;
  const { indicator, period } = column;
  let widest = textWidth(period, 13);
  for (const { token } of places) {
    const figure = table.figure(token, indicator.id, period);
    if (figure?.value === undefined || figure.value === null) continue;
    const marks = (figure.doubts?.length ? 33 : 0) + (figure.status ? 12 : 0);
    widest = Math.max(widest, textWidth(valueText(figure.value, indicator), 13) + marks);
  }
  return Math.ceil(widest) + padding;
}
