import type { Commitment, NamedProject } from '../../domain/commitment.ts';
import type { Passage } from './reading.ts';

/** A run of characters that everything said about it holds for as a whole. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  number?: boolean;
  heading?: boolean;
  commitment?: Commitment;
  verb?: boolean;
  quantity?: boolean;
  project?: NamedProject;
  agency?: string;
  /** Inside the parenthesised responsibility statement. */
  statement?: boolean;
  hit?: boolean;
}

type Trait = Omit<Segment, 'start' | 'end'>;
interface Mark {
  start: number;
  end: number;
  trait: Trait;
}

/** Returns the passage as lines of segments: cut where any annotation begins or ends. */
export function segmentsOf(
  text: string,
  passage: Passage,
  agencies: ReadonlySet<string>,
  hits: readonly (readonly [number, number])[],
): Segment[][] {
  const marks = marksOf(text, passage, agencies);
  for (const [start, end] of hits) marks.push({ start, end, trait: { hit: true } });
  const lines: Segment[][] = [];
  let from = passage.start;
  for (const line of text.slice(passage.start, passage.end).split('\n')) {
    if (line.trim()) lines.push(cut(from, from + line.length, marks));
    from += line.length + 1;
  }
  return lines;
}

function cut(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const edges = new Set([start, end]);
  for (const mark of here) {
    edges.add(Math.max(mark.start, start));
    edges.add(Math.min(mark.end, end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((edge, index) => {
    const segment: Segment = { start: sorted[index] as number, end: edge };
    for (const mark of here)
      if (mark.start <= segment.start && mark.end >= edge) Object.assign(segment, mark.trait);
    return segment;
  });
}

function marksOf(text: string, passage: Passage, agencies: ReadonlySet<string>): Mark[] {
  const { of } = passage;
  const marks: Mark[] = passage.first ? headMarks(text, passage) : [];
  for (const commitment of of.commitments) {
    marks.push({ start: commitment.start, end: commitment.end, trait: { commitment } });
    // Only a graded verb is bold: bold weighs the promise, and every sentence has some verb.
    const verbs = commitment.grade === 'none' ? [] : verbParts(text, commitment);
    for (const [start, end] of verbs) marks.push({ start, end, trait: { verb: true } });
  }
  for (const { start, end } of of.quantities) marks.push({ start, end, trait: { quantity: true } });
  for (const project of of.projects)
    marks.push({ start: project.start, end: project.end, trait: { project } });
  for (const statement of of.statements) {
    const { start, end } = statement;
    marks.push({ start, end, trait: { statement: true } });
    marks.push(...nameMarks(text, start, end, statement.agencies));
  }
  for (const duty of of.duties)
    marks.push(
      ...nameMarks(
        text,
        duty.start,
        duty.end,
        duty.actors.filter((name) => agencies.has(name)),
      ),
    );
  return marks;
}

/** The printed number and the heading with its full stop stand at the start of the clause. */
function headMarks(text: string, { of, start, end }: Passage): Mark[] {
  const { number, heading } = of.clause;
  const marks: Mark[] = [];
  let at = start;
  if (number && text.startsWith(number, at)) {
    at += number.length;
    while (at < end && /[、.．\s]/.test(text[at] as string)) at += 1;
    marks.push({ start, end: at, trait: { number: true } });
  }
  if (heading && text.startsWith(heading, at)) {
    let close = at + heading.length;
    if (/[。：:]/.test(text[close] ?? '')) close += 1;
    marks.push({ start: at, end: Math.min(close, end), trait: { heading: true } });
  }
  return marks;
}

/** A verb may have a gap (推进…前期工作): its parts are sought one after the other. */
function verbParts(text: string, commitment: Commitment): [number, number][] {
  const found: [number, number][] = [];
  let from = commitment.start;
  for (const part of commitment.verb.split(/[…⋯]+/).filter(Boolean)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > commitment.end) break;
    from = at + part.length;
    found.push([at, from]);
  }
  return found;
}

function nameMarks(text: string, start: number, end: number, names: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  let from = start;
  for (const agency of names) {
    const at = text.indexOf(agency, from);
    if (at < 0 || at + agency.length > end) continue;
    from = at + agency.length;
    marks.push({ start: at, end: from, trait: { agency } });
  }
  return marks;
}
