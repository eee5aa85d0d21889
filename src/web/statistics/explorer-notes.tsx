import type { ReactNode } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import { useLanguage } from '../language.tsx';
import { spanText } from './explorer-address.ts';
import type { ColumnGroup } from './explorer-columns.ts';
import { type ExplorerState, lackingDivisors } from './explorer-state.ts';
import type { FigureTable } from './figure-table.ts';
import { instantText } from './instant-words.ts';

/** What has to be known to read the figures: how totals are made, marks, breaks, basis, instant. */
export function ExplorerNotes(props: {
  catalog: StatisticsCatalog;
  state: ExplorerState;
  shown: readonly ColumnGroup[];
  table: FigureTable;
}): ReactNode {
  const { catalog, state, shown, table } = props;
  const { language, messages } = useLanguage();
  const words = messages.explorer.note;
  const { basis, measure } = state.choice;
  const unchanged = state.indicators.filter((one) => one.unchanged);
  const breaks = shown.flatMap(({ of, columns }) =>
    of.shown.breaks
      .filter(({ period }) => columns.some((column) => column.periods.indexOf(period) > 0))
      .map((one) => words.breaks(of.shown.name[language], one.period, one.note[language])),
  );
  const lacking = lackingDivisors(state, catalog, table.series.periods);
  return (
    <footer className="note explorer-notes">
      {basis !== 'reported' && <p>{words.basis[basis]}</p>}
      {unchanged.length > 0 && measure !== 'value' && (
        <p>
          {words.unchanged(
            messages.listOf(unchanged.map((one) => one.chosen.name[language])),
            messages.explorer.measure[measure],
          )}
        </p>
      )}
      {lacking.map(({ indicator, by, periods }) => (
        <p key={indicator.id}>
          {words.lacking(
            indicator.name[language],
            by.name[language],
            spanText(periods, messages.explorer.dash, messages.listOf(['', ''])),
          )}
        </p>
      ))}
      {breaks.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        {words.totals} {words.marks}
      </p>
      <p>
        {words.rounding} {instantText(table.series.instant, messages)}
        {messages.explorer.stop}
        <span className="keys"> {words.usage}</span>
      </p>
      <p className="print-only print-line">{location.href}</p>
    </footer>
  );
}
