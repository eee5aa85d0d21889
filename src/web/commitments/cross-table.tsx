import type { ReactNode } from 'react';
import type { Grade, TargetKind } from '../../domain/commitment.ts';
import type { Change } from '../address-state.ts';
import { useMessages } from '../language.tsx';
import { grades } from '../marks/grades.ts';
import { type Entry, inCell, type LedgerChoice, targets } from './ledger-view.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly choice: LedgerChoice;
  readonly change: (change: Change) => void;
}

/** Counts by grade and target; each count is a filter, and pressing it again releases it. */
export function CrossTable({ entries, choice, change }: Props): ReactNode {
  const messages = useMessages();
  const words = messages.ledger;
  const cell = (grade: Grade | null, target: TargetKind | null) => (
    <Count
      key={target ?? 'total'}
      count={inCell(entries, grade, target).length}
      label={words.show(
        inCell(entries, grade, target).length,
        grade ? messages.grades[grade] : '',
        target ? messages.targets[target] : '',
      )}
      pressed={Boolean(grade ?? target) && choice.grade === grade && choice.target === target}
      press={(pressed) =>
        change({ grade: pressed ? grade : null, target: pressed ? target : null })
      }
    />
  );
  return (
    <div className="cross-scroll">
      <table className="cross-table">
        <caption>
          {words.crossTable}
          <span>{words.crossNote}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.grade}</th>
            {targets.map((target) => (
              <th key={target} scope="col">
                {messages.targets[target]}
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map((grade) => (
            <tr key={grade}>
              <th scope="row">
                <span className={`promise grade-${grade}`}>{messages.grades[grade]}</span>
              </th>
              {[...targets, null].map((target) => cell(grade, target))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {[...targets, null].map((target) => cell(null, target))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Count(props: {
  count: number;
  label: string;
  pressed: boolean;
  press: (pressed: boolean) => void;
}): ReactNode {
  const { count, label, pressed, press } = props;
  if (count === 0 && !pressed) return <td className="zero">·</td>;
  return (
    <td>
      <button
        type="button"
        aria-pressed={pressed}
        aria-label={label}
        onClick={() => press(!pressed)}
      >
        {count}
      </button>
    </td>
  );
}
