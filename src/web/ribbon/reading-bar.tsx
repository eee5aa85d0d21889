import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { territoryPath } from '../addresses.ts';
import { useMessages } from '../language.tsx';
import { type Reading, whereOf } from './reading.ts';
import type { PlaceOnPage } from './ribbon-places.ts';

/** The place under the reading line: who it is, and what every track says of it. */
export function ReadingBar(props: {
  place: PlaceOnPage | null;
  readings: readonly Reading[];
}): ReactNode {
  const messages = useMessages();
  const { place, readings } = props;
  if (!place) return <p className="ribbon-reading">{messages.ribbon.begin}</p>;
  return (
    <div className="ribbon-reading">
      <p className="ribbon-here">
        <svg width="10" height="7" aria-hidden="true">
          <path d="M0 0H10L5 7Z" fill="var(--xb-seal)" />
        </svg>
        <Link href={territoryPath(place.id)} aria-label={messages.ribbon.openPlace(place.name)}>
          {place.name}
        </Link>
        <span>{whereOf(place, messages).join(' · ')}</span>
      </p>
      <dl>
        {readings.map(({ track, title, was, now, aside, doubtful }) => (
          <div key={track}>
            <dt>{title}</dt>
            <dd>
              {was !== null && `${was} → `}
              <b>{now}</b>
              {aside !== null && messages.ribbon.bracketed(aside)}
              {doubtful && <span className="ribbon-doubt"> {messages.ribbon.doubtful}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
