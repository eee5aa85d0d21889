import { checkForms } from '../collection/check-forms.ts';
import { beijingDay } from '../domain/beijing-day.ts';
import type { Finding } from '../domain/finding.ts';
import { buildPlaces } from '../statistics/places.ts';
import type { FormsFolder } from '../store/forms-folder.ts';
import type { PlanFolder } from '../store/plan-folder.ts';
import type { StatisticsFolder } from '../store/statistics-folder.ts';

/**
 * Returns everything that is wrong with the forms of a plan's folder, each at its line. What they
 * refer to is only looked at where it can be read.
 */
export function checkFormsFolder(
  { file, findings, placeOf }: FormsFolder,
  {
    folder,
    statistics,
    now,
  }: {
    readonly folder: PlanFolder;
    readonly statistics: StatisticsFolder | null;
    readonly now: Date;
  },
): readonly Finding[] {
  if (!file || !statistics?.register || !statistics.indicators) return findings;
  const context = {
    places: buildPlaces(statistics.register),
    indicators: new Map(statistics.indicators.indicators.map((item) => [item.id, item])),
    agencies: folder.agencies.map(({ name }) => name),
    today: beijingDay(now),
    placeOf,
  };
  return [...findings, ...checkForms(file, context)];
}
