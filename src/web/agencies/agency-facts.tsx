import type { ReactNode } from 'react';
import type { AgencyPage } from '../../api/plan.ts';
import { useMessages } from '../language.tsx';

/** What the agency was called and what became of it, each with its source or 未查到来源. */
export function AgencyFacts({ agency }: { agency: AgencyPage['agency'] }): ReactNode {
  const messages = useMessages();
  const { page: words, unsourced, noSuccessor } = messages.agencies;
  const { fullName, fullNameSource, successors, succeeded, successionSource, note } = agency;
  return (
    <dl className="agency-facts">
      <div>
        <dt>{words.fullName}</dt>
        <dd lang="zh-CN">{fullName ?? <span className="muted">{unsourced}</span>}</dd>
        {fullNameSource && <Source text={fullNameSource} />}
      </div>
      <div>
        <dt>
          {words.successors}
          {succeeded && successors.length > 0 && ` · ${words.when(messages.date(succeeded))}`}
        </dt>
        <dd lang="zh-CN">
          {successors.length > 0 ? (
            successors.map((name) => <span key={name}>{name}</span>)
          ) : (
            <span className="muted">{noSuccessor}</span>
          )}
        </dd>
        {successionSource && <Source text={successionSource} />}
      </div>
      {note && (
        <div>
          <dt>{words.note}</dt>
          <dd lang="zh-CN">{note}</dd>
        </div>
      )}
    </dl>
  );
}

/** A source may be words, an address, or both; an address becomes a link. */
function Source({ text }: { text: string }): ReactNode {
  const { page: words } = useMessages().agencies;
  const address = /https?:\/\/\S+/.exec(text)?.[0];
  const rest = address ? text.replace(address, '').trim() : text;
  return (
    <dd className="source" lang="zh-CN">
      {words.source(rest || (address ?? ''))}
      {address && rest && (
        <>
          {' '}
          <a href={address} rel="noreferrer">
            {new URL(address).host}
          </a>
        </>
      )}
    </dd>
  );
}
