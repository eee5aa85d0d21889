import type { ReactNode } from 'react';
import type { ReleaseView } from '../../api/collection.ts';
import { useAnswer } from '../answers.ts';
import { WorkPage } from '../collection-nav/work-page.tsx';
import { useMessages } from '../language.tsx';
import { useSession } from '../session.ts';
import { FindingHead } from '../submissions/finding-head.tsx';
import { useTitle } from '../title.ts';
import { PublishForm } from './publish-form.tsx';
import { ReleaseList } from './release-list.tsx';
import './releases.css';

/** To publish what every level has accepted, and what was published before. */
export function ReleasesPage(): ReactNode {
  const answer = useAnswer('releases', {});
  useTitle(useMessages().releases.title);
  return (
    <WorkPage here="releases" answer={answer}>
      {({ releases }) => <Body releases={releases} />}
    </WorkPage>
  );
}

function Body({ releases }: { releases: readonly ReleaseView[] }): ReactNode {
  const words = useMessages().releases;
  const roles = useSession()?.account?.roles ?? [];
  const publishes = roles.some(({ role }) => role === 'publisher');
  const tasks = useAnswer('tasks', {}).data;
  const waiting = releases.filter(({ number, withdrawn, embargo }) =>
    Boolean(embargo && number === null && !withdrawn),
  );
  return (
    <div className="wrap releases-page">
      <FindingHead finding={words.finding(tasks?.publish.length ?? 0, waiting.length)}>
        <p>{words.lede}</p>
      </FindingHead>
      {!publishes && <p className="work-empty">{words.coordinatorHint}</p>}
      {publishes && tasks && <PublishForm entries={tasks.publish} />}
      <ReleaseList releases={releases} publishes={publishes} />
    </div>
  );
}
