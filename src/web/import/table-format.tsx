import type { ReactNode } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { saveRows } from '../submissions/file.ts';

/** How a table has to be written, as far as a statistician needs it, with a table to fill in. */
export function TableFormat(): ReactNode {
  const words = useMessages().importing;
  return (
    <section className="part table-format">
      <h2>{words.format}</h2>
      <ul className="format">
        {words.formats.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <EmptyTable />
      <details>
        <summary>{words.more}</summary>
        <LongTable />
        <WideTable />
        <h3>{words.signs}</h3>
        <Pairs pairs={words.signRows} />
        <p className="note">{words.limits}</p>
      </details>
    </section>
  );
}

/** The places of the plan's main group with an empty column of figures. */
function EmptyTable(): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.importing;
  const { data: catalog } = useAnswer('catalog', {});
  if (!catalog) return null;
  const members = membersOf(catalog);
  const save = () => {
    const indicator = indicatorOf(catalog);
    const year = String(new Date().getFullYear() - 1);
    const rows = members.map(({ id, name }) => [
      name,
      id,
      indicator?.name[language] ?? '',
      year,
      '',
      indicator?.unit ?? '',
      '',
      '',
    ]);
    saveRows(words.sampleName, [[...words.longHead], ...rows]);
  };
  return (
    <p className="empty-table">
      <button type="button" className="button" onClick={save}>
        {words.sample(members.length)}
      </button>{' '}
      <span className="note">{words.sampleHint}</span>
    </p>
  );
}

function LongTable(): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.importing;
  const { data: catalog } = useAnswer('catalog', {});
  if (!catalog) return null;
  const [place, other] = membersOf(catalog);
  const indicator = indicatorOf(catalog);
  const row = (name: typeof place, value: string, why: string) => [
    name?.name ?? '',
    name?.id ?? '',
    indicator?.name[language] ?? '',
    '2024',
    value,
    indicator?.unit ?? '',
    words.sourceExample,
    why,
  ];
  const rows = [row(place, '1,234.5', ''), row(other, '', messages.collection.absences.missing)];
  return (
    <>
      <h3>{words.longTitle}</h3>
      <Example label={words.longTitle} head={words.longHead} rows={rows} />
      <Pairs pairs={words.longColumns} />
    </>
  );
}

function WideTable(): ReactNode {
  const words = useMessages().importing;
  const { data: catalog } = useAnswer('catalog', {});
  if (!catalog) return null;
  const [place, other] = membersOf(catalog);
  const rows = [
    [place?.name ?? '', '2.5', '3.1'],
    [other?.name ?? '', '4', '…'],
  ];
  return (
    <>
      <h3>{words.wideTitle}</h3>
      <p className="note">{words.wideCaption}</p>
      <Example label={words.wideTitle} head={words.wideHead} rows={rows} />
      <ul className="format">
        {words.wideNotes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Example(props: {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="example-table" tabIndex={0} aria-label={props.label}>
      <table>
        <thead>
          <tr>
            {props.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((text, at) => (
                <td key={props.head[at]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Pairs({ pairs }: { pairs: readonly (readonly string[])[] }): ReactNode {
  return (
    <dl className="format-pairs">
      {pairs.map(([name, meaning]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

function membersOf({ territories, main }: StatisticsCatalog): StatisticsCatalog['territories'] {
  return territories.filter(({ groups }) => groups.includes(main));
}

function indicatorOf({
  indicators,
}: StatisticsCatalog): StatisticsCatalog['indicators'][number] | undefined {
  return indicators.find(({ amongMembers }) => amongMembers);
}
