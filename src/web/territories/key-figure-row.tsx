import { type ReactNode, useMemo } from 'react';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { changeText } from '../../charts/ribbon/figure-text.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { isPercentage } from '../../statistics/implied-indicator.ts';
import { useLanguage } from '../language.tsx';
import { valueText } from '../statistics/cell-words.ts';
import { shownUnitName, withUnit } from '../statistics/unit-words.ts';
import { FigureButton } from './figure-button.tsx';
import { type KeyFigure, keyFigures } from './key-figures.ts';
import { placeToken } from './place-token.ts';

/** The figures that say who a place is, large; and what there is at it. */
export function KeyFigureRow({ page }: { page: TerritoryPage }): ReactNode {
  const figures = useMemo(() => keyFigures(page), [page]);
  if (figures.length === 0 && page.sites.length === 0) return null;
  return (
    <dl className="key-figures">
      {figures.map((one) => (
        <Key key={one.indicator.id} one={one} page={page} />
      ))}
      {page.frontier && <Sites page={page} />}
    </dl>
  );
}

function Key({ one, page }: { one: KeyFigure; page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const { indicator, period, now, was, together } = one;
  const unit = shownUnitName(indicator, language);
  return (
    <div>
      <dt>
        {together && `${messages.territories.inside(page.main.name[language])} `}
        {indicator.name[language]} {period}
      </dt>
      <dd>
        <b>
          <FigureButton
            bare
            figure={now}
            indicator={indicator}
            place={placeToken(page, together)}
            period={period}
          />
          {isPercentage(indicator) ? <small>%</small> : unit && <small>{unit}</small>}
        </b>
        <span>
          {was ? <Before one={one} /> : ''}
          {together && <Together one={one} page={page} />}
        </span>
      </dd>
    </div>
  );
}

function Before({ one }: { one: KeyFigure }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories;
  const { indicator, was, now, comparable } = one;
  const [before, after] = [was?.figure.value ?? null, now.value];
  if (!was || before === null || after === null) return null;
  const said = words.was(
    was.period,
    isPercentage(indicator) ? withUnit(before, indicator, language) : valueText(before, indicator),
  );
  if (!comparable)
    return (
      <>
        {said} <i className="mark-changed">{words.notComparable}</i>
      </>
    );
  if (isPercentage(indicator) || before <= 0) return said;
  const comma = language === 'zh' ? '，' : ', ';
  return `${said}${comma}${words.change(changeText((after / before - 1) * 100, 1))}`;
}

/** Of how many it is made, and whether it is only the middle one. */
function Together({ one, page }: { one: KeyFigure; page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories;
  const { coverage, summary } = one.now;
  return (
    <em>
      {coverage && words.coverage(coverage.present, coverage.expected)} {page.main.member[language]}
      {summary &&
        ` · ${summary === 'median' ? words.median : figureWordsOf(language).summaries[summary]}`}
    </em>
  );
}

/** The kind there is most to say of, large; the others stand in the facts. */
function Sites({ page }: { page: TerritoryPage }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.territories;
  const certainties = figureWordsOf(language).certainties;
  const [first] = page.sites;
  const kind = first?.kind;
  const here = page.sites.filter((site) => site.kind === kind);
  const sure = new Set(here.map(({ certainty }) => certainties[certainty]));
  return (
    <div>
      <dt>{here[0]?.kindName[language] ?? words.facts.sites}</dt>
      <dd>
        <b className="names" lang="zh-CN">
          {here.length === 0 ? '—' : messages.listOf(here.map(({ name }) => name))}
        </b>
        <span>{here.length === 0 ? words.noSites : [...sure].join('、')}</span>
      </dd>
    </div>
  );
}
