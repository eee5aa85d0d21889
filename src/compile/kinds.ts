import type { ClauseKind } from '../domain/clause.ts';
import type { ClauseDraft } from './clauses.ts';

/** What a heading says of the clauses below it. */
export type Role = 'objectives' | 'principles' | 'tasks' | 'policies' | 'organisation' | 'premise';

const roles: readonly [Role, RegExp][] = [
  ['premise', /指导思想|背景|发展环境|发展基础|发展现状|面临形势|形势与|重要意义|^总体思路$/],
  ['principles', /基本原则|工作原则|^原则$/],
  ['objectives', /(?:发展|主要|总体|工作|具体|规划|预期|行动|建设)目标|^目标|目标任务$|目标$/],
  ['policies', /政策措施|支持政策|扶持政策|优惠政策|配套政策|政策支持|政策保障|政策体系|^政策/],
  [
    'organisation',
    /组织实施|组织领导|组织保障|保障措施|保障机制|实施保障|实施机制|规划实施|工作要求|有关要求|监督检查|监督评估|工作保障|强化保障|加强保障/,
  ],
  ['tasks', /任务|重点工程|重点工作|重大工程|主要举措|主要措施|工作措施|具体措施|重点领域/],
];

/** Returns the kind of every clause, from its level, the headings above it and who is responsible. */
export function classify(
  drafts: readonly ClauseDraft[],
  hasStatement: readonly boolean[],
): ClauseKind[] {
  const known: Known = {
    drafts,
    roleOf: rolesOf(drafts),
    hasStatement,
    below: anyBelow(drafts, hasStatement),
    mostlyStated: drafts.map((draft) => mostChildrenStated(drafts, draft, hasStatement)),
  };
  return drafts.map((draft, index) => kindOf(known, draft, index));
}

interface Known {
  readonly drafts: readonly ClauseDraft[];
  readonly roleOf: readonly (Role | null)[];
  readonly hasStatement: readonly boolean[];
  /** Whether a clause below has a statement. */
  readonly below: readonly boolean[];
  /** Whether most of the clauses directly below have one. */
  readonly mostlyStated: readonly boolean[];
}

/** Returns the role each clause inherits from the nearest heading at or above it; null where none speaks. */
export function rolesOf(drafts: readonly ClauseDraft[]): (Role | null)[] {
  const found: (Role | null)[] = [];
  for (const draft of drafts) {
    const own = ownRole(draft);
    const above = found[draft.parent] ?? null;
    const speaks = own !== null && isGroup(draft) && (above === null || own !== 'tasks');
    found.push(draft.node.level === 'preamble' ? 'premise' : speaks ? own : above);
  }
  return found;
}

/** 总体要求 in one paragraph is the guiding thought; with items below it only gathers them. */
function ownRole(draft: ClauseDraft): Role | null {
  if (draft.children.length === 0 && /^总体要求/.test(draft.heading.text)) return 'premise';
  return roles.find(([, pattern]) => pattern.test(draft.heading.text))?.[0] ?? null;
}

/** Headings speak for those below them; a leaf's own words do so only at the upper levels. */
function isGroup(draft: ClauseDraft): boolean {
  const { level } = draft.node;
  return draft.children.length > 0 || draft.parent < 0 || level === 'second' || level === 'section';
}

function kindOf(known: Known, draft: ClauseDraft, index: number): ClauseKind {
  const { drafts } = known;
  const parent = drafts[draft.parent];
  const { level } = draft.node;
  if (level === 'preamble') return 'item';
  if (level === 'box') return 'box';
  if (parent?.node.level === 'box') return 'programme';
  if (!parent || level === 'chapter' || level === 'part' || level === 'annex') return 'section';
  const role = known.roleOf[draft.parent] ?? null;
  const top = upperLevel(drafts, draft);
  const own = known.roleOf[index] ?? null;
  if (own !== role && draft.children.length === 0) {
    if (own === 'objectives') return 'objective';
    if (own === 'principles') return 'principle';
  }
  if (role === 'principles') return top ? 'principle' : 'item';
  if (role === 'objectives') return top ? 'objective' : 'item';
  if (role === 'policies') return top ? 'policy' : 'item';
  if (role === 'organisation') return top ? 'organisation' : 'item';
  if (role === 'premise') return 'item';
  return taskKind(known, draft, index, role === 'tasks');
}

/** Under tasks, or where someone is responsible: an area holds tasks, a task may hold items. */
function taskKind(
  known: Known,
  draft: ClauseDraft,
  index: number,
  underTasks: boolean,
): ClauseKind {
  const { drafts, below, hasStatement, mostlyStated } = known;
  const responsible = below[index] || hasStatement[index] || mostlyStated[draft.parent];
  if (!underTasks && !responsible) return draft.children.length === 0 ? 'item' : 'section';
  if (isBelowTask(drafts, draft)) return 'item';
  const holdsTasks = draft.children.some((child) => holds(drafts[child]));
  if (holdsTasks && (underTasks || below[index])) return 'area';
  return 'task';
}

/** The first level below the heading that gives the role. */
function upperLevel(drafts: readonly ClauseDraft[], draft: ClauseDraft): boolean {
  const parent = drafts[draft.parent];
  if (!parent) return true;
  const speaks = roles.some(([, pattern]) => pattern.test(parent.heading.text));
  return speaks || parent.parent < 0;
}

function holds(draft: ClauseDraft | undefined): boolean {
  return draft !== undefined && ['second', 'third', 'section', 'first'].includes(draft.node.level);
}

/** A task holds no tasks: what is numbered below the level of tasks is an item. */
function isBelowTask(drafts: readonly ClauseDraft[], draft: ClauseDraft): boolean {
  const above = drafts[draft.parent];
  return (
    above !== undefined &&
    above.parent >= 0 &&
    ['third', 'fourth', 'fifth'].includes(above.node.level)
  );
}

function mostChildrenStated(
  drafts: readonly ClauseDraft[],
  draft: ClauseDraft,
  hasStatement: readonly boolean[],
): boolean {
  const children = draft.children.filter((child) => drafts[child]?.node.level !== 'box');
  const stated = children.filter((child) => hasStatement[child]).length;
  return stated * 2 > children.length;
}

function anyBelow(drafts: readonly ClauseDraft[], hasStatement: readonly boolean[]): boolean[] {
  const below = drafts.map(() => false);
  for (let index = drafts.length - 1; index >= 0; index--) {
    const parent = drafts[index]?.parent ?? -1;
    if (parent >= 0 && (hasStatement[index] || below[index])) below[parent] = true;
  }
  return below;
}
