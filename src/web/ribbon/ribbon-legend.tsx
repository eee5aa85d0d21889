import { memo, type ReactNode, useId } from 'react';
import { legendMarks } from '../../charts/ribbon/svg.ts';
import type { LegendItem } from '../../charts/ribbon/track.ts';
import { Marks, Patterns } from './scene-drawing.tsx';

/** What the fills of the first track mean. */
export const RibbonLegend = memo(function RibbonLegend(props: {
  legend: readonly LegendItem[];
}): ReactNode {
  const { legend } = props;
  const prefix = useId();
  return (
    <ul className="ribbon-legend">
      {legend.map((item) => (
        <li key={item.fill + item.shape + item.words}>
          <svg width="12" height="16" aria-hidden="true">
            <Patterns prefix={prefix} />
            <Marks marks={sample(item)} prefix={prefix} />
          </svg>
          {item.words}
        </li>
      ))}
    </ul>
  );
});

/** Only the sample: the page sets the words. */
function sample(item: LegendItem) {
  return legendMarks([{ ...item, words: '' }], { x: 0, y: 13 }).marks.slice(0, 1);
}
