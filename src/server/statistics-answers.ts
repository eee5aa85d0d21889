import type { statisticsEndpoints } from '../api/statistics.ts';
import type { statisticsPageEndpoints } from '../api/statistics-pages.ts';
import { readStory } from '../store/queries/figure-story.ts';
import { findStatistics } from '../store/queries/find-statistics.ts';
import { readIndicatorPage } from '../store/queries/indicator-page.ts';
import { readSeries } from '../store/queries/series.ts';
import { readCatalog } from '../store/queries/statistics-catalog.ts';
import { readTerritoryPage } from '../store/queries/territory-page.ts';
import type { Answerers } from './answerer.ts';

/** One answerer for each endpoint of the statistics. */
export const statisticsAnswers: Answerers<typeof statisticsEndpoints> = {
  catalog: (db, plan) => readCatalog(db, plan),
  series: (db, plan, input) => readSeries(db, plan, input),
  story: (db, plan, input) => readStory(db, plan, input),
};

/** One answerer for each page of the statistics. */
export const statisticsPageAnswers: Answerers<typeof statisticsPageEndpoints> = {
  find: (db, plan, input) => findStatistics(db, plan, input),
  territory: (db, plan, input) => readTerritoryPage(db, plan, input),
  indicator: (db, plan, input) => readIndicatorPage(db, plan, input),
};
