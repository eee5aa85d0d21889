import type { Figure } from '../../api/statistics.ts';
import type { IndicatorBrief, TerritoryPage } from '../../api/statistics-pages.ts';
import type { SmallLine } from '../../charts/small-lines.ts';
import { isMovement } from '../../statistics/implied-indicator.ts';
import { inShownUnit, isDoubtful } from '../statistics/figure-table.ts';
import { type GrowthBeside, growthBeside } from './growth-beside.ts';
import { addsUp, periodsWith, type ShownFigures, shownFigures } from './page-figures.ts';

/** A small chart of one indicator over the years of the plan. */
export interface PeriodChart {
  readonly indicator: IndicatorBrief;
  readonly periods: readonly string[];
  readonly lines: readonly SmallLine[];
  readonly together: boolean;
  /** Of a size, which has no lines beside it. */
  readonly growth: GrowthBeside | null;
}

/** Charts that stand beside each other. */
const most = 3;

/**
 * Returns charts of what has figures of several years of the plan, and of the year before it; first
 * what the commitments are measured by. A size has no line of its province beside it: it would only
 * say that the province is larger.
 */
export function periodCharts(page: TerritoryPage): readonly PeriodChart[] {
  const { start, end } = page.plan.period;
  const years = Array.from({ length: end - start + 2 }, (_, step) => String(start - 1 + step));
  const candidates = shownFigures(page).filter((one) => isCharted(one, years, page));
  const leads = page.leading.flatMap(
    (id) => candidates.find(({ indicator }) => indicator.id === id) ?? [],
  );
  const charted = [...leads, ...candidates.filter((one) => !leads.includes(one))];
  return charted.slice(0, most).map((one) => chartOf(one, years, page));
}

function isCharted(one: ShownFigures, years: readonly string[], page: TerritoryPage): boolean {
  if (one.indicator.derived || isMovement(one.indicator)) return false;
  return periodsWith(one.series, page).filter((period) => years.includes(period)).length > 1;
}

function chartOf(one: ShownFigures, years: readonly string[], page: TerritoryPage): PeriodChart {
  const { indicator, figures, series, together } = one;
  const line = (
    name: string,
    of: readonly (Figure | null)[] | null,
    look: SmallLine['look'],
  ): SmallLine[] => {
    const found = years.map((year) => of?.[page.periods.indexOf(year)] ?? null);
    if (found.every((figure) => typeof figure?.value !== 'number')) return [];
    return [
      {
        name,
        look,
        values: found.map((figure) =>
          typeof figure?.value === 'number' ? inShownUnit(figure.value, indicator) : null,
        ),
        doubtful: found.flatMap((figure, index) => (isDoubtful(figure) ? [index] : [])),
      },
    ];
  };
  const province = page.above.find(({ place }) => place.kind === 'province')?.place.shortName;
  const state = page.above.find(({ place }) => place.kind === 'state')?.place.shortName;
  const beside = addsUp(indicator)
    ? []
    : [
        ...line(province ?? '', figures.province, 'reference'),
        ...line(state ?? '', figures.state, 'reference'),
      ];
  return {
    indicator,
    periods: years,
    lines: [...line(page.territory.shortName, series, 'strong'), ...beside],
    together,
    growth: growthBeside(one, years, page),
  };
}
