import { figureText } from '../../charts/ribbon/figure-text.ts';
import { findingsOf } from '../../charts/ribbon/findings.ts';
import { classBreaks } from '../../charts/ribbon/stacked-years.ts';
import type { LegendItem, RibbonTrack } from '../../charts/ribbon/track.ts';
import type { Messages } from '../messages/zh.ts';

/** Returns what the fills of a track mean, those that occur in it. */
export function trackLegend(track: RibbonTrack, messages: Messages): readonly LegendItem[] {
  return legendOf(track, messages).filter(({ fill }) => occurs(fill, track));
}

/** What does not occur needs no explanation. */
function occurs(fill: LegendItem['fill'], track: RibbonTrack): boolean {
  const { fell, noBase, absent, doubtful, unjoined } = findingsOf(track);
  if (fill === 'loss' && track.form === 'stacked-years') return doubtful.length > 0;
  if (fill === 'lost') return fell > 0;
  if (fill === 'no-base') return noBase.length + unjoined.length > 0;
  return fill !== 'absent' || track.form === 'diverging' || absent.length > 0;
}

function legendOf(track: RibbonTrack, messages: Messages): readonly LegendItem[] {
  const { form, periods } = track;
  const { legend } = messages.ribbon;
  const first = periods[0] ?? '';
  const last = periods.at(-1) ?? '';
  const alone = findingsOf(track).unjoined.length > 0 ? legend.noComparable : legend.noBase;
  if (form === 'level-rise') {
    if (periods.length < 2)
      return [
        { fill: 'was', shape: 'bar', words: legend.level(last) },
        { fill: 'gap', shape: 'bar', words: legend.gap },
        { fill: 'absent', shape: 'bar', words: legend.absent(last) },
      ];
    return [
      { fill: 'was', shape: 'bar', words: legend.was(first) },
      { fill: 'gain', shape: 'bar', words: legend.gain(first, last) },
      { fill: 'gap', shape: 'bar', words: legend.gap },
      { fill: 'lost', shape: 'bar', words: legend.lost(first) },
      { fill: 'no-base', shape: 'bar', words: alone(first) },
      { fill: 'absent', shape: 'bar', words: legend.absent(last) },
    ];
  }
  if (form === 'diverging')
    return [
      { fill: 'rise', shape: 'bar', words: legend.rise },
      { fill: 'fall', shape: 'bar', words: legend.fall },
      { fill: 'absent', shape: 'bar', words: legend.noChange },
    ];
  if (form === 'dumbbell')
    return [
      { fill: 'was', shape: 'dot', words: legend.now(last) },
      ...(periods.length < 2
        ? []
        : ([
            { fill: 'was', shape: 'tick', words: legend.before(first) },
            { fill: 'loss', shape: 'dot', words: legend.setback },
            { fill: 'was', shape: 'ring', words: alone(first) },
          ] as const)),
    ];
  const breaks = classBreaks(track).map((value) => figureText(value, digitsOf(value)));
  const unit = messages.ribbon.unit(track.unit);
  return [
    ...(['q1', 'q2', 'q3', 'q4', 'q5'] as const).map(
      (fill, index): LegendItem => ({
        fill,
        shape: 'bar',
        words: legend.within(breaks[index - 1] ?? null, breaks[index] ?? null, unit),
      }),
    ),
    { fill: 'miss', shape: 'tick', words: legend.missing },
    { fill: 'loss', shape: 'bar', words: messages.ribbon.doubtful },
  ];
}

/** As many digits as the number has: a limit of a class is not rounded again. */
function digitsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
