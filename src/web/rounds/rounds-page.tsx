import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RoundView } from '../../api/collection.ts';
import { roundPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { WorkPage } from '../collection-nav/work-page.tsx';
import { useLanguage, useMessages } from '../language.tsx';
import { useSession } from '../session.ts';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { FindingHead } from '../submissions/finding-head.tsx';
import { periodWords } from '../submissions/period-words.ts';
import { useTitle } from '../title.ts';
import { OpenRound } from './open-round.tsx';
import './rounds.css';

/** The rounds, how many are in of each, and for a coordinator, to open one. */
export function RoundsPage(): ReactNode {
  const answer = useAnswer('rounds', {});
  useTitle(useMessages().rounds.title);
  return (
    <WorkPage here="rounds" answer={answer}>
      {({ rounds }) => <Body rounds={rounds} />}
    </WorkPage>
  );
}

function Body({ rounds }: { rounds: readonly RoundView[] }): ReactNode {
  const words = useMessages().rounds;
  const roles = useSession()?.account?.roles ?? [];
  const coordinates = roles.some(({ role }) => role === 'coordinator');
  const open = rounds.filter(({ closed }) => !closed);
  const sum = (count: (round: RoundView) => number) =>
    open.reduce((total, round) => total + count(round), 0);
  const finding = words.finding(open.length, sum(inOf), sum(askedOf), sum(lateOf));
  return (
    <div className="wrap rounds-page">
      <FindingHead finding={rounds.length === 0 ? words.nothing : finding} />
      {rounds.length === 0 && (
        <p className="work-empty">
          {words.nothingHint} {coordinates && words.mayOpen}
        </p>
      )}
      {rounds.length > 0 && <RoundTable rounds={rounds} />}
      {coordinates && <OpenRound />}
    </div>
  );
}

function RoundTable({ rounds }: { rounds: readonly RoundView[] }): ReactNode {
  const { language, messages } = useLanguage();
  const { collection, rounds: words } = messages;
  return (
    <table className="work-table rounds-table">
      <thead>
        <tr>
          <th scope="col">{words.form}</th>
          <th scope="col">{words.period}</th>
          <th scope="col" className="wide">
            {words.opens}
          </th>
          <th scope="col">{words.due}</th>
          <th scope="col" className="wide">
            {words.grace}
          </th>
          <th scope="col" className="num">
            {words.in}
          </th>
          <td className="wide" />
          <th scope="col" className="num">
            {words.late}
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round.id}>
            <th scope="row">
              <Link href={roundPath(round.id)}>{round.formTitle[language]}</Link>{' '}
              <span className="muted wide">{round.formNumber}</span>
            </th>
            <td className="period">{periodWords(round.period, collection)}</td>
            <td className="wide">{messages.date(round.opens)}</td>
            <td data-label={words.due}>{round.closed ? words.closed : messages.date(round.due)}</td>
            <td className="wide">{words.graceDays(round.graceDays)}</td>
            <td className="num" data-label={words.in}>
              {words.inOf(inOf(round), askedOf(round))}
            </td>
            <td className="wide">
              <Share part={inOf(round)} whole={askedOf(round)} />
            </td>
            <td className={lateOf(round) > 0 ? 'num late' : 'num'} data-label={words.overdue}>
              {lateOf(round)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Share({ part, whole }: { part: number; whole: number }): ReactNode {
  return (
    <svg className="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="all" width="100" height="8" />
      <rect className="held" width={whole === 0 ? 0 : (part / whole) * 100} height="8" />
    </svg>
  );
}

/** Submissions that are in: neither being filled nor given back, nor exempt. */
function inOf({ states }: RoundView): number {
  const { submitted = 0, accepted = 0, scheduled = 0, published = 0 } = states;
  return submitted + accepted + scheduled + published;
}

/** Late, and those that are not in though the day is over. */
function lateOf(round: RoundView): number {
  const isOver = !round.closed && beijingMinute(new Date().toISOString()).slice(0, 10) > round.due;
  return round.grace + round.late + (isOver ? owedOf(round) : 0);
}

/** Being filled, or given back. */
function owedOf({ states: { draft = 0, returned = 0 } }: RoundView): number {
  return draft + returned;
}

function askedOf({ total, states }: RoundView): number {
  return total - (states.exempt ?? 0);
}
