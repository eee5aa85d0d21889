import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import { useAddressState } from '../address-state.ts';
import { indicatorPath } from '../addresses.ts';
import { CiteButton } from '../cite-button.tsx';
import { useLanguage } from '../language.tsx';
import { zh } from '../messages/zh.ts';
import { instantText } from '../statistics/instant-words.ts';

const formats = [
  ['csv', '/api/statistics/series.csv'],
  ['xlsx', '/api/statistics/series.xlsx'],
  ['json', '/api/statistics/series.json'],
  ['zip', '/api/statistics/series.zip'],
] as const;

/** Which period is looked at, and the figures to take along. */
export function IndicatorActions({ page }: { page: IndicatorPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.indicators;
  const [, change] = useAddressState();
  const { indicator, periods, period, instant, main } = page;
  if (periods.length === 0) return null;
  const members = page.coverage.some(({ present }) => present > 0);
  const above = page.totals.map(({ place }) => place.id);
  const query = new URLSearchParams({
    t: [...(members ? [`${main.id}/*`] : []), ...above].join(','),
    i: indicator.id,
    p: periods.join(','),
    asOf: String(instant.number),
    lang: language,
  });
  const citation = () => {
    const link = new URL(indicatorPath(indicator.id), location.href);
    if (period !== null) link.searchParams.set('p', period);
    link.searchParams.set('asOf', String(instant.number));
    return zh.indicators.citation(indicator.name.zh, instantText(instant, zh), link.href);
  };
  return (
    <div className="toolbar indicator-toolbar">
      <label>
        <span>{words.period}</span>{' '}
        <select
          className="field"
          value={period ?? ''}
          onChange={(event) => change({ p: event.target.value })}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <Link href={`/statistics?i=${indicator.id}`}>{words.explorer}</Link>
      {members && <Link href={`/ribbon?i=${indicator.id}`}>{words.ribbon}</Link>}
      <span className="end indicator-downloads">
        <span className="note">{words.downloads}</span>
        {formats.map(([format, path]) => (
          <a key={format} className="button" href={`${path}?${query}`} download>
            {messages.explorer.downloads[format]}
          </a>
        ))}
        <CiteButton citation={citation} />
      </span>
    </div>
  );
}
