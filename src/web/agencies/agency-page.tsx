import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AgencyPage as Page } from '../../api/plan.ts';
import { agencyPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { CiteButton } from '../cite-button.tsx';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { zh } from '../messages/zh.ts';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { AgencyCompanions } from './agency-companions.tsx';
import { AgencyFacts } from './agency-facts.tsx';
import { AgencyDuties, AgencyItems, CommonDuties } from './agency-items.tsx';
import { AgencyStrip } from './agency-strip.tsx';
import './agencies.css';

/** Everything the plan asks of one agency, and with whom it shares each item. */
export function AgencyPage({ name }: { name: string }): ReactNode {
  const answer = useAnswer('agency', { name });
  useTitle(name);
  return <Answered answer={answer}>{(page) => <Body page={page} />}</Answered>;
}

function Body({ page }: { page: Page }): ReactNode {
  const messages = useMessages();
  const words = messages.agencies.page;
  const { agency, items, duties, commonDuties, companions, plan } = page;
  const areas = grouped(items, (item) => item.area.id).size;
  const finding =
    items.length > 0
      ? words.finding(agency.name, items.length, areas)
      : words.onlyDuties(agency.name, duties.length);
  const citation = () => {
    const link = new URL(agencyPath(agency.name), location.href).href;
    return `${zh.agencies.page.citation(plan.title.zh, plan.number, agency.name, items.length)} ${link}`;
  };
  return (
    <div className="wrap agency-page">
      <p className="back">
        <Link href="/agencies">{words.back}</Link>
      </p>
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={finding} />
          </h1>
        </div>
        <div className="actions">
          <Link
            className="button"
            href={`/responsibilities?agency=${encodeURIComponent(agency.name)}`}
          >
            {words.inMatrix}
          </Link>
        </div>
      </header>
      <CiteButton citation={citation} />
      <AgencyStrip name={agency.name} />
      <div className="agency-columns">
        <div>
          <AgencyItems name={agency.name} items={items} />
          <AgencyDuties duties={duties} />
          <CommonDuties duties={commonDuties} />
        </div>
        <aside aria-label={words.fullName}>
          <AgencyFacts agency={agency} />
          <AgencyCompanions companions={companions} />
        </aside>
      </div>
    </div>
  );
}
