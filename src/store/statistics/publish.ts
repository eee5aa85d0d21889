import type pg from 'pg';
import { type Finding, hasErrors } from '../../domain/finding.ts';
import type { Dataset, ImportSummary } from '../../domain/observation.ts';
import { mostListed } from '../../statistics/import/finding-limit.ts';
import { ahead } from './ahead.ts';
import { type Change, noneRepeated, takeOutRepeated } from './difference.ts';
import { newestDefinition } from './newest-definition.ts';
import { record } from './numbering.ts';
import { addOrigins } from './origins.ts';
import { repeatedFindings } from './repeated-findings.ts';
import { reviewDoubts } from './review-doubts.ts';
import { rollUp } from './rollup.ts';
import { openStage, type Piece } from './stage.ts';
import {
  type Origin,
  readKeys,
  type StagedObservation,
  type StageLines,
  stageWriter,
} from './stage-lines.ts';
import { openTaking, type Taking } from './taking.ts';
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
  /** What else is written when the figures are: both are there then, or neither. */
  readonly alongside?: (client: pg.ClientBase, summary: ImportSummary) => Promise<void>;
  /** Rows compared at a time. */
  readonly pieceRows?: number;
}

export type PublishStage = 'reading' | 'comparing' | 'reviewing' | 'totalling';

export interface PublishResult {
  readonly summary: ImportSummary;
  /** The first changes, in the order of the file. */
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

/** Changes listed; all are counted. */
const listed = 1_000;

/** By the severity of what is found of them. */
const repeatedLimit = { equal: mostListed.info, contradicted: mostListed.error };

/** Rows compared at a time. */
const pieceRows = 50_000;

/** Rows read ahead while the database works, some 5 MB. */
const aheadRows = 50_000;

/**
 * Puts a file into the base, as the owner: all of it or, where a finding is an error, nothing. What
 * the base says already is left alone, so the same file twice changes nothing. What changes gets the
 * next number; its totals and doubts are there when the number is. Files are read side by side and
 * enter one after the other; a large one that is in order enters while it is read.
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

/** As `publish`, within a transaction of the caller, which takes it back where a finding is an error. */
export async function publishWithin(
  client: pg.ClientBase,
  plan: string,
  input: PublishInput,
): Promise<PublishResult> {
  const findings: Finding[] = [];
  const taking = await openTaking(client, plan, listed);
  const read = await readPieces(client, plan, input, { taking, findings });
  const repeated = read.inOrder ? noneRepeated : await takeOutRepeated(client, repeatedLimit);
  if (repeated.all > 0) {
    const definition = await newestDefinition(client, plan);
    findings.push(...repeatedFindings(input.file, repeated, definition));
  }
  input.progress?.('comparing', read.rows);
  const add = !input.dryRun && !hasErrors(findings);
  for (const piece of read.waiting) await taking.take(piece, { add, inOrder: read.inOrder });
  const { counts, changes, number } = taking.taken();
  const refused = read.refused + repeated.contradicted;
  const rows = read.rows + read.refused;
  const summary = { number: null, rows, ...counts, refused, doubtful: 0 };
  if (number === null || hasErrors(findings)) return { summary, changes, findings };
  const doubtful = await followUp(client, plan, number, input, read.rows);
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
  await input.alongside?.(client, done);
  return { summary: done, changes, findings };
}

/** What is left when all was read: pieces that are not in yet, and what is known of the rows. */
interface Read {
  readonly waiting: readonly Piece[];
  readonly rows: number;
  readonly refused: number;
  readonly inOrder: boolean;
}

/**
 * Stages a file. Pieces are taken at once as long as its rows are in order, for then no later row can
 * contradict them, and while the database is at it the next are read.
 */
async function readPieces(
  client: pg.ClientBase,
  plan: string,
  input: PublishInput,
  { taking, findings }: { readonly taking: Taking; readonly findings: Finding[] },
): Promise<Read> {
  const stage = await openStage(client);
  const most = input.pieceRows ?? pieceRows;
  const batches = writtenBatches(input.batches, stageWriter(await readKeys(client, plan)));
  const state = { rows: 0, refused: 0, inOrder: true };
  const waiting: Piece[] = [];
  let origins: Origin[] = [];
  const cut = async () => {
    const piece = await stage.cut();
    if (piece === null) return;
    await addOrigins(client, origins, input.dataset.enclosed);
    origins = [];
    if (state.inOrder && !input.dryRun && !hasErrors(findings))
      await taking.take(piece, { add: true, inOrder: true });
    else waiting.push(piece);
  };
  for await (const batch of ahead(batches, (item) => item.rows, aheadRows)) {
    findings.push(...batch.findings);
    state.rows += batch.rows;
    state.refused += batch.refused;
    state.inOrder = batch.inOrder;
    origins.push(...batch.origins);
    await stage.write(batch.text, batch.rows);
    input.progress?.('reading', state.rows);
    if (stage.rows() >= most) await cut();
  }
  await cut();
  return { waiting, ...state };
}

/** A batch as it goes to the stage. */
interface WrittenBatch extends StageLines {
  readonly rows: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
}

async function* writtenBatches(
  batches: AsyncIterable<Batch>,
  write: ReturnType<typeof stageWriter>,
): AsyncGenerator<WrittenBatch> {
  for await (const { observations, findings, refused } of batches)
    yield { ...write(observations), rows: observations.length, refused: refused ?? 0, findings };
}

/** Doubts and totals belong to the write: whoever reads the number finds them. */
async function followUp(
  client: pg.ClientBase,
  plan: string,
  number: number,
  input: PublishInput,
  rows: number,
): Promise<number> {
  input.progress?.('reviewing', rows);
  const definition = await newestDefinition(client, plan);
  const doubtful = await reviewDoubts(client, plan, number, definition);
  input.progress?.('totalling', rows);
  await rollUp(client, plan, definition.indicators.indicators);
  return doubtful;
}
