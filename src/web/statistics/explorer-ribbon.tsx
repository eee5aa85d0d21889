import { type ReactNode, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { IndicatorEntry, SeriesPlace, StatisticsCatalog } from '../../api/statistics.ts';
import { formFor } from '../../charts/ribbon/form.ts';
import { provinceRuns } from '../../charts/ribbon/provinces.ts';
import { ribbonScene } from '../../charts/ribbon/ribbon-scene.ts';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import { uprightScene } from '../../charts/ribbon/upright-scene.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage } from '../language.tsx';
import { readingsOf, whereOf } from '../ribbon/reading.ts';
import { ReadingBar } from '../ribbon/reading-bar.tsx';
import { periodsOf } from '../ribbon/ribbon-choice.ts';
import { RibbonFigure } from '../ribbon/ribbon-figure.tsx';
import { type PlaceOnPage, placesOf } from '../ribbon/ribbon-places.ts';
import { trackOf } from '../ribbon/ribbon-tracks.ts';
import type { Stretch } from '../ribbon/ribbon-window.ts';
import { useWidth } from '../ribbon/use-width.ts';
import type { ShownIndicator } from './explorer-state.ts';
import { type FigureTable, periodsWithFigures } from './figure-table.ts';
import '../ribbon/ribbon.css';

interface Along {
  readonly catalog: StatisticsCatalog;
  readonly rows: readonly SeriesPlace[];
  readonly indicators: readonly ShownIndicator[];
  readonly table: FigureTable;
}

/** The rows that lie on the frontier, in its order, every indicator a track. */
export function ExplorerRibbon(props: Along): ReactNode {
  const { catalog, rows } = props;
  const { language, messages } = useLanguage();
  const places = useMemo(() => {
    const shown = new Set(rows.map(({ token }) => token));
    return placesOf(catalog, language).filter(({ id }) => shown.has(id));
  }, [catalog, rows, language]);
  const words = messages.explorer.chart;
  if (places.length < 2) return <p className="explorer-empty">{words.offFrontier}</p>;
  return (
    <div className="explorer-ribbon">
      <Drawn {...props} places={places} />
      <p className="note">
        {places.length < rows.length && words.onFrontier(places.length, rows.length)}{' '}
        <Link href="/ribbon">{words.wholeRibbon}</Link>
      </p>
    </div>
  );
}

function Drawn(props: Along & { places: readonly PlaceOnPage[] }): ReactNode {
  const { catalog, places } = props;
  const { messages } = useLanguage();
  const { ribbon } = messages;
  const [measured, width] = useWidth<HTMLDivElement>(1120);
  const [current, setCurrent] = useState(0);
  const [stretch, show] = useState<Stretch | null>(null);
  const [, navigate] = useLocation();
  const tracks = useTracks(props);
  const scene = useMemo(() => {
    const { doubtful, median, places: counted } = ribbon;
    const drawn = {
      width,
      words: { doubtful, median, places: counted },
      window: stretch ?? undefined,
    };
    return width < 600 ? uprightScene(places, tracks, drawn) : ribbonScene(places, tracks, drawn);
  }, [places, tracks, width, stretch, ribbon]);
  const actions = useMemo(
    () => ({
      show,
      read: (place: number) => setCurrent(place),
      open: (place: number) => {
        const id = places[place]?.id;
        if (id) navigate(territoryPath(id));
      },
    }),
    [places, navigate],
  );
  const at = Math.min(current, places.length - 1);
  const place = places[at];
  const readings = readingsOf(at, tracks, { catalog, places, messages });
  if (!place) return null;
  const said = readings.map(({ title, was, now }) => `${title} ${was ? `${was} → ` : ''}${now}`);
  return (
    <>
      <ReadingBar place={place} readings={readings} />
      <div ref={measured}>
        <RibbonFigure
          scene={scene}
          count={places.length}
          provinces={provinceRuns(places).map(({ from }) => from)}
          current={at}
          label={ribbon.label(places.length, tracks.length)}
          reading={[place.name, ...whereOf(place, messages), ...said].join('，')}
          actions={actions}
        />
      </div>
    </>
  );
}

/** What is shown of each indicator as a track, over the periods there are figures for. */
function useTracks(props: Along & { places: readonly PlaceOnPage[] }): readonly RibbonTrack[] {
  const { catalog, rows, indicators, table, places } = props;
  const { language, messages } = useLanguage();
  return useMemo(() => {
    const entries = indicators.map(({ shown }): IndicatorEntry => {
      const periods = periodsWithFigures(table, rows, shown.id);
      const counted = periods.map((period) => ({ period, territories: rows.length }));
      return { ...shown, territories: rows.length, amongMembers: true, periods: counted };
    });
    const known = { ...catalog, indicators: entries };
    const sources = { catalog: known, series: table.series, places, messages, language };
    return entries.flatMap((entry) => {
      const form = formFor(entry, periodsOf(entry, 'stacked-years', known).length);
      return entry.periods.length === 0
        ? []
        : [trackOf({ kind: 'indicator', id: entry.id, form }, sources)];
    });
  }, [catalog, rows, indicators, table, places, messages, language]);
}
