import { type ReactNode, useState } from 'react';
import { FindingList } from '../import/finding-list.tsx';
import { useLanguage, useMessages } from '../language.tsx';
import type { Output } from '../request.ts';
import { decimalWords } from '../submissions/cell-text.ts';
import {
  findingsLeft,
  type Reasons,
  type Revised,
  revisionKey,
  withReason,
} from './revision-reasons.ts';

/** What publishing would do, with a field for the reason of each revision. */
export function TriedRelease(props: {
  answer: Output<'publish'>;
  count: number;
  reasons: Reasons;
  write: (reasons: Reasons) => void;
}): ReactNode {
  const words = useMessages().releases;
  const { answer, count, reasons, write } = props;
  const { revisions, summary, findings } = answer;
  return (
    <div className="tried" aria-live="polite">
      {summary && (
        <p className="said">{words.summary(summary.new, summary.revised, summary.unchanged)}</p>
      )}
      <FindingList findings={findingsLeft(findings)} />
      {revisions.length === 0 ? (
        <p className="said">{words.noRevisions(count)}</p>
      ) : (
        <>
          <h3>{words.revisions(revisions.length)}</h3>
          <OneReason fill={(one) => write(withReason(revisions, reasons, one))} />
          <RevisionTable revisions={revisions} reasons={reasons} write={write} />
        </>
      )}
    </div>
  );
}

function OneReason({ fill }: { fill: (reason: string) => void }): ReactNode {
  const words = useMessages().releases;
  const [one, setOne] = useState('');
  return (
    <div className="field-row">
      <label className="labelled wide-field">
        {words.reasonForAll}
        <input
          className="field"
          maxLength={2000}
          value={one}
          onChange={(event) => setOne(event.target.value)}
        />
      </label>
      <button
        type="button"
        className="button"
        disabled={!one.trim()}
        onClick={() => fill(one.trim())}
      >
        {words.useForAll}
      </button>
    </div>
  );
}

function RevisionTable(props: {
  revisions: readonly Revised[];
  reasons: Reasons;
  write: (reasons: Reasons) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { releases: words, collection } = messages;
  const { revisions, reasons, write } = props;
  const figure = (decimal: string | null) =>
    decimal === null ? words.noFigure : decimalWords(decimal);
  return (
    <table className="work-table revision-table">
      <thead>
        <tr>
          <th scope="col">{collection.place}</th>
          <th scope="col">{words.indicator}</th>
          <th scope="col" className="num">
            {words.change}
          </th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {revisions.map((one) => (
          <tr key={revisionKey(one)}>
            <th scope="row">{one.bodyName}</th>
            <td>{one.name[language]}</td>
            <td className="num">
              {figure(one.old)} → <strong>{figure(one.new)}</strong>
            </td>
            <td>
              <input
                className="field"
                maxLength={2000}
                aria-label={words.reasonFor(one.bodyName, one.name[language])}
                value={reasons[revisionKey(one)] ?? ''}
                onChange={(event) => write({ ...reasons, [revisionKey(one)]: event.target.value })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
