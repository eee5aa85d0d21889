import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Series, StatisticsCatalog } from '../../api/statistics.ts';
import { isDoubtful } from '../../charts/ribbon/findings.ts';
import { provinceRuns } from '../../charts/ribbon/provinces.ts';
import { ribbonScene } from '../../charts/ribbon/ribbon-scene.ts';
import { compares, endsOf, type RibbonTrack } from '../../charts/ribbon/track.ts';
import { uprightScene } from '../../charts/ribbon/upright-scene.ts';
import type { ChangeAddress } from '../address-state.ts';
import { territoryPath } from '../addresses.ts';
import type { Language } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import type { Messages } from '../messages/zh.ts';
import { PointView } from './point-view.tsx';
import { type Reading, readingsOf, saidOf, whereOf } from './reading.ts';
import { ReadingBar } from './reading-bar.tsx';
import type { RibbonChoice } from './ribbon-choice.ts';
import { MainChoice, TrackChoices } from './ribbon-controls.tsx';
import { RibbonDownloads, type Told } from './ribbon-downloads.tsx';
import { RibbonFigure } from './ribbon-figure.tsx';
import { ledeOf, titleOf } from './ribbon-finding.ts';
import { RibbonLegend } from './ribbon-legend.tsx';
import type { RibbonActions } from './ribbon-moves.ts';
import { notesOf } from './ribbon-notes.ts';
import { RibbonNotesView } from './ribbon-notes-view.tsx';
import { RibbonOverview } from './ribbon-overview.tsx';
import type { PlaceOnPage } from './ribbon-places.ts';
import { RibbonTable } from './ribbon-table.tsx';
import { holding, type Stretch } from './ribbon-window.ts';
import { StretchChoice } from './stretch-choice.tsx';
import { usePrinting } from './use-printing.ts';
import { useWidth } from './use-width.ts';

/** In the proportions of what an A3 sheet has room for beside the words, so that one takes all of it. */
const sheet = { width: 1800, height: 860 };

/** What the ribbon is drawn from. */
export interface ViewProps {
  readonly catalog: StatisticsCatalog;
  readonly series: Series;
  readonly places: readonly PlaceOnPage[];
  readonly messages: Messages;
  readonly language: Language;
  readonly choice: RibbonChoice;
  readonly tracks: readonly RibbonTrack[];
  readonly change: ChangeAddress;
}

/** The ribbon with everything around it: finding, choices, reading bar, drawing, notes, table. */
export function RibbonView(props: ViewProps): ReactNode {
  const { catalog, places, messages, choice, tracks, change } = props;
  const { current, actions } = useReading(props);
  const read = useCallback(
    (at: number) => readingsOf(at, tracks, { catalog, places, messages }),
    [tracks, catalog, places, messages],
  );
  const told = useTold(props);
  const [main] = tracks;
  const place = places[current];
  if (!main || !place) return null;
  const readings = read(current);
  return (
    <div className="wrap ribbon-page">
      <header className="page-head ribbon-head">
        <div>
          <h1>
            <Phrases words={told.title} />
          </h1>
          <p>{told.lede}</p>
        </div>
        <PointView
          places={places}
          track={main}
          current={current}
          read={(at) => actions.read(at, 'passing')}
        />
      </header>
      <div className="toolbar ribbon-toolbar">
        <MainChoice catalog={catalog} choice={choice} change={change} />
        <span className="end">
          <RibbonDownloads {...props} told={told} />
        </span>
      </div>
      <div className="ribbon-second">
        <div>
          <RibbonLegend legend={main.legend} />
          <p className="ribbon-counts">{main.note}</p>
        </div>
        <StretchChoice
          places={places}
          shown={choice.window}
          current={current}
          show={actions.show}
        />
      </div>
      <ReadingBar place={place} readings={readings} />
      <Drawing {...props} {...{ current, actions, readings }} />
      <TrackChoices catalog={catalog} choice={choice} change={change} tracks={tracks} />
      <RibbonNotesView notes={told.notes} />
      <RibbonTable places={places} tracks={tracks} read={read} />
    </div>
  );
}

/** What is said in words; it does not change while the pointer moves. */
function useTold(props: ViewProps): Told {
  const { catalog, series, places, messages, language, tracks } = props;
  return useMemo(() => {
    const sources = { catalog, series, places, messages, language };
    const [main] = tracks;
    return {
      title: main ? titleOf(main, sources) : '',
      lede: main ? ledeOf(main, sources) : '',
      notes: notesOf(tracks, sources),
    };
  }, [catalog, series, places, messages, language, tracks]);
}

function Drawing(
  props: ViewProps & { current: number; actions: RibbonActions; readings: readonly Reading[] },
): ReactNode {
  const { places, tracks, messages, choice, current, actions, readings } = props;
  const [main] = tracks;
  const [measured, measuredWidth] = useWidth<HTMLDivElement>(1360);
  const printing = usePrinting();
  const width = printing ? sheet.width : measuredWidth;
  const scene = useSceneOf(props, width, printing ? sheet.height : undefined);
  const provinces = useMemo(() => provinceRuns(places).map(({ from }) => from), [places]);
  const place = places[current];
  const said = readings.map((reading) => `${reading.title} ${saidOf(reading, messages)}`);
  const where = place ? [place.name, ...whereOf(place, messages)] : [];
  return (
    <div ref={measured} className="ribbon-drawing">
      {choice.window && main && !scene.upright && (
        <RibbonOverview
          {...{ places, track: main, current, width, window: choice.window, show: actions.show }}
        />
      )}
      <RibbonFigure
        scene={scene}
        count={places.length}
        provinces={provinces}
        current={current}
        label={messages.ribbon.label(places.length, tracks.length)}
        reading={[...where, ...said].join('，')}
        actions={actions}
      />
    </div>
  );
}

/** The drawing that fits the width: lengthwise, or upright on a phone. */
function useSceneOf(
  { places, tracks, messages, choice }: ViewProps,
  width: number,
  height: number | undefined,
) {
  return useMemo(() => {
    const { doubtful, median, places: counted, emptyTrack } = messages.ribbon;
    const words = { doubtful, median, places: counted, empty: emptyTrack };
    const window = choice.window ?? undefined;
    return width < 600
      ? uprightScene(places, tracks, { width, words, window })
      : ribbonScene(places, tracks, { width, words, window, height });
  }, [places, tracks, messages, choice.window, width, height]);
}

/** The place being read, which stays in the address, and what the drawing may do. */
function useReading(props: ViewProps): {
  readonly current: number;
  readonly actions: RibbonActions;
} {
  const { places, tracks, choice, change } = props;
  const [, navigate] = useLocation();
  const [passing, setPassing] = useState<number | null>(null);
  const named = places.findIndex(({ id }) => id === choice.at);
  const { window } = choice;
  const show = useCallback(
    (stretch: Stretch | null) =>
      change({ stretch: stretch ? `${stretch.from + 1}-${stretch.to}` : null }),
    [change],
  );
  const actions = useMemo(
    (): RibbonActions => ({
      show,
      open: (place) => {
        const id = places[place]?.id;
        if (id) navigate(territoryPath(id));
      },
      read: (place, how) => {
        setPassing(how === 'passing' ? place : null);
        if (how === 'passing') return;
        const stretch = window ? holding(window, place) : null;
        change(
          {
            at: places[place]?.id ?? null,
            ...(stretch && { stretch: `${stretch.from + 1}-${stretch.to}` }),
          },
          'typing',
        );
      },
    }),
    [places, window, change, navigate, show],
  );
  const start = useMemo(() => striking(tracks[0], window), [tracks, window]);
  return { current: passing ?? (named >= 0 ? named : start), actions };
}

/** Where the reading begins: at the place that came furthest, else at the first with a figure. */
function striking(track: RibbonTrack | undefined, window: Stretch | null): number {
  const { from, to } = window ?? { from: 0, to: track?.figures.length ?? 0 };
  if (!track) return from;
  const present = Array.from({ length: to - from }, (_, index) => from + index).filter(
    (place) => endsOf(track, place).now.value !== null,
  );
  const sure = present.filter((place) => !isDoubtful(track, place));
  const [best] = (sure.length > 0 ? sure : present)
    .map((place) => ({ place, rise: riseOf(track, place) }))
    .sort((a, b) => b.rise - a.rise);
  return best?.place ?? from;
}

/** Below every other where the ends do not compare. */
function riseOf(track: RibbonTrack, place: number): number {
  const { was, now } = endsOf(track, place);
  if (was.value === null || now.value === null || !compares(track, place)) return -Number.MAX_VALUE;
  return now.value - was.value;
}
