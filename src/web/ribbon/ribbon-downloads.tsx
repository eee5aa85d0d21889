import { memo, type ReactNode } from 'react';
import type { Series, StatisticsCatalog } from '../../api/statistics.ts';
import { readingMarks, ribbonScene } from '../../charts/ribbon/ribbon-scene.ts';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import type { Messages } from '../messages/zh.ts';
import type { RibbonChoice } from './ribbon-choice.ts';
import { fileName, rowsOf, saveCsv, savePng, saveSvg } from './ribbon-files.ts';
import type { RibbonNotes } from './ribbon-notes.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** What is said of the ribbon in words, on the page and in its files. */
export interface Told {
  readonly title: string;
  readonly lede: string;
  readonly notes: RibbonNotes;
}

interface Downloaded {
  readonly catalog: StatisticsCatalog;
  readonly series: Series;
  readonly places: readonly PlaceOnPage[];
  readonly messages: Messages;
  readonly choice: RibbonChoice;
  readonly tracks: readonly RibbonTrack[];
  readonly told: Told;
}

/** The picture and the figures behind it, to take away. On a phone, too, the picture is lengthwise. */
export const RibbonDownloads = memo(function RibbonDownloads(props: Downloaded): ReactNode {
  const { places, tracks, messages } = props;
  const name = fileName(tracks[0]?.id ?? '', props.series);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => void savePng(name, ...pictureOf(props))}
      >
        PNG
      </button>
      <button type="button" className="button" onClick={() => saveSvg(name, ...pictureOf(props))}>
        SVG
      </button>
      <button
        type="button"
        className="button"
        onClick={() => saveCsv(name, rowsOf(places, tracks, { messages, foot: footOf(props) }))}
      >
        {messages.ribbon.data}
      </button>
    </>
  );
});

/** The reading line is in the picture where the reader chose a place, not where one was proposed. */
function pictureOf(shown: Downloaded) {
  const { places, tracks, messages, choice, told } = shown;
  const { doubtful, median, places: counted, emptyTrack } = messages.ribbon;
  const scene = ribbonScene(places, tracks, {
    width: 1360,
    words: { doubtful, median, places: counted, empty: emptyTrack },
    window: choice.window ?? undefined,
    firstTitle: true,
  });
  const at = places.findIndex(({ id }) => id === choice.at);
  const words = {
    title: told.title,
    lede: [told.lede],
    legend: tracks[0]?.legend ?? [],
    foot: footOf(shown),
    over: at < 0 ? [] : readingMarks(scene, at),
  };
  return [scene, words] as const;
}

function footOf({ told: { notes } }: Downloaded): readonly string[] {
  return [notes.basis, notes.sources, notes.instant, decodeURI(location.href)];
}
