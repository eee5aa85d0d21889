import { join } from 'node:path';
import { AppError } from '../domain/app-error.ts';
import { beijingDay } from '../domain/beijing-day.ts';
import { type Finding, hasErrors } from '../domain/finding.ts';
import { emptyMapping } from '../domain/import-mapping.ts';
import type { Dataset } from '../domain/observation.ts';
import { contentHash, openFile } from '../exchange/byte-source.ts';
import { readTable } from '../exchange/read-table.ts';
import { readImport } from '../statistics/import/read-import.ts';
import { buildPlaces } from '../statistics/places.ts';
import { loadBodies } from '../store/collection/bodies.ts';
import { loadForms } from '../store/collection/form-sets.ts';
import type { Store } from '../store/open-store.ts';
import { loadPlan } from '../store/plan.ts';
import { loadStatistics } from '../store/statistics/load-statistics.ts';
import { isPublished } from '../store/statistics/publications.ts';
import { publish } from '../store/statistics/publish.ts';
import type { StatisticsFolder } from '../store/statistics-folder.ts';
import type { OpenedPlan } from './open-plan.ts';

/** What bringing a plan up changed. */
export interface BroughtUp {
  /** Whether the plan itself was loaded anew. */
  readonly changed: boolean;
  /** Datasets of the folder that entered the base now. */
  readonly datasets: readonly Dataset[];
}

/**
 * Puts a plan into the database and its statistics into the base: places and indicators, then each
 * dataset of its folder that is not in it yet, in their order. `told` hears which one is being read.
 * Refuses with `dataset-invalid` where one has errors: the base then holds those before it.
 */
export async function bringUp(
  store: Store,
  { planned, statistics, forms }: OpenedPlan,
  told: (dataset: Dataset) => void = () => {},
): Promise<BroughtUp> {
  const { changed } = await loadPlan(store.owner, planned);
  await loadBodies(store.owner, planned.file.id, statistics?.register ?? null);
  if (statistics === null) return { changed, datasets: [] };
  await loadDefinition(store, planned.file.id, statistics);
  if (forms?.file) await loadForms(store.owner, planned.file.id, forms.file);
  const datasets: Dataset[] = [];
  for (const dataset of statistics.datasets)
    if (await loadDataset(store, planned.file.id, { statistics, dataset, told }))
      datasets.push(dataset);
  return { changed, datasets };
}

/** Puts the plan and its definition into the database, without its datasets. */
export async function bringUpDefinition(store: Store, opened: OpenedPlan): Promise<void> {
  const { planned, statistics } = opened;
  await loadPlan(store.owner, planned);
  await loadBodies(store.owner, planned.file.id, statistics?.register ?? null);
  if (statistics) await loadDefinition(store, planned.file.id, statistics);
}

async function loadDefinition(
  store: Store,
  plan: string,
  { register, indicators }: StatisticsFolder,
): Promise<void> {
  if (register && indicators) await loadStatistics(store.writer, plan, { register, indicators });
}

/** Resolves to whether the dataset was new; a file is known by its content. */
async function loadDataset(
  store: Store,
  plan: string,
  given: {
    readonly statistics: StatisticsFolder;
    readonly dataset: Dataset;
    readonly told: (dataset: Dataset) => void;
  },
): Promise<boolean> {
  const { statistics, dataset, told } = given;
  const { register, indicators } = statistics;
  if (!register || !indicators) return false;
  const source = await openFile(join(statistics.dir, 'data', dataset.file));
  try {
    const hash = await contentHash(source);
    if (await isPublished(store.writer, plan, hash)) return false;
    told(dataset);
    const { findings } = await publish(store.writer, plan, {
      kind: 'dataset',
      file: dataset.file,
      fileHash: () => hash,
      dataset,
      batches: readImport(await readTable(source), {
        file: dataset.file,
        places: buildPlaces(register),
        indicators: indicators.indicators,
        mapping: emptyMapping(),
        today: beijingDay(new Date()),
        source: dataset.source,
      }),
      dryRun: false,
    });
    if (hasErrors(findings)) throw invalid(dataset, findings);
    return true;
  } finally {
    await source.close();
  }
}

function invalid(dataset: Dataset, findings: readonly Finding[]): AppError {
  const errors = findings.filter((item) => item.severity === 'error');
  const first = errors[0];
  const place = [first?.where.file, first?.where.line].filter(Boolean).join(':');
  return new AppError('dataset-invalid', {
    file: dataset.file,
    count: errors.length,
    first: `${place} ${first?.message ?? ''}`.trim(),
  });
}
