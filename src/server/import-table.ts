import type pg from 'pg';
import { beijingDay } from '../domain/beijing-day.ts';
import type { ImportMapping } from '../domain/import-mapping.ts';
import { type ByteSource, contentHash } from '../exchange/byte-source.ts';
import { readTable } from '../exchange/read-table.ts';
import { readImport } from '../statistics/import/read-import.ts';
import type { Definition } from '../store/statistics/definition.ts';
import {
  type Batch,
  type PublishInput,
  type PublishResult,
  publish,
} from '../store/statistics/publish.ts';

/** A table on its way into the base, from a command or a page. */
export interface TableToImport {
  readonly source: ByteSource;
  /** The name of the file. */
  readonly file: string;
  readonly mapping: ImportMapping;
  /** Where the figures come from, as whoever imports says; null: as the file says. */
  readonly stated: string | null;
  readonly dryRun: boolean;
  /** Stands between reading and writing, to stop in the middle. */
  readonly through?: (batches: AsyncIterable<Batch>) => AsyncIterable<Batch>;
  readonly progress?: PublishInput['progress'];
  readonly alongside?: PublishInput['alongside'];
}

/** Puts a table into the base, all of it or nothing; resolves to what it changed and what was found. */
export async function importTable(
  writer: pg.Pool,
  definition: Definition,
  table: TableToImport,
): Promise<PublishResult> {
  const { source, file, mapping, stated, dryRun, progress, alongside } = table;
  const hash = await contentHash(source);
  const batches = readImport(await readTable(source), {
    file,
    places: definition.places,
    indicators: definition.file.indicators,
    mapping,
    today: beijingDay(new Date()),
    source: stated,
  });
  return await publish(writer, definition.plan, {
    kind: 'import',
    file,
    fileHash: () => hash,
    dataset: {
      title: { zh: mapping.title ?? file, en: mapping.title ?? file },
      source: stated ?? file,
      licence: mapping.licence ?? '',
      enclosed: mapping.enclosed,
    },
    batches: table.through?.(batches) ?? batches,
    dryRun,
    ...(progress && { progress }),
    ...(alongside && { alongside }),
  });
}
