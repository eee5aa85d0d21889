import { type Finding, finding, type Severity } from '../../domain/finding.ts';

/** Findings listed of a file, by severity; the others are counted. Errors are never crowded out. */
export const mostListed: Readonly<Record<Severity, number>> = {
  error: 500,
  warning: 200,
  info: 100,
};

/** Counts findings and lets the first of each severity through. */
export interface FindingLimit {
  readonly pass: (findings: readonly Finding[]) => Finding[];
  /** How many were held back, as a finding; none where all were listed. */
  readonly rest: (file: string) => readonly Finding[];
}

/** Returns a limit that has let nothing through yet. */
export function findingLimit(): FindingLimit {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const over = (severity: Severity) => Math.max(0, counts[severity] - mostListed[severity]);
  return {
    pass: (findings) =>
      findings.filter(({ severity }) => {
        counts[severity] += 1;
        return counts[severity] <= mostListed[severity];
      }),
    rest: (file) => {
      const params = { errors: over('error'), warnings: over('warning'), notes: over('info') };
      if (params.errors + params.warnings + params.notes === 0) return [];
      return [finding('findings-more', { file }, params)];
    },
  };
}
