import type { ReactNode } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import type { ChangeAddress } from '../address-state.ts';
import { useLanguage } from '../language.tsx';
import { Menu } from '../menu.tsx';
import { periodsText, spanText } from './explorer-address.ts';
import type { ExplorerState } from './explorer-state.ts';

/** The periods there are figures for, each with how many places have one of the chosen indicators. */
export function YearMenu(props: {
  catalog: StatisticsCatalog;
  state: ExplorerState;
  change: ChangeAddress;
}): ReactNode {
  const { catalog, state, change } = props;
  const { messages } = useLanguage();
  const words = messages.explorer.years;
  const periods = periodCounts(catalog, state);
  const toggle = (period: string) => {
    const kept = [...periods.keys()]
      .sort()
      .filter((one) => (one === period) !== state.periods.includes(one));
    if (kept.length > 0) change({ p: periodsText(kept) });
  };
  return (
    <Menu
      title={words.title}
      label={
        <>
          <span className="muted">{words.button}</span>{' '}
          <span className="menu-value">
            {spanText(state.periods, messages.explorer.dash, messages.listOf(['', '']))}
          </span>
        </>
      }
    >
      {() => (
        <>
          <button type="button" className="quiet" onClick={() => change({ p: null })}>
            {words.all}
          </button>
          <ul className="choices">
            {[...periods]
              .toSorted(([a], [b]) => b.localeCompare(a))
              .map(([period, count]) => (
                <li key={period}>
                  <label>
                    <input
                      type="checkbox"
                      checked={state.periods.includes(period)}
                      onChange={() => toggle(period)}
                    />
                    {period}
                    <small className="num">{count}</small>
                  </label>
                </li>
              ))}
          </ul>
        </>
      )}
    </Menu>
  );
}

/** Every period any indicator has, with the best coverage among the chosen ones. */
function periodCounts(
  { indicators }: StatisticsCatalog,
  state: ExplorerState,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { periods } of indicators) for (const { period } of periods) counts.set(period, 0);
  for (const period of state.periods) counts.set(period, counts.get(period) ?? 0);
  for (const { chosen } of state.indicators)
    for (const { period, territories } of chosen.periods)
      counts.set(period, Math.max(counts.get(period) ?? 0, territories));
  return counts;
}
