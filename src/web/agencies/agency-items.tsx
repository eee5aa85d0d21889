import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AgencyPage } from '../../api/plan.ts';
import { agencyPath, clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import { EvaluabilityNote } from '../marks/evaluability-note.tsx';
import { KindShape } from '../marks/kind-shape.tsx';
import { PromiseWords } from '../marks/promise-words.tsx';

type Item = AgencyPage['items'][number];

/** The items that name the agency, by area, each with the agencies beside it. */
export function AgencyItems({ name, items }: { name: string; items: readonly Item[] }): ReactNode {
  const messages = useMessages();
  const { page: words } = messages.agencies;
  if (items.length === 0) return null;
  return (
    <section className="part">
      <header>
        <h2>{words.items}</h2>
        {items.every((item) => item.leads.length === 0) && (
          <p className="note">{messages.matrix.noLead}</p>
        )}
      </header>
      {[...grouped(items, (item) => item.area.id).values()].map((part) => (
        <section key={part[0]?.area.id} className="agency-area">
          <h3>
            <span lang="zh-CN">{part[0]?.area.heading}</span>
            <span>{messages.matrix.itemsCount(part.length)}</span>
          </h3>
          <ul>
            {part.map((item) => (
              <AgencyItem key={item.clause.id} name={name} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function AgencyItem({ name, item }: { name: string; item: Item }): ReactNode {
  const messages = useMessages();
  const { page: words } = messages.agencies;
  const { clause, agencies, others, leads, manner } = item;
  const beside = agencies.filter((other) => other !== name);
  return (
    <li className="agency-item">
      <Link href={clausePath(clause.id)} className="agency-item-link">
        <KindShape kind={clause.kind} />
        <span className="unseen">{messages.kinds[clause.kind]}</span>
        <span className="id">{clauseLabel(clause.id, messages)}</span>
        <span className="serif" lang="zh-CN">
          {clause.heading}
        </span>
      </Link>
      <p className="beside">
        <span className="muted">
          {beside.length + others.length > 0 ? words.with : words.alone}
          {leads.length > 0 && ` · ${messages.reader.leads(messages.listOf(leads))}`}
          {manner !== 'respectively' && manner !== 'listed' && ` · ${messages.manners[manner]}`}
        </span>{' '}
        <span lang="zh-CN">
          {beside.map((other, index) => (
            <span key={other}>
              {index > 0 && '、'}
              <Link href={agencyPath(other)}>{other}</Link>
            </span>
          ))}
          {others.map((other) => `、${other}`)}
        </span>
      </p>
      <ItemPromises commitments={item.commitments} />
    </li>
  );
}

/**
 * What an item asks: graded and measurable promises a line each with what would count, the others
 * in one paragraph as printed, so that everything is there and the firm ones stand out.
 */
function ItemPromises({ commitments }: Pick<Item, 'commitments'>): ReactNode {
  const firm = commitments.filter(
    (entry) => entry.grade !== 'none' || entry.evaluability.evaluable,
  );
  const others = commitments.filter((entry) => !firm.includes(entry));
  return (
    <>
      {firm.length > 0 && (
        <ul className="item-promises">
          {firm.map((entry) => (
            <li key={entry.id}>
              <PromiseWords commitment={entry} />
              <EvaluabilityNote entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p className="item-others serif" lang="zh-CN">
          {others.map((entry) => `${entry.text}。`).join('')}
        </p>
      )}
    </>
  );
}

/** What running text lays on the agency. */
export function AgencyDuties({ duties }: { duties: AgencyPage['duties'] }): ReactNode {
  const { page: words } = useMessages().agencies;
  return (
    <section className="part">
      <header>
        <h2>{words.duties}</h2>
        <p className="note">{duties.length > 0 ? words.dutiesNote : words.noDuties}</p>
      </header>
      <DutyList duties={duties} />
    </section>
  );
}

/** What running text lays on departments without naming them, and so on this one too. */
export function CommonDuties({ duties }: { duties: AgencyPage['commonDuties'] }): ReactNode {
  const { page: words } = useMessages().agencies;
  if (duties.length === 0) return null;
  return (
    <section className="part">
      <header>
        <h2>{words.commonDuties}</h2>
        <p className="note">{words.commonDutiesNote}</p>
      </header>
      <DutyList duties={duties} />
    </section>
  );
}

function DutyList({ duties }: { duties: AgencyPage['duties'] }): ReactNode {
  const messages = useMessages();
  if (duties.length === 0) return null;
  return (
    <ul className="agency-duties">
      {duties.map((duty) => (
        <li key={`${duty.start} ${duty.action}`}>
          <Link href={clausePath(duty.clause)} className="id">
            {clauseLabel(duty.clause, messages)}
          </Link>
          <span lang="zh-CN">
            {duty.actors.join('、')}
            <span className="serif">　{duty.action}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
