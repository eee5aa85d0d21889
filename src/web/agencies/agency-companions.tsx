import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { AgencyPage } from '../../api/plan.ts';
import { agencyPath } from '../addresses.ts';
import { useMessages } from '../language.tsx';

const first = 12;

/** The agencies named most often beside this one, as bars of shared items. */
export function AgencyCompanions(props: { companions: AgencyPage['companions'] }): ReactNode {
  const { page: words } = useMessages().agencies;
  const [all, setAll] = useState(false);
  const companions = [...props.companions].sort((a, b) => b.shared - a.shared);
  const largest = companions[0]?.shared ?? 1;
  if (companions.length === 0) return null;
  return (
    <section className="companions">
      <h2>
        {words.companions}
        <span>{words.companionsNote}</span>
      </h2>
      <ul>
        {companions.slice(0, all ? undefined : first).map(({ name, shared }) => (
          <li key={name}>
            <Link href={agencyPath(name)} lang="zh-CN">
              {name}
            </Link>
            <svg width="100" height="8" aria-hidden="true">
              <rect width={(100 * shared) / largest} height="8" />
            </svg>
            <span className="num">{shared}</span>
          </li>
        ))}
      </ul>
      {!all && companions.length > first && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {words.allCompanions(companions.length)}
        </button>
      )}
    </section>
  );
}
