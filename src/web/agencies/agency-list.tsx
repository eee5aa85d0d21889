import { type ReactNode, useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import type { AgencyList } from '../../api/plan.ts';
import { useAddressState } from '../address-state.ts';
import { agencyPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { TypedField } from '../typed-field.tsx';
import './agencies.css';

/** Every agency the plan names, those named most often first. */
export function AgencyListPage(): ReactNode {
  const answer = useAnswer('agencies', {});
  return <Answered answer={answer}>{(list) => <List list={list} />}</Answered>;
}

function List({ list }: { list: AgencyList }): ReactNode {
  const messages = useMessages();
  const words = messages.agencies;
  const [params, change] = useAddressState();
  const type = useCallback((q: string) => change({ q }, 'typing'), [change]);
  const sought = params.get('q')?.trim() ?? '';
  useTitle(messages.frame.agencies);
  const { agencies } = list;
  const shown = useMemo(
    () =>
      agencies
        .filter(({ name, fullName }) => `${name} ${fullName ?? ''}`.includes(sought))
        .sort((a, b) => b.count - a.count),
    [agencies, sought],
  );
  const largest = Math.max(1, ...agencies.map(({ count }) => count));
  const many = agencies.filter(({ count }) => count >= 10).length;
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={words.finding(agencies.length, many)} />
          </h1>
          <p>{words.lede}</p>
        </div>
      </header>
      <div className="toolbar">
        <TypedField label={words.filter} words={sought} change={type} />
      </div>
      {shown.length === 0 && <p className="empty">{words.none}</p>}
      {shown.length > 0 && (
        <table className="agency-table">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" className="num">
                {words.count}
              </th>
              <td aria-hidden="true" />
              <th scope="col" className="num">
                {words.duties}
              </th>
              <th scope="col" className="wide">
                {words.fullName}
              </th>
              <th scope="col" className="wide">
                {words.successor}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((agency) => (
              <AgencyRow key={agency.name} agency={agency} largest={largest} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function AgencyRow(props: { agency: AgencyList['agencies'][number]; largest: number }): ReactNode {
  const { agencies: words } = useMessages();
  const { name, fullName, count, duties, successors } = props.agency;
  return (
    <tr>
      <th scope="row">
        <Link href={agencyPath(name)} lang="zh-CN">
          {name}
        </Link>
      </th>
      <td className="num">{count}</td>
      <td className="agency-bar">
        <svg width="72" height="8" aria-hidden="true">
          <rect width={(72 * count) / props.largest} height="8" />
        </svg>
      </td>
      <td className="num">{duties || '—'}</td>
      <td className="wide" lang="zh-CN">
        {fullName ?? <span className="muted">{words.unsourced}</span>}
      </td>
      <td className="wide" lang="zh-CN">
        {successors.length > 0 ? (
          successors.join('、')
        ) : (
          <span className="muted" title={words.noSuccessor}>
            —
          </span>
        )}
      </td>
    </tr>
  );
}
