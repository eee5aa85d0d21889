import type { ReactNode } from 'react';
import type { Series, StatisticsCatalog } from '../../api/statistics.ts';
import { ribbonScene } from '../../charts/ribbon/ribbon-scene.ts';
import type { PictureWords } from '../../charts/ribbon/svg.ts';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import type { Messages } from '../messages/zh.ts';
import type { RibbonChoice } from './ribbon-choice.ts';
import { fileName, rowsOf, saveCsv, savePng, saveSvg } from './ribbon-files.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** The picture and the figures behind it, to take away. On a phone, too, the picture is lengthwise. */
export function RibbonDownloads(props: {
  catalog: StatisticsCatalog;
  series: Series;
  places: readonly PlaceOnPage[];
  messages: Messages;
  choice: RibbonChoice;
  tracks: readonly RibbonTrack[];
  picture: PictureWords;
}): ReactNode {
  const { places, tracks, messages, choice, picture } = props;
  const { doubtful, median, places: counted, data } = messages.ribbon;
  const name = fileName(tracks[0]?.id ?? '', props.series);
  const scene = () =>
    ribbonScene(places, tracks, {
      width: 1360,
      words: { doubtful, median, places: counted },
      window: choice.window ?? undefined,
      firstTitle: true,
    });
  return (
    <>
      <button type="button" className="button" onClick={() => void savePng(name, scene(), picture)}>
        PNG
      </button>
      <button type="button" className="button" onClick={() => saveSvg(name, scene(), picture)}>
        SVG
      </button>
      <button
        type="button"
        className="button"
        onClick={() => saveCsv(name, rowsOf(places, tracks, { ...props, foot: picture.foot }))}
      >
        {data}
      </button>
    </>
  );
}
