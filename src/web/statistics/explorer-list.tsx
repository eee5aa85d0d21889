import { type ReactNode, useState } from 'react';
import type { SeriesPlace } from '../../api/statistics.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { cellWords } from './cell-words.ts';
import { coverageWords } from './coverage-words.ts';
import { CellDrawing, DoubtMark } from './explorer-cell.tsx';
import { type ColumnGroup, holdsFigures } from './explorer-columns.ts';
import type { CellAt } from './explorer-table.tsx';
import type { FigureTable } from './figure-table.ts';
import { areaOf, type PlaceNames } from './place-names.ts';
import { shownUnitName } from './unit-words.ts';

/** On a phone: one indicator at a time, the rows that are compared with first, then every place. */
export function ExplorerList(props: {
  top: readonly SeriesPlace[];
  rows: readonly SeriesPlace[];
  groups: readonly ColumnGroup[];
  table: FigureTable;
  names: PlaceNames;
  sort: string | null;
  open: (cell: CellAt) => void;
}): ReactNode {
  const { top, rows, groups } = props;
  const { language, messages } = useLanguage();
  const sorted = groups.find(({ of }) =>
    props.sort?.replace('-', '').startsWith(`${of.shown.id}.`),
  );
  const [chosen, choose] = useState(sorted?.of.chosen.id ?? groups[0]?.of.chosen.id ?? '');
  const group = groups.find(({ of }) => of.chosen.id === chosen) ?? groups[0];
  if (!group) return null;
  const { shown } = group.of;
  const unit = shownUnitName(shown, language);
  const item = (place: SeriesPlace, summary: boolean) => (
    <ListItem key={place.token} {...props} place={place} group={group} summary={summary} />
  );
  return (
    <div className="explorer-list">
      <label className="list-choice">
        <span className="muted">{messages.explorer.phone.indicator}</span>
        <select
          className="field"
          value={group.of.chosen.id}
          onChange={(event) => choose(event.target.value)}
        >
          {groups.map(({ of }) => (
            <option key={of.chosen.id} value={of.chosen.id}>
              {of.shown.name[language]}
            </option>
          ))}
        </select>
      </label>
      <p className="list-head">
        <span>
          {group.columns
            .filter(holdsFigures)
            .map(({ period }) => period)
            .filter(unlike)
            .join(' → ')}
        </span>
        <span>{unit}</span>
      </p>
      <ul className="summary">{top.map((place) => item(place, true))}</ul>
      <ul>{rows.map((place) => item(place, false))}</ul>
    </div>
  );
}

function ListItem(props: {
  place: SeriesPlace;
  group: ColumnGroup;
  summary: boolean;
  table: FigureTable;
  names: PlaceNames;
  open: (cell: CellAt) => void;
}): ReactNode {
  const { place, group, table, names, open } = props;
  const { language, messages } = useLanguage();
  const words = figureWordsOf(language);
  const { explorer } = messages;
  const drawn = group.columns.find((column) => !holdsFigures(column));
  const area = areaOf(place, names);
  return (
    <li>
      <span className="list-place" lang="zh-CN">
        {names.of(place)} {area && <small>{area}</small>}
      </span>
      {drawn && <CellDrawing column={drawn} place={place} table={table} plain={props.summary} />}
      <span className="list-figures">
        {group.columns.filter(holdsFigures).map((column) => {
          const { indicator, period } = column;
          const figure = table.figure(place.token, indicator.id, period);
          const cell = cellWords(figure, indicator, words, { entry: names.entry(place), period });
          return (
            <button
              key={column.key}
              type="button"
              className={`figure ${column.form} ${cell.kind}`}
              onClick={() => open({ place: place.token, indicator: indicator.id, period })}
            >
              <span className="unseen">
                {explorer.table.figureIn(names.of(place), indicator.name[language], period)}{' '}
              </span>
              {cell.text}
              <DoubtMark cell={cell} />
            </button>
          );
        })}
      </span>
      {props.summary && <ListCoverage {...props} />}
    </li>
  );
}

/** Of how many members each figure of the row is made, by its period: a line of its own, as wide as the row. */
function ListCoverage(props: {
  place: SeriesPlace;
  group: ColumnGroup;
  table: FigureTable;
  names: PlaceNames;
}): ReactNode {
  const { place, group, table, names } = props;
  const words = useMessages().explorer.table;
  return (
    <span className="list-coverage">
      {group.columns.filter(holdsFigures).map(({ key, form, indicator, period }) => {
        const figure = table.figure(place.token, indicator.id, period);
        const coverage = coverageWords(figure, names.member(place), words);
        return (
          coverage && (
            <span key={key}>
              {form === 'change' ? words.change : period}{' '}
              <b>{figure?.value === null ? words.noSum(coverage) : coverage}</b>
            </span>
          )
        );
      })}
    </span>
  );
}

function unlike(period: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(period) === index;
}
