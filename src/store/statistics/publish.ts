import type pg from 'pg';
import { type Finding, hasErrors } from '../../domain/finding.ts';
import type { Dataset, ImportSummary } from '../../domain/observation.ts';
import {
  addObservations,
  type Change,
  compareStage,
  readChanges,
  takeOutRepeated,
} from './difference.ts';
import { lockWriting } from './locks.ts';
import { newestDefinition } from './newest-definition.ts';
import { nextNumber, record } from './numbering.ts';
import { repeatedFindings } from './repeated-findings.ts';
import { reviewDoubts } from './review-doubts.ts';
import { createTouched, rollUp } from './rollup.ts';
import {
  numberSources,
  openStage,
  readKeys,
  type Staged,
  type StagedObservation,
} from './stage.ts';
import { inTransaction } from './transaction.ts';

/** What a file says, piece by piece. */
export interface Batch {
  readonly observations: readonly StagedObservation[];
  readonly findings: readonly Finding[];
  /** Figures that were not taken because of an error; not each of them has a finding of its own. */
  readonly refused?: number;
}

/** A file on its way into the base. */
export interface PublishInput {
  readonly kind: 'dataset' | 'import' | 'publication';
  readonly file: string;
  /** Asked once the batches are through: the file is read only once. */
  readonly fileHash: () => string;
  readonly dataset: Pick<Dataset, 'title' | 'source' | 'licence' | 'enclosed'>;
  readonly batches: AsyncIterable<Batch>;
  /** Compares, and writes nothing. */
  readonly dryRun: boolean;
  /** Told what the program is at, for whoever waits. */
  readonly progress?: (stage: PublishStage, rows: number) => void;
}

export type PublishStage = 'reading' | 'comparing' | 'adding' | 'reviewing' | 'totalling';

export interface PublishResult {
  readonly summary: ImportSummary;
  /** The first changes, in the order of the file. */
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

/** Changes and repeated cells listed; all are counted. */
const listed = 1_000;

/**
 * Puts a file into the base, as the owner: all of it or, where a finding is an error, nothing. What
 * the base says already is left alone, so the same file twice changes nothing. What changes gets the
 * next number; its totals and doubts are there when the number is. Files are read side by side and
 * enter one after the other.
 */
export async function publish(
  writer: pg.Pool,
  plan: string,
  input: PublishInput,
): Promise<PublishResult> {
  return await inTransaction(
    writer,
    (client) => publishWithin(client, plan, input),
    ({ summary }) => summary.number !== null,
  );
}

async function publishWithin(
  client: pg.ClientBase,
  plan: string,
  input: PublishInput,
): Promise<PublishResult> {
  const findings: Finding[] = [];
  const { refused: unread, ...staged } = await stageBatches(client, plan, input, findings);
  const { rows } = staged;
  const repeated = staged.inOrder ? [] : await takeOutRepeated(client, listed);
  findings.push(...repeatedFindings(input.file, repeated));
  input.progress?.('comparing', rows);
  await lockWriting(client, plan);
  await numberSources(client, plan, input.dataset.enclosed);
  const counts = await compareStage(client);
  const changes = await readChanges(client, listed);
  const refused = unread + repeated.filter((item) => !item.equal).length;
  const summary = { number: null, rows: rows + unread, ...counts, refused, doubtful: 0 };
  const changed = counts.new + counts.revised > 0;
  if (input.dryRun || hasErrors(findings) || !changed) return { summary, changes, findings };
  const number = await nextNumber(client, plan);
  input.progress?.('adding', rows);
  await addObservations(client, number, staged);
  const doubtful = await followUp(client, plan, number, input, rows);
  const done = { ...summary, number, doubtful };
  const { kind, file, dataset } = input;
  await record(client, plan, {
    number,
    kind,
    file,
    fileHash: input.fileHash(),
    dataset,
    counts: done,
  });
  return { summary: done, changes, findings };
}

async function stageBatches(
  client: pg.ClientBase,
  plan: string,
  input: PublishInput,
  findings: Finding[],
): Promise<Staged & { readonly refused: number }> {
  const stage = await openStage(client, await readKeys(client, plan));
  let rows = 0;
  let refused = 0;
  for await (const batch of input.batches) {
    findings.push(...batch.findings);
    rows += batch.observations.length;
    refused += batch.refused ?? 0;
    await stage.add(batch.observations);
    input.progress?.('reading', rows);
  }
  return { ...(await stage.end()), refused };
}

/** Doubts and totals belong to the write: whoever reads the number finds them. */
async function followUp(
  client: pg.ClientBase,
  plan: string,
  number: number,
  input: PublishInput,
  rows: number,
): Promise<number> {
  await createTouched(client);
  await client.query('insert into touched select distinct indicator, period from stage');
  await client.query(
    `create temporary table reviewed on commit drop as
      select distinct territory from stage`,
  );
  input.progress?.('reviewing', rows);
  const definition = await newestDefinition(client, plan);
  const doubtful = await reviewDoubts(client, plan, number, definition);
  input.progress?.('totalling', rows);
  await rollUp(client, plan, definition.indicators.indicators);
  return doubtful;
}
