import { type ReactNode, useId, useState } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import { useLanguage } from '../language.tsx';
import { Menu } from '../menu.tsx';
import { Segmented } from '../segmented.tsx';
import { groupToken, tokenName } from './place-tokens.ts';

/** Which places are rows: groups within the nation, a province or a linkage zone, and single places. */
export function PlaceChooser(props: {
  catalog: StatisticsCatalog;
  places: readonly string[];
  choose: (places: readonly string[]) => void;
}): ReactNode {
  const { catalog, places, choose } = props;
  const { language, messages } = useLanguage();
  const words = messages.explorer.places;
  const names = places.map((token) => tokenName(token, catalog, language, messages));
  return (
    <Menu
      title={words.title}
      className="place-menu"
      label={
        <>
          <span className="muted">{words.button}</span>{' '}
          <span className="menu-value">{messages.listOf(names) || words.empty}</span>
        </>
      }
    >
      {() => (
        <>
          <GroupChoice {...props} />
          <SinglePlace {...props} />
          <h3>{words.chosen}</h3>
          {places.length === 0 && <p className="note">{words.empty}</p>}
          <ul className="chips">
            {places.map((token, index) => (
              <li key={token}>
                <button
                  type="button"
                  className="chip"
                  aria-label={words.remove(names[index] ?? token)}
                  onClick={() => choose(places.filter((other) => other !== token))}
                >
                  {names[index]} <span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Menu>
  );
}

interface Chooser {
  readonly catalog: StatisticsCatalog;
  readonly places: readonly string[];
  readonly choose: (places: readonly string[]) => void;
}

function GroupChoice({ catalog, places, choose }: Chooser): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.explorer.places;
  const [group, setGroup] = useState(catalog.main);
  const state = catalog.territories.find(({ kind }) => kind === 'state');
  const [within, setWithin] = useState(state?.id ?? '');
  const [form, setForm] = useState<'each' | 'together'>('each');
  const token = groupToken(group, within, form, catalog);
  const id = useId();
  const provinces = catalog.territories.filter(({ kind }) => kind === 'province');
  const zones = catalog.territories.filter(({ kind }) => kind === 'prefecture');
  return (
    <div className="place-group">
      <label htmlFor={`${id}-group`}>{words.group}</label>
      <select
        id={`${id}-group`}
        className="field"
        value={group}
        onChange={(event) => setGroup(event.target.value)}
      >
        {catalog.groups
          .filter(({ count }) => count > 0)
          .map(({ id: value, name, count }) => (
            <option key={value} value={value}>
              {name[language]} {count}
            </option>
          ))}
      </select>
      <label htmlFor={`${id}-within`}>{words.within}</label>
      <select
        id={`${id}-within`}
        className="field"
        value={within}
        onChange={(event) => setWithin(event.target.value)}
      >
        <option value={state?.id}>{words.whole}</option>
        <optgroup label={words.provinces}>
          {provinces.map(({ id: value, name }) => (
            <option key={value} value={value} lang="zh-CN">
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.zones}>
          {zones.map(({ id: value, name }) => (
            <option key={value} value={value} lang="zh-CN">
              {name}
            </option>
          ))}
        </optgroup>
      </select>
      <Segmented
        label={words.form}
        chosen={form}
        choose={setForm}
        options={[
          { value: 'each', words: words.each },
          { value: 'together', words: words.together },
        ]}
      />
      <div className="place-actions">
        <button type="button" className="button" onClick={() => choose([token])}>
          {words.replace}
        </button>
        <button
          type="button"
          className="button"
          disabled={places.includes(token)}
          onClick={() => choose([...places, token])}
        >
          {words.add}
        </button>
      </div>
    </div>
  );
}

/** A field that finds one place by name or code; what it finds becomes a row of its own. */
function SinglePlace({ catalog, places, choose }: Chooser): ReactNode {
  const { messages } = useLanguage();
  const words = messages.explorer.places;
  const [typed, setTyped] = useState('');
  const sought = typed.trim();
  const found =
    sought === ''
      ? []
      : catalog.territories
          .filter(({ id, name, shortName }) => `${name} ${shortName} ${id}`.includes(sought))
          .slice(0, 8);
  const nameOf = (id: string | null) =>
    catalog.territories.find((entry) => entry.id === id)?.shortName ?? '';
  return (
    <div className="place-single">
      <input
        type="search"
        className="field"
        autoComplete="off"
        aria-label={words.one}
        placeholder={`${words.one}：${words.oneHint}`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {sought !== '' && found.length === 0 && <p className="note">{words.unknown}</p>}
      <ul>
        {found.map(({ id, name, province }) => (
          <li key={id}>
            <button
              type="button"
              className="quiet"
              disabled={places.includes(id)}
              onClick={() => {
                choose([...places, id]);
                setTyped('');
              }}
            >
              <span lang="zh-CN">
                {name} <small>{nameOf(province)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
