import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FigureStory, StatisticsCatalog } from '../../api/statistics.ts';
import { describeDoubt } from '../../domain/doubt-words.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { clausePath, indicatorPath, territoryPath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { type Language, useLanguage } from '../language.tsx';
import { cellWords } from './cell-words.ts';
import { formulaWords } from './formula-words.ts';
import { Fact } from './story-fact.tsx';
import { StoryOperands } from './story-operands.tsx';
import { StoryRevisions } from './story-revisions.tsx';
import { withUnit } from './unit-words.ts';

/** One figure's story: its value and state, how it was computed, whose it is, what it serves. */
export function FigureStoryView(props: {
  story: FigureStory;
  catalog: Pick<StatisticsCatalog, 'indicators' | 'enclosed' | 'territories'>;
}): ReactNode {
  const { story, catalog } = props;
  const indicators = new Map(catalog.indicators.map((entry) => [entry.id, entry]));
  const find = (id: string) => indicators.get(id) ?? story.indicator;
  const { language, messages } = useLanguage();
  const words = messages.explorer.story;
  const { indicator } = story;
  const [newest] = story.revisions;
  return (
    <>
      <StoryTitle story={story} />
      <dl className="story-facts">
        <Value story={story} />
        <Doubts story={story} />
        <Fact
          name={words.formula}
          value={formulaWords(story, (id) => find(id).name[language], messages)}
        />
        <StoryOperands story={story} find={find} />
        <Comparable story={story} catalog={catalog} />
        <Fact name={words.source} value={newest ? sourceOf(newest, language) : null} lang="zh-CN" />
        <Fact name={words.note} value={newest?.note ?? null} lang="zh-CN" />
        <Enclosed story={story} unit={catalog.enclosed[language]} />
        <StoryRevisions story={story} />
        <Clauses story={story} />
        <NameThen story={story} />
        <Fact
          name={words.definition}
          value={
            <>
              {indicator.definition[language]}
              {indicator.note && <small>{indicator.note[language]}</small>}
            </>
          }
        />
      </dl>
    </>
  );
}

/** Whose figure it is, each part a way to its page. */
function StoryTitle({ story }: { story: FigureStory }): ReactNode {
  const { language } = useLanguage();
  const { place, indicator, period } = story;
  const { derived, id } = indicator;
  // An implied movement has no page of its own; what moves has one.
  const page = id.includes('~') && derived && 'of' in derived ? String(derived.of) : id;
  const name = place.name[language];
  return (
    <h2>
      {place.members === null ? (
        <Link href={territoryPath(place.territory)} lang="zh-CN">
          {name}
        </Link>
      ) : (
        name
      )}
      {' · '}
      <Link href={indicatorPath(page)}>{indicator.name[language]}</Link>
      {` · ${period}`}
    </h2>
  );
}

function Value({ story }: { story: FigureStory }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.explorer.story;
  const figureWords = figureWordsOf(language);
  const { figure, indicator } = story;
  const cell = cellWords(figure, indicator, figureWords);
  const status = figureWords.statuses[figure?.status ?? 'final'];
  const reason = figure?.withheld
    ? figureWords.withheld[figure.withheld]
    : figure?.absence
      ? figureWords.absences[figure.absence]
      : words.none;
  const { coverage, partialSum, summary } = figure ?? {};
  return (
    <>
      <Fact
        name={words.value}
        value={
          cell.kind === 'figure' ? (
            <>
              <b>{withUnit(figure?.value ?? 0, indicator, language)}</b>{' '}
              <span className="muted">
                {summary ? figureWords.summaries[summary] : ''} {status}
              </span>
            </>
          ) : (
            reason
          )
        }
      />
      <Fact
        name={words.coverage}
        value={coverage ? words.coverageOf(coverage.present, coverage.expected) : null}
      />
      <Fact
        name=""
        value={
          coverage && cell.kind === 'figure' && coverage.present < coverage.expected
            ? words.partOnly(coverage.present, coverage.expected)
            : null
        }
      />
      <Fact
        name=""
        value={
          partialSum === undefined
            ? null
            : words.partialSum(withUnit(partialSum, indicator, language))
        }
      />
    </>
  );
}

function Doubts({ story }: { story: FigureStory }): ReactNode {
  const { language, messages } = useLanguage();
  const { doubts = [], doubtful } = story.figure ?? {};
  if (doubts.length === 0)
    return (
      <Fact
        name={messages.explorer.story.doubts}
        value={doubtful ? messages.explorer.table.doubtfulOf(doubtful) : null}
      />
    );
  return (
    <div className="doubts">
      <dt>{messages.explorer.story.doubts}</dt>
      <dd>
        {doubts.map((doubt) => (
          <p key={doubt.code}>{describeDoubt(doubt, language)}</p>
        ))}
      </dd>
    </div>
  );
}

function Comparable(props: {
  story: FigureStory;
  catalog: Pick<StatisticsCatalog, 'territories'>;
}): ReactNode {
  const { story, catalog } = props;
  const { explorer, listOf } = useLanguage().messages;
  const words = explorer.story;
  const { comparable } = story.figure ?? {};
  if (!comparable) return null;
  const several = story.place.members !== null;
  const others = comparable.territories.filter((id) => several || id !== story.place.territory);
  const nameOf = new Map(catalog.territories.map(({ id, name }) => [id, name]));
  const names = listOf(others.map((id) => nameOf.get(id) ?? id));
  const text =
    comparable.basis === 'merged' || comparable.share === undefined
      ? (several ? words.mergedAmong : words.merged)(names)
      : words.apportioned(
          names,
          `${Math.round(comparable.share * 1000) / 10}%`,
          comparable.shareOf ?? '',
        );
  return (
    <Fact
      name={words.comparable}
      value={comparable.certain ? text : `${text}（${words.uncertain}）`}
    />
  );
}

function Enclosed({ story, unit }: { story: FigureStory; unit: string }): ReactNode {
  const { explorer } = useLanguage().messages;
  const enclosed = story.revisions[0]?.enclosed;
  return (
    <Fact
      name={explorer.story.enclosed}
      value={
        enclosed && enclosed !== 'unstated' ? explorer.story.enclosedWords(unit)[enclosed] : null
      }
    />
  );
}

function Clauses({ story }: { story: FigureStory }): ReactNode {
  const { messages } = useLanguage();
  if (story.clauses.length === 0) return null;
  return (
    <div>
      <dt>{messages.explorer.story.clauses}</dt>
      <dd className="story-clauses" lang="zh-CN">
        {story.clauses.map(({ id, heading }) => (
          <Link key={id} href={clausePath(id)}>
            {clauseLabel(id, messages)} <span className="serif">{heading}</span>
          </Link>
        ))}
      </dd>
    </div>
  );
}

function NameThen({ story }: { story: FigureStory }): ReactNode {
  const { explorer } = useLanguage().messages;
  const { code, name } = story.nameThen;
  if (story.place.group !== null || story.place.members !== null) return null;
  return (
    <Fact
      name={explorer.story.nameThen}
      value={[code, name].filter(Boolean).join(' ')}
      lang="zh-CN"
    />
  );
}

function sourceOf(revision: FigureStory['revisions'][number], language: Language): ReactNode {
  const { source, dataset } = revision;
  return (
    <>
      {source}
      {dataset && <small>{dataset.title[language]}</small>}
    </>
  );
}
