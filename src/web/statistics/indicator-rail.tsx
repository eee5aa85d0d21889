import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { IndicatorEntry, StatisticsCatalog } from '../../api/statistics.ts';
import { grouped } from '../grouped.ts';
import { useLanguage } from '../language.tsx';

/**
 * The indicators by theme, each with how many places of the main group have a figure. Those nobody
 * supplies yet stand below, with a plain zero.
 */
export function IndicatorRail(props: {
  catalog: StatisticsCatalog;
  chosen: readonly string[];
  choose: (indicators: readonly string[]) => void;
  /** Whether the figures are of a past state: the counts are of the newest. */
  past: boolean;
}): ReactNode {
  const { catalog, chosen, choose, past } = props;
  const { language, messages } = useLanguage();
  const words = messages.explorer.rail;
  const [search, setSearch] = useState('');
  const found = catalog.indicators.filter((entry) => holds(entry, search));
  const [waiting, collected] = [
    found.filter(isWaiting),
    found.filter((entry) => !isWaiting(entry)),
  ];
  const byTheme = grouped(collected, (entry) => entry.theme);
  const member = catalog.groups.find(({ id }) => id === catalog.main)?.member[language] ?? '';
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const list = (entries: readonly IndicatorEntry[]) => (
    <ul>
      {entries.map((entry) => (
        <IndicatorChoice
          key={entry.id}
          entry={entry}
          checked={chosen.includes(entry.id)}
          toggle={() => toggle(entry.id)}
        />
      ))}
    </ul>
  );
  return (
    <div className="rail">
      <p className="rail-head">
        <Link href="/indicators">{words.title}</Link>
        <span>{past ? words.coverageNow(member) : words.coverage(member)}</span>
      </p>
      <input
        type="search"
        className="field"
        placeholder={words.search}
        aria-label={words.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.length === 0 && <p className="note">{words.none}</p>}
      {catalog.themes.map(({ id, name }) => {
        const entries = byTheme.get(id) ?? [];
        if (entries.length === 0) return null;
        return (
          <section key={id} aria-label={name[language]}>
            <h2>{name[language]}</h2>
            {list(entries)}
          </section>
        );
      })}
      {waiting.length > 0 && (
        <section className="waiting" aria-label={words.proposed}>
          <h2 title={words.proposedNote}>{words.proposed}</h2>
          {list(waiting)}
        </section>
      )}
    </div>
  );
}

function IndicatorChoice(props: {
  entry: IndicatorEntry;
  checked: boolean;
  toggle: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const { entry } = props;
  return (
    <li>
      <label title={entry.definition[language]}>
        <input type="checkbox" checked={props.checked} onChange={props.toggle} />
        <span className="rail-name">{entry.name[language]}</span>
        <span className="num">{entry.territories}</span>
      </label>
    </li>
  );
}

/** Nobody supplies it yet: proposed by us, or a named source that has not been obtained. */
function isWaiting(entry: IndicatorEntry): boolean {
  return entry.territories === 0;
}

function holds({ name, id }: IndicatorEntry, search: string): boolean {
  const sought = search.trim().toLowerCase();
  return sought === '' || `${name.zh} ${name.en} ${id}`.toLowerCase().includes(sought);
}
