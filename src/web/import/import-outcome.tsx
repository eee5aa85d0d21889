import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../language.tsx';
import type { Output } from '../request.ts';
import { FindingList } from './finding-list.tsx';

/** What an import or its trial ended with. */
export interface Outcome {
  readonly answer: Output<'importFile'>;
  readonly dryRun: boolean;
}

const counted = ['new', 'revised', 'unchanged', 'refused', 'doubtful'] as const;

/** The outcome: counts, what is wrong, and once imported, its number and where to see it. */
export function ImportOutcome({ outcome }: { outcome: Outcome }): ReactNode {
  const words = useMessages().importing;
  const { summary, findings } = outcome.answer;
  return (
    <section className="part import-outcome" aria-live="polite">
      <h2>{verdict(outcome, words)}</h2>
      {summary.number !== null && (
        <p className="said">
          <Link href="/statistics">{words.toExplorer}</Link>
        </p>
      )}
      <dl>
        <div>
          <dt>{words.result(summary.rows)}</dt>
        </div>
        {counted.map((name) => (
          <div key={name}>
            <dt>{words.counts[name]}</dt>
            <dd>{summary[name].toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <FindingList findings={findings} />
    </section>
  );
}

function verdict(
  { answer, dryRun }: Outcome,
  words: ReturnType<typeof useMessages>['importing'],
): string {
  const { summary, findings } = answer;
  if (findings.some(({ severity }) => severity === 'error')) return words.refusedAll;
  if (!dryRun) return summary.number === null ? words.nothingChanged : words.done(summary.number);
  return summary.new + summary.revised > 0 ? words.ready : words.same;
}
