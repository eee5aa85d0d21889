import type { ReactNode } from 'react';
import type { ReleaseView } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { ReasonForm } from '../submissions/reason-form.tsx';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { useAct } from '../submissions/use-act.ts';

/** The acts of publishing, newest first; one under embargo can be withdrawn. */
export function ReleaseList(props: {
  releases: readonly ReleaseView[];
  publishes: boolean;
}): ReactNode {
  const words = useMessages().releases;
  const releases = [...props.releases].sort((a, b) => b.id - a.id);
  return (
    <section className="part">
      <h2>{words.list}</h2>
      {releases.length === 0 && <p className="note">{words.listEmpty}</p>}
      {releases.length > 0 && (
        <table className="work-table release-table">
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.releaseTitle}</th>
              <th scope="col" className="num">
                {words.submissions}
              </th>
              <th scope="col" className="wide">
                {words.by}
              </th>
              <th scope="col" className="wide">
                {words.at}
              </th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {releases.map((release) => (
              <tr key={release.id}>
                <td>{release.number ?? '—'}</td>
                <th scope="row">{release.title}</th>
                <td className="num">{release.submissions}</td>
                <td className="wide">{release.decidedBy}</td>
                <td className="wide nowrap">{beijingMinute(release.decidedAt)}</td>
                <td>
                  <State release={release} publishes={props.publishes} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function State({ release, publishes }: { release: ReleaseView; publishes: boolean }): ReactNode {
  const words = useMessages().releases;
  const withdraw = useAct('unschedule');
  const { id, withdrawn, embargo, number } = release;
  if (withdrawn) return <span className="muted">{words.states.withdrawn}</span>;
  if (number !== null || embargo === null) return words.states.out;
  return (
    <>
      {words.states.waiting(beijingMinute(embargo))}{' '}
      {publishes && (
        <ReasonForm
          className="quiet"
          label={words.withdraw}
          keep={words.keep}
          busy={withdraw.busy}
          act={(reason) => withdraw.run({ id, reason })}
        />
      )}
      <RefusalLine refusal={withdraw.refusal} />
    </>
  );
}
