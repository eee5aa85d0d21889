import { type ReactNode, useCallback } from 'react';
import type { FormsAnswer } from '../../api/collection.ts';
import { oneOf, useAddressState } from '../address-state.ts';
import { useMessages } from '../language.tsx';
import { TypedField } from '../typed-field.tsx';
import { type BurdenColumn, burdenColumns, orderedBodies, toFill } from './burden-order.ts';

/** How many cells each body fills in a year, the pre-filled ones apart. */
export function BurdenTable({ given }: { given: FormsAnswer }): ReactNode {
  const words = useMessages().forms.bodies;
  const [params, change] = useAddressState();
  const type = useCallback((q: string) => change({ q }, 'typing'), [change]);
  const sort = oneOf(burdenColumns, params.get('sort')) ?? 'toFill';
  const sought = params.get('q') ?? '';
  const shown = orderedBodies(given.bodies, sort, sought);
  const most = Math.max(1, ...given.bodies.map(({ asked }) => asked));
  const numbers = new Map(given.forms.map(({ form }) => [form.id, form.number]));
  return (
    <section className="part burden">
      <header>
        <h2>{words.title(given.year)}</h2>
        <label className="year-choice">
          {words.year}{' '}
          <select
            className="field"
            value={given.year}
            onChange={(event) => change({ year: event.target.value })}
          >
            {given.years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
        <TypedField label={words.search} words={sought} change={type} />
      </header>
      <p className="note">{words.lede(given.bodies.length)}</p>
      {shown.length === 0 && <p className="note">{words.none}</p>}
      <section
        className="burden-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={words.title(given.year)}
      >
        <table className="work-table">
          <Columns sort={sort} choose={(next) => change({ sort: next })} />
          <tbody>
            {shown.map((body) => (
              <tr key={body.body}>
                <th scope="row">{body.bodyName}</th>
                <td className="muted wide">
                  {body.forms.map((form) => numbers.get(form) ?? form).join(' · ')}
                </td>
                <td className="num">
                  <strong>{toFill(body).toLocaleString('en')}</strong>
                </td>
                <td className="num">{body.known.toLocaleString('en')}</td>
                <td className="num">{body.asked.toLocaleString('en')}</td>
                <td className="wide">
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="known" width={(body.asked / most) * 100} height="8" />
                    <rect className="asked" width={(toFill(body) / most) * 100} height="8" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Columns(props: { sort: BurdenColumn; choose: (column: BurdenColumn) => void }): ReactNode {
  const words = useMessages().forms.bodies;
  const head = (column: BurdenColumn) => (
    <th
      key={column}
      scope="col"
      className={column === 'body' ? undefined : 'num'}
      aria-sort={props.sort === column ? (column === 'body' ? 'other' : 'descending') : undefined}
    >
      <button
        type="button"
        className="quiet"
        title={words.sortBy(words[column])}
        onClick={() => props.choose(column)}
      >
        {words[column]}
        {props.sort === column && <span aria-hidden="true"> ▾</span>}
      </button>
    </th>
  );
  return (
    <thead>
      <tr>
        {head('body')}
        <th scope="col" className="wide">
          {words.forms}
        </th>
        {burdenColumns.slice(1).map(head)}
        <td className="wide" />
      </tr>
    </thead>
  );
}
