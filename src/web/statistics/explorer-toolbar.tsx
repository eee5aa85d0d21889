import type { ReactNode } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import type { ChangeAddress } from '../address-state.ts';
import { type Language, useLanguage } from '../language.tsx';
import { Menu } from '../menu.tsx';
import type { Messages } from '../messages/zh.ts';
import { Segmented } from '../segmented.tsx';
import {
  bases,
  layouts,
  listText,
  measures,
  spanText,
  untouched,
  views,
} from './explorer-address.ts';
import { placeOrders } from './explorer-order.ts';
import type { ExplorerState } from './explorer-state.ts';
import { PlaceChooser } from './place-chooser.tsx';
import { tokenName } from './place-tokens.ts';
import { YearMenu } from './year-menu.tsx';

/** What the page shows, of where and when, and in which form; each choice stands in the address. */
export function ExplorerToolbar(props: {
  catalog: StatisticsCatalog;
  state: ExplorerState;
  change: ChangeAddress;
  narrow: boolean;
}): ReactNode {
  const { catalog, state, change, narrow } = props;
  const { language, messages } = useLanguage();
  const { explorer } = messages;
  const { choice } = state;
  const tools = (
    <div className="toolbar explorer-toolbar">
      <PlaceChooser
        catalog={catalog}
        places={state.places}
        choose={(places) => change({ t: listText(places), cmp: null })}
      />
      <YearMenu catalog={catalog} state={state} change={change} />
      <CompareMenu {...props} />
      <Segmented
        label={explorer.view.label}
        chosen={choice.view}
        choose={(view) => change({ view: view === 'table' ? null : view })}
        options={views.map((value) => ({ value, words: explorer.view[value] }))}
      />
      <Segmented
        label={explorer.measure.label}
        chosen={choice.measure}
        choose={(per) => change({ per: per === 'value' ? null : per, sort: null })}
        options={measures.map((value) => ({ value, words: explorer.measure[value] }))}
      />
      {choice.view === 'table' && !narrow && (
        <Segmented
          label={explorer.layout.label}
          chosen={choice.layout}
          choose={(cols) => change({ cols: cols === 'ends' ? null : cols })}
          options={layouts.map((value) => ({ value, words: explorer.layout[value] }))}
        />
      )}
      <SortChoice state={state} change={change} />
      <BasisChoice state={state} change={change} />
      {isTouched(state) && (
        <button type="button" className="quiet end" onClick={() => change(untouched)}>
          {explorer.reset}
        </button>
      )}
    </div>
  );
  if (!narrow) return tools;
  return (
    <details className="phone-tools">
      <summary>
        {explorer.phone.choices}{' '}
        <span className="muted">{chosenWords(props, messages, language)}</span>
      </summary>
      {tools}
    </details>
  );
}

/** On a phone the choices are folded away, and what they are is said. */
function chosenWords(
  { catalog, state }: { catalog: StatisticsCatalog; state: ExplorerState },
  messages: Messages,
  language: Language,
): string {
  const names = state.places.map((token) => tokenName(token, catalog, language, messages));
  const { measure } = state.choice;
  const parts = [
    names[0] ?? '',
    spanText(state.periods, messages.explorer.dash, messages.listOf(['', ''])),
    measure === 'value' ? '' : messages.explorer.measure[measure],
  ];
  return parts.filter(Boolean).join(' · ');
}

interface Changing {
  readonly state: ExplorerState;
  readonly change: ChangeAddress;
}

function CompareMenu(props: Changing & { catalog: StatisticsCatalog }): ReactNode {
  const { catalog, state, change } = props;
  const { language, messages } = useLanguage();
  const words = messages.explorer.compare;
  const options = compareOptions(catalog, state);
  const names = state.compare.map((token) => tokenName(token, catalog, language, messages));
  const toggle = (token: string) => {
    const kept = options.filter((option) =>
      option === token ? !state.compare.includes(token) : state.compare.includes(option),
    );
    change({ cmp: listText(kept) });
  };
  return (
    <Menu
      title={words.title}
      label={
        <>
          <span className="muted">{words.button}</span>{' '}
          <span className="menu-value">
            {names.length > 1 ? words.rows(names.length) : (names[0] ?? words.none)}
          </span>
        </>
      }
    >
      {() => (
        <ul className="choices">
          {options.map((token) => (
            <li key={token}>
              <label>
                <input
                  type="checkbox"
                  checked={state.compare.includes(token)}
                  onChange={() => toggle(token)}
                />
                {tokenName(token, catalog, language, messages)}
              </label>
            </li>
          ))}
        </ul>
      )}
    </Menu>
  );
}

/** The groups the rows belong to, as a whole and within their places; those places; the nation. */
function compareOptions(
  { main, territories, groups }: StatisticsCatalog,
  { places, compare }: ExplorerState,
): readonly string[] {
  const totals = new Set(groups.filter((group) => group.totals).map((group) => group.id));
  const found = new Set<string>([main]);
  for (const token of places) {
    const [, group = '', within] = /^([a-z0-9-]+)(?:@([A-Za-z0-9-]+))?(?:\/\*)?$/.exec(token) ?? [];
    if (totals.has(group)) found.add(group);
    if (totals.has(group) && within) found.add(`${group}@${within}`);
    if (within) found.add(within);
    const province = territories.find(({ id }) => id === (within ?? token))?.province;
    if (province) found.add(`${main}@${province}`).add(province);
  }
  for (const token of compare) found.add(token);
  const state = territories.find(({ kind }) => kind === 'state');
  if (state) found.add(state.id);
  return [...found].filter((token) => !places.includes(token));
}

function SortChoice({ state, change }: Changing): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.explorer.sort;
  const { sort } = state.choice;
  const figure = /^(-?)([^.]+)\.([^.]+)$/.exec(sort ?? '');
  const shown = state.indicators.flatMap((one) => [
    one.shown,
    ...(one.movement ? [one.movement] : []),
  ]);
  const by = shown.find(({ id }) => id === figure?.[2]);
  return (
    <select
      className="field"
      aria-label={words.label}
      value={sort ?? 'frontier'}
      onChange={(event) =>
        change({ sort: event.target.value === 'frontier' ? null : event.target.value })
      }
    >
      {placeOrders.map((order) => (
        <option key={order} value={order}>
          {words[order]}
        </option>
      ))}
      {by && sort && (
        <option value={sort}>
          {words.figure(`${by.name[language]} ${figure?.[3]}`, sort.startsWith('-'))}
        </option>
      )}
    </select>
  );
}

function BasisChoice({ state, change }: Changing): ReactNode {
  const { explorer } = useLanguage().messages;
  return (
    <select
      className="field"
      aria-label={explorer.basis.label}
      value={state.choice.basis}
      onChange={(event) =>
        change({ basis: event.target.value === 'reported' ? null : event.target.value })
      }
    >
      {bases.map((basis) => (
        <option key={basis} value={basis}>
          {explorer.basis[basis]}
        </option>
      ))}
    </select>
  );
}

function isTouched({ choice }: ExplorerState): boolean {
  const { places, indicators, periods, compare, asOf, sort, strong } = choice;
  const lists = [places, indicators, periods, compare, asOf, sort, strong];
  const plain =
    choice.view === 'table' &&
    choice.measure === 'value' &&
    choice.layout === 'ends' &&
    choice.basis === 'reported';
  return !plain || lists.some((item) => item !== null);
}
