import { type ReactNode, useMemo } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import { useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { choiceOf } from './ribbon-choice.ts';
import { placesOf } from './ribbon-places.ts';
import { askedFor, trackOf } from './ribbon-tracks.ts';
import { RibbonView } from './ribbon-view.tsx';
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
  const choice = useMemo(() => choiceOf(params, catalog), [params, catalog]);
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
      {(series) => {
        const sources = { catalog, series, places, messages, language };
        const tracks = choices.map((item) => trackOf(item, sources));
        return <RibbonView {...sources} {...{ choice, tracks, change }} />;
      }}
    </Answered>
  );
}
