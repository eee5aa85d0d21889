import type { Agency } from '../domain/agency.ts';
import type { CompiledDocument } from '../domain/compiled-document.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { PlanFile } from '../domain/plan.ts';
import type { Responsibility } from '../domain/responsibility.ts';

/** A finding about a field of plan.yaml, with the field's path (`expect.clauses.area`). */
export interface PlanFinding {
  readonly path: string;
  readonly item: Finding;
}

/** Returns where plan.yaml disagrees with what its text compiles to, corrections aside. */
export function checkPlan(file: PlanFile, document: CompiledDocument): PlanFinding[] {
  return [...compareFacts(file, document), ...compareCounts(file, document)];
}

/** Returns the bodies the text names that the list lacks, and those it lists in vain. */
export function checkAgencies(
  responsibilities: readonly Responsibility[],
  agencies: readonly Agency[],
): Finding[] {
  const named = new Set(responsibilities.flatMap((item) => item.agencies));
  const listed = new Set(agencies.map((item) => item.name));
  return [
    ...[...named]
      .filter((name) => !listed.has(name))
      .map((name) => finding('agency-unlisted', {}, { name })),
    ...[...listed]
      .filter((name) => !named.has(name))
      .map((name) => finding('agency-unused', {}, { name })),
  ];
}

function compareFacts(file: PlanFile, document: CompiledDocument): PlanFinding[] {
  const facts: [path: string, declared: string, found: string][] = [
    ['title.zh', file.title.zh, document.subject ?? document.title ?? ''],
    ['number', file.number, document.number ?? ''],
    ['issuer', file.issuer, document.issuer ?? ''],
    ['issued', file.issued, document.issued ?? ''],
    ['period', spanOf(file.period), document.period ? spanOf(document.period) : ''],
  ];
  return (
    facts
      // What the text does not print, plan.yaml may say alone.
      .filter(([, declared, found]) => found !== '' && declared !== found)
      .map(([path, declared, found]) => ({
        path,
        item: finding('plan-mismatch', {}, { field: path, declared, found }),
      }))
  );
}

function spanOf({ start, end }: PlanFile['period']): string {
  return `${start}—${end}`;
}

function compareCounts(file: PlanFile, document: CompiledDocument): PlanFinding[] {
  const { expect } = file;
  const { clauses, responsibilities, namedProjects } = document;
  const ofKind = (kind: string) => clauses.filter((clause) => clause.kind === kind).length;
  const counts: [path: string, expected: number, found: number][] = [
    ...Object.entries(expect.clauses).map(([kind, expected]): [string, number, number] => [
      `expect.clauses.${kind}`,
      expected,
      ofKind(kind),
    ]),
    ['expect.responsibilities', expect.responsibilities, responsibilities.length],
    [
      'expect.agencies',
      expect.agencies,
      new Set(responsibilities.flatMap((item) => item.agencies)).size,
    ],
    ['expect.cells', expect.cells, responsibilities.flatMap((item) => item.agencies).length],
    ['expect.namedProjects', expect.namedProjects, namedProjects.length],
  ];
  return counts
    .filter(([, expected, found]) => expected !== found)
    .map(([path, expected, found]) => ({
      path,
      item: finding('plan-count', {}, { what: path, expected, found }),
    }));
}
