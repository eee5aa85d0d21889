import type { ReactNode } from 'react';
import { downloadPaths } from '../../api/paths.ts';
import type { Instant } from '../../api/statistics.ts';
import { CiteButton } from '../cite-button.tsx';
import { useLanguage } from '../language.tsx';
import type { SeriesQuestion } from './explorer-state.ts';
import { instantText, isoDay } from './instant-words.ts';

/** The formats a question is downloaded in, by what they are called. */
const formats = [
  ['csv', downloadPaths.seriesCsv],
  ['xlsx', downloadPaths.seriesXlsx],
  ['json', downloadPaths.seriesJsonStat],
  ['zip', downloadPaths.seriesPackage],
] as const;

/** Files of exactly what the page shows, as of the publication it shows; and its citation. */
export function ExplorerDownloads(props: {
  question: SeriesQuestion;
  instant: Instant;
  title: string;
}): ReactNode {
  const { question, instant, title } = props;
  const { language, messages } = useLanguage();
  const words = messages.explorer;
  const asOf = String(instant.number);
  const query = new URLSearchParams({ ...question, asOf, lang: language });
  const citation = () => {
    const here = new URL(location.href);
    here.searchParams.set('asOf', asOf);
    here.searchParams.delete('at');
    const today = messages.date(isoDay(new Date().toISOString()));
    return words.citation(title, instantText(instant, messages), decodeURI(here.href), today);
  };
  return (
    <fieldset className="explorer-downloads">
      <legend className="unseen">{words.downloads.label}</legend>
      {formats.map(([format, path]) => (
        <a key={format} className="button" href={`${path}?${query}`} download>
          {words.downloads[format]}
        </a>
      ))}
      <CiteButton citation={citation} />
    </fieldset>
  );
}
