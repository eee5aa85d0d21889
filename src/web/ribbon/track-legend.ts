import { findingsOf } from '../../charts/ribbon/findings.ts';
import type { LegendItem, RibbonTrack } from '../../charts/ribbon/track.ts';
import type { Messages } from '../messages/zh.ts';

/** Returns what the fills of a track mean, those that occur in it. */
export function trackLegend(track: RibbonTrack, messages: Messages): readonly LegendItem[] {
  return legendOf(track, messages).filter(({ fill }) => occurs(fill, track));
}

/** What does not occur needs no explanation. */
function occurs(fill: LegendItem['fill'], track: RibbonTrack): boolean {
  const { fell, noBase, absent, doubtful } = findingsOf(track);
  if (fill === 'loss' && track.form === 'stacked-years') return doubtful.length > 0;
  if (fill === 'lost') return fell > 0;
  if (fill === 'no-base') return noBase.length > 0;
  return fill !== 'absent' || track.form === 'diverging' || absent.length > 0;
}

function legendOf({ form, periods }: RibbonTrack, messages: Messages): readonly LegendItem[] {
  const { legend } = messages.ribbon;
  const first = periods[0] ?? '';
  const last = periods.at(-1) ?? '';
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
      { fill: 'no-base', shape: 'bar', words: legend.noBase(first) },
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
            { fill: 'was', shape: 'ring', words: legend.noBase(first) },
          ] as const)),
    ];
  return [
    ...(['q1', 'q2', 'q3', 'q4', 'q5'] as const).map(
      (fill, index): LegendItem => ({
        fill,
        shape: 'bar',
        words: index === 0 ? legend.least : index === 4 ? legend.most : '',
      }),
    ),
    { fill: 'miss', shape: 'tick', words: legend.missing },
    { fill: 'loss', shape: 'bar', words: messages.ribbon.doubtful },
  ];
}
