import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { agencyPath, clausePath, projectPath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import type { Passage } from './reading.ts';
import { type Segment, segmentsOf } from './segments.ts';

interface Props {
  readonly text: string;
  readonly passage: Passage;
  readonly agencies: ReadonlySet<string>;
  readonly hits: readonly (readonly [number, number])[];
  readonly selected: boolean;
}

/** One passage of official text with its marks; the clause number beside it is the share link. */
export const ClauseText = memo(function ClauseText(props: Props): ReactNode {
  const { passage, selected } = props;
  const messages = useMessages();
  const { clause, ancestors } = passage.of;
  const lines = segmentsOf(props.text, passage, props.agencies, props.hits);
  const label = clauseLabel(clause.id, messages);
  const level = Math.min(6, 2 + ancestors.filter((part) => part.clause.heading).length);
  return (
    <div
      className={`clause depth-${ancestors.length} kind-${clause.kind}${selected ? ' selected' : ''}`}
      data-clause={clause.id}
      id={passage.first ? `c-${clause.id}` : undefined}
    >
      {passage.first && (
        <Link
          className="clause-number"
          href={clausePath(clause.id)}
          aria-label={messages.reader.clauseLink(label)}
          aria-current={selected ? 'true' : undefined}
        >
          {label}
        </Link>
      )}
      <div className="clause-lines" lang="zh-CN">
        {lines.map((line, index) => (
          <Line
            key={line[0]?.start}
            text={props.text}
            line={line}
            level={index === 0 ? level : 0}
          />
        ))}
      </div>
    </div>
  );
});

/** A heading that fills its line stands alone; one that runs into its text stays in the line. */
function Line(props: { text: string; line: readonly Segment[]; level: number }): ReactNode {
  const { text, line, level } = props;
  const head = line.filter((segment) => segment.number || segment.heading);
  const rest = line.slice(head.length);
  const Heading = `h${level}` as 'h2';
  if (level === 0 || !head.some((segment) => segment.heading))
    return <p className="line">{pieces(text, line)}</p>;
  if (rest.length === 0) return <Heading className="heading-line">{pieces(text, line)}</Heading>;
  return (
    <div className="line">
      <Heading className="run-in">{pieces(text, head)}</Heading>
      {pieces(text, rest)}
    </div>
  );
}

function pieces(text: string, segments: readonly Segment[]): ReactNode[] {
  return segments.map((segment) => (
    <Piece key={segment.start} words={text.slice(segment.start, segment.end)} segment={segment} />
  ));
}

function Piece({ words, segment }: { words: string; segment: Segment }): ReactNode {
  const classes = classesOf(segment);
  const name = classes.length > 0 ? classes.join(' ') : undefined;
  const inner = segment.hit ? <mark>{words}</mark> : words;
  if (segment.agency)
    return (
      <Link className={name} href={agencyPath(segment.agency)}>
        {inner}
      </Link>
    );
  if (segment.project)
    return (
      <Link
        className={name}
        href={projectPath(segment.project.title)}
        title={segment.project.title}
      >
        {inner}
      </Link>
    );
  if (segment.verb) return <b className={name}>{inner}</b>;
  return name ? <span className={name}>{inner}</span> : inner;
}

function classesOf(segment: Segment): string[] {
  const classes: string[] = [];
  if (segment.number) classes.push('printed-number');
  if (segment.heading) classes.push('printed-heading');
  if (segment.commitment) classes.push('promise', `grade-${segment.commitment.grade}`);
  if (segment.verb) classes.push('verb');
  if (segment.quantity) classes.push('quantity');
  if (segment.project) classes.push('project');
  if (segment.statement) classes.push('statement');
  if (segment.agency) classes.push('agency');
  return classes;
}
