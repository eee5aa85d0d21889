import type { SubmissionEntry } from '../../api/collection.ts';
import { grouped } from '../grouped.ts';
import { type Standing, standingOf } from '../submissions/standing.ts';

/** What submissions add up to. Exempt ones are counted apart and nowhere else. */
export interface Tally {
  readonly total: number;
  readonly exempt: number;
  /** Submitted and not given back. */
  readonly in: number;
  readonly inTime: number;
  readonly grace: number;
  readonly late: number;
  /** Being filled or given back, and the due day is over. */
  readonly overdue: number;
  readonly filled: number;
  /** Of the cells filled: those that say why they have no figure. */
  readonly absent: number;
  readonly asked: number;
}

/** A place that reviews, with the submissions below it and the places between. */
export interface Branch {
  /** The bodies from the outermost down to it. */
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  readonly entries: readonly SubmissionEntry[];
  readonly branches: readonly Branch[];
  /** Of no place between. */
  readonly own: readonly SubmissionEntry[];
}

/** Returns what submissions add up to. */
export function tallyOf(entries: readonly SubmissionEntry[]): Tally {
  const asked = entries.filter(({ state }) => state !== 'exempt');
  const here = asked.filter((one) => !isOwed(one));
  const came = (how: SubmissionEntry['punctuality']) =>
    here.filter(({ punctuality }) => punctuality === how).length;
  return {
    total: asked.length,
    exempt: entries.length - asked.length,
    in: here.length,
    inTime: came('in-time'),
    grace: came('grace'),
    late: came('late'),
    overdue: asked.filter(isOverdue).length,
    filled: asked.reduce((sum, one) => sum + one.filled, 0),
    absent: asked.reduce((sum, one) => sum + one.absent, 0),
    asked: asked.reduce((sum, one) => sum + one.asked, 0),
  };
}

/** Says whether a submission is still its reporter's to hand in: being filled, or given back. */
export function isOwed({ state }: Pick<SubmissionEntry, 'state'>): boolean {
  return state === 'draft' || state === 'returned';
}

/** Says whether a submission is owed after its due day, however often it came before. */
export function isOverdue(entry: Pick<SubmissionEntry, 'state' | 'overdueDays'>): boolean {
  return isOwed(entry) && entry.overdueDays > 0;
}

/** Returns the share of cells with a figure, as `completeness` writes it; a reason is no figure. */
export function figureShare(of: Pick<Tally, 'filled' | 'absent' | 'asked'>): string | null {
  return completeness({ filled: of.filled - of.absent, asked: of.asked });
}

/** Returns the share of cells filled as Σ/Σ in per cent, rounded down; null where none are asked. */
export function completeness({ filled, asked }: Pick<Tally, 'filled' | 'asked'>): string | null {
  // Rounded up, one cell wanting of a thousand would read as complete.
  return asked === 0 ? null : `${(Math.floor((filled / asked) * 1000) / 10).toFixed(1)}%`;
}

/** Returns how many submissions stand where. */
export function standingCounts(entries: readonly SubmissionEntry[]): ReadonlyMap<Standing, number> {
  return new Map(
    [...grouped(entries, standingOf)].map(([standing, own]) => [standing, own.length]),
  );
}

/**
 * Returns submissions by the places that review them, the outermost first. A place that reviews all
 * of them divides nothing and is left out.
 */
export function branchesOf(entries: readonly SubmissionEntry[]): Pick<Branch, 'branches' | 'own'> {
  const shared = sharedLevels(entries);
  return divided(entries, shared, { key: '', depth: 0 });
}

interface At {
  readonly key: string;
  readonly depth: number;
}

function divided(
  entries: readonly SubmissionEntry[],
  level: number,
  at: At,
): Pick<Branch, 'branches' | 'own'> {
  const own = entries.filter((entry) => pathOf(entry)[level] === undefined);
  const deeper = entries.filter((entry) => pathOf(entry)[level] !== undefined);
  const branches = [...grouped(deeper, (entry) => pathOf(entry)[level]?.body ?? '')].map(
    ([body, below]): Branch => {
      const key = `${at.key}/${body}`;
      const name = below[0] ? (pathOf(below[0])[level]?.bodyName ?? body) : body;
      const next = { ...at, key, depth: at.depth + 1 };
      return { key, name, depth: at.depth, entries: below, ...divided(below, level + 1, next) };
    },
  );
  return { branches, own };
}

/** The places that review it, the outermost first, each once; its own body is no group of itself. */
function pathOf({ levels, body }: SubmissionEntry): readonly { body: string; bodyName: string }[] {
  const path = levels.toReversed().filter((level) => level.body !== body);
  return path.filter((level, at) => path.findIndex((one) => one.body === level.body) === at);
}

function sharedLevels(entries: readonly SubmissionEntry[]): number {
  const [first, ...others] = entries;
  if (!first) return 0;
  const path = pathOf(first);
  const apart = path.findIndex(({ body }, at) =>
    others.some((entry) => pathOf(entry)[at]?.body !== body),
  );
  return apart === -1 ? path.length : apart;
}
