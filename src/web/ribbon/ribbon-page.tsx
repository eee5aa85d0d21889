import { type ReactNode, useMemo } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import { useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { type RibbonChoice, type TrackChoice, tracksOf, windowOf } from './ribbon-choice.ts';
import { placesOf } from './ribbon-places.ts';
import { askedFor, trackOf } from './ribbon-tracks.ts';
import { RibbonView, type ViewProps } from './ribbon-view.tsx';
import './ribbon.css';
import './ribbon-print.css';

/** The border ribbon: every place along the frontier, in order, in one picture. */
export function RibbonPage(): ReactNode {
  const { ribbon } = useMessages();
  const answer = useAnswer('catalog', {});
  useTitle(ribbon.name);
  return <Answered answer={answer}>{(catalog) => <Along catalog={catalog} />}</Answered>;
}

function Along({ catalog }: { catalog: StatisticsCatalog }): ReactNode {
  const { language, messages } = useLanguage();
  const [params, change] = useAddressState();
  const choice = useChoice(params, catalog);
  const places = useMemo(() => placesOf(catalog, language), [catalog, language]);
  const choices = useMemo(
    () => (choice.main ? [choice.main, ...choice.others] : []),
    [choice.main, choice.others],
  );
  const asked = useMemo(() => askedFor(choices, catalog), [choices, catalog]);
  const input = {
    ...(asked ?? { t: '', i: '', p: '' }),
    ...(choice.asOf && { asOf: choice.asOf }),
  };
  const answer = useAnswer('series', input, asked !== null);
  if (!asked || places.length === 0)
    return (
      <div className="wrap ribbon-page">
        <header className="page-head">
          <div>
            <h1>{messages.ribbon.name}</h1>
            <p>{messages.ribbon.empty}</p>
          </div>
        </header>
      </div>
    );
  return (
    <Answered answer={answer}>
      {(series) => (
        <Drawn {...{ catalog, series, places, messages, language, choice, choices, change }} />
      )}
    </Answered>
  );
}

/** What does not change in the address stays the same object, so that nothing is drawn anew for it. */
function useChoice(params: URLSearchParams, catalog: StatisticsCatalog): RibbonChoice {
  const [i, tracks, stretch] = ['i', 'tracks', 'stretch'].map((name) => params.get(name));
  const at = params.get('at');
  const asOf = params.get('asOf');
  const named = useMemo(
    () => tracksOf({ i: i ?? null, tracks: tracks ?? null }, catalog),
    [i, tracks, catalog],
  );
  const window = useMemo(
    () => windowOf(stretch ?? null, catalog.frontier.length),
    [stretch, catalog],
  );
  return useMemo(() => ({ ...named, at, window, asOf }), [named, at, window, asOf]);
}

/** Tracks are made once for an answer, not with every place that is read. */
function Drawn(props: Omit<ViewProps, 'tracks'> & { choices: readonly TrackChoice[] }): ReactNode {
  const { catalog, series, places, messages, language, choices } = props;
  const tracks = useMemo(() => {
    const sources = { catalog, series, places, messages, language };
    return choices.map((item) => trackOf(item, sources));
  }, [catalog, series, places, messages, language, choices]);
  return <RibbonView {...props} tracks={tracks} />;
}
