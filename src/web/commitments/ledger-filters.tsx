import { type ReactNode, useCallback } from 'react';
import type { Ledger } from '../../api/plan.ts';
import type { ChangeAddress } from '../address-state.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import { Ring } from '../marks/evaluability-note.tsx';
import { Segmented } from '../segmented.tsx';
import { TypedField } from '../typed-field.tsx';
import { isFiltered, type LedgerChoice, verdicts } from './ledger-view.ts';

/** Area, evaluability and words; grade and target are chosen in the cross-table. */
export function LedgerFilters(props: {
  ledger: Ledger;
  choice: LedgerChoice;
  shown: number;
  change: ChangeAddress;
}): ReactNode {
  const { ledger, choice, shown, change } = props;
  const { ledger: words, matrix } = useMessages();
  const areas = [...grouped(ledger.commitments, (entry) => entry.area.id).values()];
  const type = useCallback((q: string) => change({ q }, 'typing'), [change]);
  const { area, verdict } = choice;
  return (
    <div className="toolbar">
      <Segmented
        label={words.evaluability}
        chosen={verdict ?? ''}
        choose={(value) => change({ verdict: value })}
        options={[
          { value: '', words: words.all },
          ...verdicts.map((value) => ({
            value,
            words: (
              <>
                <Ring open={value === 'evaluable'} /> {words[value]}
              </>
            ),
          })),
        ]}
      />
      <select
        className="field"
        aria-label={words.area}
        value={area ?? ''}
        onChange={(event) => change({ area: event.target.value })}
      >
        <option value="">{matrix.allAreas}</option>
        {areas.map((entries) => (
          <option key={entries[0]?.area.id} value={entries[0]?.area.id} lang="zh-CN">
            {entries[0]?.area.heading} {entries.length}
          </option>
        ))}
      </select>
      <TypedField label={words.filter} words={choice.words} change={type} />
      <span className="small muted end" role="status">
        {words.shown(shown, ledger.commitments.length)}{' '}
        {isFiltered(choice) && (
          <button
            type="button"
            className="quiet"
            onClick={() =>
              change({ grade: null, target: null, area: null, verdict: null, q: null })
            }
          >
            {words.clear}
          </button>
        )}
      </span>
    </div>
  );
}
