import { memo, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import { territoryPath } from '../addresses.ts';
import { useMessages } from '../language.tsx';
import { type Reading, saidOf } from './reading.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** The ribbon as a table, for whoever does not see or does not point. Its rows wait until they are wanted. */
export const RibbonTable = memo(function RibbonTable(props: TableProps): ReactNode {
  const { ribbon } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <details className="ribbon-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{ribbon.table}</summary>
      {open && <Rows {...props} />}
    </details>
  );
});

interface TableProps {
  readonly places: readonly PlaceOnPage[];
  readonly tracks: readonly RibbonTrack[];
  readonly read: (place: number) => readonly Reading[];
}

/** A row a place, a column a track. */
function Rows(props: TableProps): ReactNode {
  const messages = useMessages();
  const { ribbon } = messages;
  const { places, tracks, read } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="ribbon-table" tabIndex={0} aria-label={ribbon.table}>
      <table>
        <caption className="unseen">{ribbon.tableCaption(places.length)}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {ribbon.columns.order}
            </th>
            <th scope="col">{ribbon.columns.place}</th>
            <th scope="col">{ribbon.columns.province}</th>
            <th scope="col">{ribbon.columns.neighbours}</th>
            {tracks.map(({ id, title }) => (
              <th key={id} scope="col" className="num">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place, index) => (
            <tr key={place.id}>
              <td className="num">{place.order}</td>
              <th scope="row">
                <Link href={territoryPath(place.id)}>{place.name}</Link>
                {!place.certain && '*'}
              </th>
              <td>{place.province}</td>
              <td>{place.neighbours.join('、')}</td>
              {read(index).map((reading) => (
                <td key={reading.track} className="num">
                  {saidOf(reading, messages)}
                  {reading.doubtful && ` ${messages.ribbon.doubtful}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
