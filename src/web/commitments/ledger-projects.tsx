import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Ledger } from '../../api/plan.ts';
import type { Grade, ProjectKind } from '../../domain/commitment.ts';
import { clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import { grades } from '../marks/grades.ts';
import { VerbMark } from '../marks/verb-mark.tsx';

type Project = Ledger['namedProjects'][number];

/** The railways, roads and zones the text names: by kind, then by verb from study to completion. */
export function LedgerProjects({ projects }: { projects: readonly Project[] }): ReactNode {
  const messages = useMessages();
  const words = messages.ledger;
  const kinds = [...grouped(projects, (project) => project.kind)];
  return (
    <section className="part" id="projects">
      <header>
        <h2>{words.projects}</h2>
        <p className="note">{words.projectsNote}</p>
      </header>
      {kinds.length === 0 && <p className="ledger-nothing">{words.noProjects}</p>}
      {kinds.map(([kind, own]) => (
        <KindOfProject key={kind} kind={kind} projects={own} />
      ))}
    </section>
  );
}

function KindOfProject(props: { kind: ProjectKind; projects: readonly Project[] }): ReactNode {
  const messages = useMessages();
  const byGrade = (a: Grade, b: Grade) => grades.indexOf(a) - grades.indexOf(b);
  const groups = [
    ...grouped(props.projects, ({ grade, verb }) => `${grade} ${verb}`).values(),
  ].sort(([a], [b]) => byGrade(a?.grade ?? 'none', b?.grade ?? 'none'));
  return (
    <section className="project-kind">
      <h3>
        {messages.projectKinds[props.kind]}
        <span>{messages.itemsOf(props.projects.length)}</span>
      </h3>
      <div className="project-groups">
        {groups.map((projects) => (
          <div key={`${projects[0]?.grade} ${projects[0]?.verb}`} className="project-group">
            <p>
              {projects[0] && <VerbMark verb={projects[0].verb} grade={projects[0].grade} />}
              <span className="num">{projects.length}</span>
            </p>
            <ul>
              {projects.map((project) => (
                <li key={`${project.clause} ${project.title}`}>
                  <Link href={clausePath(project.clause)}>
                    <span lang="zh-CN">{project.title}</span>
                    <span className="id">{clauseLabel(project.clause, messages)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
