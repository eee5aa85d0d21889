import type { Finding, FindingCode } from '../../domain/finding.ts';
import type { Input, Output } from '../request.ts';

/** A published figure that would become another. */
export type Revised = Output<'publish'>['revisions'][number];

/** Reasons by `revisionKey`. */
export type Reasons = Readonly<Record<string, string>>;

/** Returns what a reason is kept under: a cell of a submission. */
export function revisionKey({ submission, indicator }: Revised): string {
  return `${submission}/${indicator}`;
}

/** Returns the revisions that have no reason yet. */
export function withoutReason(revisions: readonly Revised[], reasons: Reasons): Revised[] {
  return revisions.filter((one) => !reasons[revisionKey(one)]?.trim());
}

/** Returns the findings of a trial without those that a reason mends: the table of revisions asks for it. */
export function findingsLeft(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => code !== wanting);
}

const wanting: FindingCode = 'release-reason-wanting';

/** Returns the reasons with one reason at each revision that had none. */
export function withReason(revisions: readonly Revised[], reasons: Reasons, one: string): Reasons {
  const added = withoutReason(revisions, reasons).map((item) => [revisionKey(item), one]);
  return { ...reasons, ...Object.fromEntries(added) };
}

/** Returns the reasons as the endpoint takes them. */
export function reasonsToSend(
  revisions: readonly Revised[],
  reasons: Reasons,
): NonNullable<Input<'publish'>['reasons']> {
  return revisions.flatMap((one) => {
    const reason = reasons[revisionKey(one)]?.trim();
    return reason ? [{ submission: one.submission, indicator: one.indicator, reason }] : [];
  });
}
