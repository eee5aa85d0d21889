import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Matrix, MatrixRow } from '../../api/plan.ts';
import type { Change } from '../address-state.ts';
import { agencyPath, clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { companionsOf, kindsOf, type MatrixChoice } from './matrix-view.ts';

interface Props {
  readonly matrix: Matrix;
  readonly choice: MatrixChoice;
  readonly change: (change: Change) => void;
}

/** The pinned agency and the pinned item in one line each; how to pin one while none is. */
export function MatrixPinned({ matrix, choice, change }: Props): ReactNode {
  const { matrix: words } = useMessages();
  const row = matrix.rows.find(({ clause }) => clause.id === choice.item);
  const agency = matrix.agencies.find(({ name }) => name === choice.agency);
  return (
    <div className="pinned-lines" aria-live="polite">
      {agency && <PinnedAgency matrix={matrix} name={agency.name} change={change} />}
      {row && <PinnedItem row={row} change={change} />}
      {!agency && !row && <p className="pinned-line usage">{words.usage}</p>}
    </div>
  );
}

function PinnedAgency(props: {
  matrix: Matrix;
  name: string;
  change: (change: Change) => void;
}): ReactNode {
  const messages = useMessages();
  const words = messages.matrix;
  const own = props.matrix.rows.filter((row) => row.agencies.includes(props.name));
  const parts = kindsOf(own).map(({ kind, count }) => `${messages.kinds[kind]} ${count}`);
  const beside = companionsOf(props.matrix.rows, props.name).slice(0, 4);
  return (
    <p className="pinned-line">
      <b lang="zh-CN">{props.name}</b>
      <span>{words.agencySummary(own.length, messages.listOf(parts))}</span>
      {beside.length > 0 && (
        <span className="pinned-more">
          {words.often(messages.listOf(beside.map(({ name, shared }) => `${name} ${shared}`)))}
        </span>
      )}
      <span className="pinned-end">
        <Link className="quiet" href={agencyPath(props.name)}>
          {words.openAgency}
        </Link>
        <Unpin release={() => props.change({ agency: null })} />
      </span>
    </p>
  );
}

function PinnedItem(props: { row: MatrixRow; change: (change: Change) => void }): ReactNode {
  const messages = useMessages();
  const words = messages.matrix;
  const { clause, agencies, others } = props.row;
  return (
    <p className="pinned-line">
      <b lang="zh-CN">
        {clauseLabel(clause.id, messages)} {clause.heading}
      </b>
      <span>{words.itemSummary(agencies.length)}</span>
      <span className="pinned-more" lang="zh-CN">
        {[...agencies, ...others].join('、')}
      </span>
      <span className="pinned-end">
        <Link className="quiet" href={clausePath(clause.id)}>
          {words.openClause}
        </Link>
        <Unpin release={() => props.change({ item: null })} />
      </span>
    </p>
  );
}

function Unpin({ release }: { release: () => void }): ReactNode {
  const { matrix: words } = useMessages();
  return (
    <button type="button" className="quiet" onClick={release}>
      {words.unpin}
    </button>
  );
}
