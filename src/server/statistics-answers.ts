import type { statisticsEndpoints } from '../api/statistics.ts';
import { readStory } from '../store/queries/figure-story.ts';
import { readSeries } from '../store/queries/series.ts';
import { readCatalog } from '../store/queries/statistics-catalog.ts';
import type { Answerers } from './answerer.ts';

/** One answerer for each endpoint of the statistics. */
export const statisticsAnswers: Answerers<typeof statisticsEndpoints> = {
  catalog: (db, plan) => readCatalog(db, plan),
  series: (db, plan, input) => readSeries(db, plan, input),
  story: (db, plan, input) => readStory(db, plan, input),
};
