import { type ReactNode, useMemo, useRef } from 'react';
import type { Series, StatisticsCatalog } from '../../api/statistics.ts';
import { useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { refusalOf } from '../request.ts';
import { Answered } from '../states/answered.tsx';
import { Loading } from '../states/loading.tsx';
import { Refused } from '../states/refused.tsx';
import { useTitle } from '../title.ts';
import { useNarrow } from '../use-narrow.ts';
import { AsOfMenu } from './as-of-menu.tsx';
import { choiceOf, listText } from './explorer-address.ts';
import { ExplorerContent } from './explorer-content.tsx';
import { ExplorerDownloads } from './explorer-downloads.tsx';
import { type ExplorerState, questionOf, stateOf } from './explorer-state.ts';
import { titleWords } from './explorer-title.ts';
import { ExplorerToolbar } from './explorer-toolbar.tsx';
import { figureTable } from './figure-table.ts';
import { IndicatorRail } from './indicator-rail.tsx';
import { withMergedRows } from './merged-rows.ts';
import { RailDialog } from './rail-dialog.tsx';
import { UnknownPlace } from './unknown-place.tsx';
import './explorer.css';
import './explorer-table.css';
import './explorer-controls.css';
import './story.css';

/** The data explorer: indicators by place and period, as table, lines or bars. */
export function ExplorerPage(): ReactNode {
  const answer = useAnswer('catalog', {});
  return <Answered answer={answer}>{(catalog) => <Body catalog={catalog} />}</Answered>;
}

function Body({ catalog }: { catalog: StatisticsCatalog }): ReactNode {
  const { language, messages } = useLanguage();
  const [params, change] = useAddressState();
  const state = useMemo(() => stateOf(catalog, choiceOf(params)), [catalog, params]);
  const question = questionOf(state);
  const answer = useAnswer('series', question ?? { t: '-', i: '-', p: '-' }, question !== null);
  const shown = useLast(catalog, state, question === null ? undefined : answer.data);
  const narrow = useNarrow();
  const words = titleWords(
    catalog,
    shown?.state ?? state,
    shown?.table ?? null,
    language,
    messages,
  );
  useTitle(words.title);
  const downloads = question && shown && (
    <ExplorerDownloads
      question={question}
      instant={shown.table.series.instant}
      title={words.title}
    />
  );
  const asOf = (
    <AsOfMenu
      newest={catalog.instant}
      instant={shown?.table.series.instant ?? catalog.instant}
      state={state}
      change={change}
    />
  );
  const chosen = state.indicators.map((one) => one.chosen.id);
  const rail = (
    <IndicatorRail
      catalog={catalog}
      chosen={chosen}
      past={state.choice.asOf !== null}
      choose={(ids) => change({ i: listText(ids), sort: null })}
    />
  );
  return (
    <div className="wrap explorer">
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={words.title} />
          </h1>
          {words.lede && <p>{words.lede}</p>}
        </div>
        <div className="actions">
          {!narrow && asOf}
          {!narrow && downloads}
        </div>
      </header>
      <div className="explorer-parts">
        {narrow ? (
          <RailDialog count={chosen.length}>{rail}</RailDialog>
        ) : (
          <aside aria-label={messages.explorer.rail.title}>{rail}</aside>
        )}
        <div className="explorer-main" aria-busy={answer.isFetching && !answer.data}>
          <ExplorerToolbar catalog={catalog} state={state} change={change} narrow={narrow} />
          {question === null ? (
            <p className="explorer-empty">{messages.explorer.nothing}</p>
          ) : answer.error && !answer.data ? (
            refusalOf(answer.error).code === 'place-unknown' ? (
              <UnknownPlace />
            ) : (
              <Refused error={answer.error} retry={() => void answer.refetch()} />
            )
          ) : shown ? (
            <ExplorerContent
              catalog={catalog}
              state={{ ...shown.state, choice: state.choice }}
              table={shown.table}
              change={change}
              narrow={narrow}
              waiting={!answer.data}
            />
          ) : (
            <Loading rows={16} />
          )}
          {narrow && (
            <>
              {downloads}
              <div className="phone-as-of">{asOf}</div>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** The newest answer with what it answers: while the next one travels the page stays as it is. */
function useLast(catalog: StatisticsCatalog, state: ExplorerState, data: Series | undefined) {
  const kept = useRef<{ state: ExplorerState; data: Series } | null>(null);
  if (data) kept.current = { state, data };
  const last = kept.current;
  const series = last?.data ?? null;
  const table = useMemo(
    () => (series ? figureTable(withMergedRows(series, catalog)) : null),
    [series, catalog],
  );
  return last && table ? { state: last.state, table } : null;
}
