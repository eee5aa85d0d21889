import type { ReactNode } from 'react';
import { useLanguage } from '../language.tsx';
import { type Column, type ColumnGroup, holdsFigures } from './explorer-columns.ts';
import { shownUnitName } from './unit-words.ts';

/** Two lines of heads, each column's a press that orders by it; the rows that stay on top follow. */
export function TableHead(props: {
  groups: readonly ColumnGroup[];
  sort: string | null;
  sortBy: (column: string) => void;
  children: ReactNode;
}): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.explorer;
  return (
    <thead>
      <tr className="indicators">
        <th scope="col" rowSpan={2} className="area">
          {words.table.area}
        </th>
        <th scope="col" rowSpan={2} className="place">
          {words.table.place}
        </th>
        {props.groups.map(({ of, columns }) => (
          <th
            key={of.chosen.id}
            scope="colgroup"
            colSpan={columns.length}
            title={`${of.shown.name[language]}：${of.shown.definition[language]}`}
          >
            <span lang={language === 'zh' ? undefined : 'en'}>{of.shown.name[language]}</span>{' '}
            <small>{shownUnitName(of.shown, language)}</small>
          </th>
        ))}
      </tr>
      <tr className="periods">
        {props.groups.flatMap(({ columns }) =>
          columns.map((column, index) => (
            <ColumnHead
              key={column.key}
              column={column}
              first={index === 0}
              sort={props.sort}
              sortBy={props.sortBy}
            />
          )),
        )}
      </tr>
      {props.children}
    </thead>
  );
}

function ColumnHead(props: {
  column: Column;
  first: boolean;
  sort: string | null;
  sortBy: (column: string) => void;
}): ReactNode {
  const { column, sort } = props;
  const { language, messages } = useLanguage();
  const { table, sort: orders, dash } = messages.explorer;
  const { periods, indicator, period } = column;
  const edge = props.first ? ' first' : '';
  if (!holdsFigures(column)) {
    const span = [periods[0] ?? period, periods.at(-1) ?? period] as const;
    return (
      <th scope="col" className={`drawn${edge}`}>
        {column.form === 'spark' ? (
          <span>{span.join(dash)}</span>
        ) : (
          <span className="unseen">{table.drawn(...span)}</span>
        )}
      </th>
    );
  }
  const key = `${indicator.id}.${period}`;
  const down = sort === `-${key}`;
  const sorted = down ? 'descending' : sort === key ? 'ascending' : undefined;
  return (
    <th scope="col" className={`num${edge}`} aria-sort={sorted}>
      <button
        type="button"
        title={orders.by(indicator.name[language])}
        onClick={() => props.sortBy(key)}
      >
        {column.form === 'change' ? `${table.change} %` : period}
        <span aria-hidden="true" className="arrow">
          {sorted === undefined ? '' : down ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}
