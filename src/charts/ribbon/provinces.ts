import { type Columns, leftOf } from './columns.ts';
import { textWidth } from './figure-text.ts';
import type { Mark } from './scene.ts';
import type { RibbonPlace, RibbonWords } from './track.ts';

/** A run of places of one province, from the first to the one after the last. */
export interface ProvinceRun {
  readonly province: string;
  readonly from: number;
  readonly to: number;
}

/** Returns the provinces in order, each as often as the frontier enters it. */
export function provinceRuns(
  places: readonly Pick<RibbonPlace, 'province'>[],
): readonly ProvinceRun[] {
  const runs: ProvinceRun[] = [];
  places.forEach(({ province }, place) => {
    const last = runs.at(-1);
    if (last && last.province === province) runs[runs.length - 1] = { ...last, to: place + 1 };
    else runs.push({ province, from: place, to: place + 1 });
  });
  return runs;
}

/** Returns a bracket below the columns of each province, with its name and how many places it has. */
export function provinceMarks(
  places: readonly RibbonPlace[],
  options: { readonly columns: Columns; readonly y: number; readonly words: RibbonWords },
): readonly Mark[] {
  const { columns, y, words } = options;
  return provinceRuns(places).flatMap(({ province, from, to }): readonly Mark[] => {
    if (to <= columns.from || from >= columns.to) return [];
    const left = leftOf(columns, Math.max(from, columns.from));
    const right = leftOf(columns, Math.min(to, columns.to) - 1) + columns.bar;
    const bracket: Mark = {
      kind: 'path',
      d: `M${fixed(left + 0.5)} ${y + 5}V${y}H${fixed(right - 0.5)}V${y + 5}`,
      stroke: 'ink',
      weight: 1,
    };
    const count = words.places(to - from);
    const middle = (left + right) / 2;
    const whole = textWidth(province, 12) + 4 + textWidth(count, 12);
    const text = { kind: 'text', y: y + 18, size: 12 } as const;
    if (whole > right - left + 8)
      return [
        bracket,
        { ...text, x: middle, text: province, fill: 'ink', anchor: 'middle', part: 'province' },
      ];
    const start = middle - whole / 2;
    return [
      bracket,
      { ...text, x: start, text: province, fill: 'ink', anchor: 'start', part: 'province' },
      { ...text, x: start + whole, text: count, fill: 'ink-3', anchor: 'end', part: 'count' },
    ];
  });
}

function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
