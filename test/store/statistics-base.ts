import type { IndicatorsFile } from '../../src/domain/indicator.ts';
import type { Dataset } from '../../src/domain/observation.ts';
import type { TerritoryRegister } from '../../src/domain/territory.ts';
import type { Store } from '../../src/store/open-store.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { publish } from '../../src/store/statistics/publish.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';

/** What the statistics of a plan are about. */
export interface Defined {
  readonly register: TerritoryRegister;
  readonly indicators: IndicatorsFile;
}

/** Puts a definition into the base, which keeps the totals of small groups too. */
export async function define(store: Store, plan: string, defined: Defined): Promise<void> {
  await loadStatistics(store.writer, plan, defined, 0);
}

/** Empties the base, and puts a definition into it as number 1. */
export async function startOver(store: Store, plan: string, defined: Defined): Promise<void> {
  await store.writer.query(
    `truncate xingbian.observation, xingbian.doubt, xingbian.aggregate, xingbian.publication,
      xingbian.statistics`,
  );
  await define(store, plan, defined);
}

/** Publishes observations and resolves to their number; null where they change nothing. */
export async function send(
  store: Store,
  plan: string,
  observations: readonly StagedObservation[],
  options: { readonly indicators: IndicatorsFile; readonly enclosed?: Dataset['enclosed'] },
): Promise<number | null> {
  const { summary, findings } = await publish(store.writer, plan, {
    kind: 'import',
    file: 'test.csv',
    fileHash: () => 'hash',
    dataset: {
      title: { zh: '测试', en: 'test' },
      source: 'made for a test',
      licence: 'none',
      enclosed: options.enclosed ?? 'unstated',
    },
    batches: (async function* () {
      yield { observations, findings: [] };
    })(),
    dryRun: false,
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return summary.number;
}
