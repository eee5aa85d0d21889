import { type ReactNode, useState } from 'react';
import { describeFinding, type Finding } from '../../domain/finding.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { cellName, findingGroups } from './finding-groups.ts';
import './findings.css';

/** Rows of a group that are shown at once. */
const few = 8;

/** Findings by what they say, each with its cell; long lists are cut, and say by how many. */
export function FindingList({ findings }: { findings: readonly Finding[] }): ReactNode {
  const words = useMessages().importing;
  if (findings.length === 0) return null;
  return (
    <section className="finding-list">
      <h3>{words.findings(findings.length)}</h3>
      {findingGroups(findings).map((group) => (
        <Group key={group[0]?.code} findings={group} />
      ))}
    </section>
  );
}

function Group({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.importing;
  const [all, setAll] = useState(false);
  const [first] = findings;
  if (!first) return null;
  const shown = all ? findings : findings.slice(0, few);
  return (
    <div className={`finding-group ${first.severity}`}>
      <p>
        <strong>{words.severities[first.severity]}</strong> · {words.findings(findings.length)} ·{' '}
        <span className="muted">{describeFinding(first, language).hint}</span>
      </p>
      <ul>
        {shown.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same can be said twice, and never moves
          <li key={at}>
            <span className="where">{placeText(item, words.line)}</span>
            <span>{describeFinding(item, language).message}</span>
          </li>
        ))}
      </ul>
      {!all && findings.length > few && (
        <button type="button" className="quiet" onClick={() => setAll(true)}>
          {words.others(findings.length - few)}
        </button>
      )}
    </div>
  );
}

function placeText(item: Finding, lineWords: (line: number) => string): string {
  const cell = cellName(item);
  if (cell) return cell;
  return item.where.line === undefined ? '' : lineWords(item.where.line);
}
