import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorEntry, StatisticsCatalog } from '../../api/statistics.ts';
import { indicatorPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { spanText } from '../statistics/explorer-address.ts';
import { shownUnitName } from '../statistics/unit-words.ts';
import { useTitle } from '../title.ts';
import './indicators.css';

/** Every indicator by theme, with how far it is covered; the proposed ones are marked. */
export function IndicatorListPage(): ReactNode {
  const { messages } = useLanguage();
  const answer = useAnswer('catalog', {});
  useTitle(messages.indicators.list.name);
  return <Answered answer={answer}>{(catalog) => <Body catalog={catalog} />}</Answered>;
}

function Body({ catalog }: { catalog: StatisticsCatalog }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.list;
  const { indicators, themes } = catalog;
  const proposed = indicators.filter(({ standing }) => standing === 'proposed').length;
  return (
    <div className="wrap indicator-list">
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={words.title(indicators.length - proposed, proposed)} />
          </h1>
          <p>{words.lede}</p>
        </div>
      </header>
      {themes.map((theme) => {
        const entries = indicators.filter((entry) => entry.theme === theme.id);
        if (entries.length === 0) return null;
        return (
          <section key={theme.id} className="part">
            <h2>{theme.name[language]}</h2>
            <table className="indicator-table">
              <thead className="unseen">
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.unit}</th>
                  <th scope="col">{words.coverage}</th>
                  <th scope="col">{words.periods}</th>
                  <th scope="col">{words.source}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <Row key={entry.id} entry={entry} catalog={catalog} />
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </div>
  );
}

function Row({ entry, catalog }: { entry: IndicatorEntry; catalog: StatisticsCatalog }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators.list;
  const members = catalog.groups.find(({ id }) => id === catalog.main)?.count ?? 0;
  const { territories, amongMembers } = entry;
  const periods = entry.periods.map(({ period }) => period);
  return (
    <tr>
      <th scope="row">
        <Link href={indicatorPath(entry.id)}>{entry.name[language]}</Link>
        {entry.standing === 'proposed' && <small className="proposed">{words.proposed}</small>}
      </th>
      <td className="unit">{shownUnitName(entry, language)}</td>
      <td className="covered">
        {territories === 0 ? (
          <span className="muted">{words.never}</span>
        ) : amongMembers ? (
          <span className="covered-bar">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="all" width="100" height="10" />
              <rect className="held" width={(territories / members) * 100} height="10" />
            </svg>
            <span>{messages.indicators.coverage.of(territories, members)}</span>
          </span>
        ) : (
          `${words.others} · ${words.places(territories)}`
        )}
      </td>
      <td className="periods">
        {spanText(periods, messages.territories.dash, messages.listOf(['', '']))}
      </td>
      <td className="agency" lang="zh-CN">
        {entry.source.agency}
      </td>
    </tr>
  );
}
