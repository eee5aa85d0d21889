import { memo, type ReactNode } from 'react';
import type { IndicatorEntry, StatisticsCatalog } from '../../api/statistics.ts';
import type { RibbonTrack, TrackForm } from '../../charts/ribbon/track.ts';
import type { ChangeAddress } from '../address-state.ts';
import { useLanguage } from '../language.tsx';
import { Segmented } from '../segmented.tsx';
import {
  datedGroups,
  featuredOf,
  fittingTrack,
  formsOf,
  indicatorsOf,
  type RibbonChoice,
  type TrackChoice,
  tokenOf,
} from './ribbon-choice.ts';

interface Choosing {
  readonly catalog: StatisticsCatalog;
  readonly choice: RibbonChoice;
  readonly change: ChangeAddress;
}

/** Which indicator the ribbon is about, and in which form. */
export const MainChoice = memo(function MainChoice(props: Choosing): ReactNode {
  const { catalog, choice, change } = props;
  const { language, messages } = useLanguage();
  const { ribbon } = messages;
  const featured = featuredOf(catalog);
  const { main } = choice;
  const entry = catalog.indicators.find(({ id }) => id === main?.id);
  const choose = (id: string) => change({ i: id });
  const forms = entry ? formsOf(entry, catalog) : [];
  return (
    <>
      {featured.length > 1 && (
        <Segmented
          label={ribbon.indicator}
          options={featured.map(({ id, name }) => ({ value: id, words: name[language] }))}
          chosen={main?.id ?? ''}
          choose={choose}
          className="ribbon-featured"
        />
      )}
      <label className="ribbon-menu">
        <span className="unseen">{ribbon.otherIndicator}</span>
        <select
          className="field"
          value={main?.id ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <IndicatorOptions catalog={catalog} entries={indicatorsOf(catalog)} />
        </select>
      </label>
      {entry && main?.kind === 'indicator' && forms.length > 1 && (
        <label className="ribbon-menu">
          <span>{ribbon.form}</span>
          <select
            className="field"
            value={main.form}
            onChange={(event) => {
              const form = event.target.value as TrackForm;
              change({ i: tokenOf({ ...main, form }, forms[0]) });
            }}
          >
            {forms.map((form) => (
              <option key={form} value={form}>
                {ribbon.forms[form]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
});

/** Which tracks stand below the first: each can be taken away, others added. */
export const TrackChoices = memo(function TrackChoices(
  props: Choosing & { readonly tracks: readonly RibbonTrack[] },
): ReactNode {
  const { catalog, choice, change, tracks } = props;
  const { language, messages } = useLanguage();
  const { ribbon } = messages;
  const set = (others: readonly TrackChoice[]) =>
    change({ tracks: others.map((track) => tokenOf(track)).join(',') || 'none' });
  const taken = new Set([choice.main, ...choice.others].flatMap((track) => track?.id ?? []));
  const add = (token: string) => {
    const [kind, id = ''] = token.split(':');
    if (kind === 'group' || kind === 'site') return set([...choice.others, { kind, id }]);
    const entry = catalog.indicators.find((item) => item.id === token);
    if (entry) set([...choice.others, fittingTrack(entry, catalog)]);
  };
  return (
    <div className="ribbon-tracks">
      {choice.others.length > 0 && (
        <ul aria-label={ribbon.tracks}>
          {choice.others.map((track) => {
            const title = tracks.find(({ id }) => id === trackId(track))?.title ?? track.id;
            return (
              <li key={tokenOf(track)}>
                {title}
                <button
                  type="button"
                  aria-label={ribbon.removeTrack(title)}
                  onClick={() => set(choice.others.filter((other) => other !== track))}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {choice.others.length === 0 && <p>{ribbon.noTracks}</p>}
      <select
        className="field"
        aria-label={ribbon.addTrack}
        value=""
        onChange={(event) => add(event.target.value)}
      >
        <option value="">{ribbon.addTrackHere}</option>
        <IndicatorOptions
          catalog={catalog}
          entries={indicatorsOf(catalog).filter(({ id }) => !taken.has(id))}
        />
        <optgroup label={ribbon.groupsAndSites}>
          {datedGroups(catalog)
            .filter(({ id }) => !taken.has(id))
            .map(({ id, name }) => (
              <option key={id} value={`group:${id}`}>
                {ribbon.leaving(name[language])}
              </option>
            ))}
          {catalog.siteKinds
            .filter(({ id }) => !taken.has(id))
            .map(({ id, name }) => (
              <option key={id} value={`site:${id}`}>
                {name[language]}
              </option>
            ))}
        </optgroup>
      </select>
    </div>
  );
});

/** Returns the id a choice has among the tracks. */
function trackId(choice: TrackChoice): string {
  return choice.kind === 'indicator' ? choice.id : `${choice.kind}:${choice.id}`;
}

function IndicatorOptions(props: {
  catalog: StatisticsCatalog;
  entries: readonly IndicatorEntry[];
}): ReactNode {
  const { language, messages } = useLanguage();
  const { ribbon } = messages;
  return props.catalog.themes.map((theme) => {
    const entries = props.entries.filter((entry) => entry.theme === theme.id);
    if (entries.length === 0) return null;
    return (
      <optgroup key={theme.id} label={theme.name[language]}>
        {entries.map(({ id, name, territories }) => (
          <option key={id} value={id}>
            {`${name[language]}${ribbon.bracketed(String(territories))}`}
          </option>
        ))}
      </optgroup>
    );
  });
}
