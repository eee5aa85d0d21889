import { z } from 'zod';
import { AppError } from '../../domain/app-error.ts';
import { baseKinds } from './base-rows.ts';

/** The format's name. The first, which is still read, held the base alone. */
export const backupFormat = 'xingbian.backup/2';

const count = z.number().int();

const Head = z.object({
  format: z.enum(['xingbian.backup/1', backupFormat]),
  plan: z.string(),
  /** The last publication it holds. */
  number: count,
  /** The kept tables and the columns of their rows. */
  tables: z.record(z.string(), z.array(z.string()).readonly()).default({}),
});

/** The first line of a backup. */
export type BackupHead = z.infer<typeof Head>;

const End = z.object({
  definitions: count,
  publications: count,
  observations: count,
  doubts: count,
  tables: z.record(z.string(), count).default({}),
});

/** The last line of a backup, how many rows it holds; without it the file was cut off. */
export type BackupEnd = z.infer<typeof End>;

/** Lines of one kind that stand together: `head`, `end`, a kind of the base, or the name of a table. */
export interface Batch {
  readonly kind: string;
  readonly lines: readonly string[];
  /** The number of its last line. */
  readonly last: number;
}

const mostLines = 5_000;

/** Yields the lines of a backup in batches of one kind, in their order. */
export async function* batchesOf(lines: AsyncIterable<string>): AsyncGenerator<Batch> {
  let number = 0;
  let kind = '';
  let batch: string[] = [];
  for await (const line of lines) {
    const next = number === 0 ? 'head' : kindOf(line);
    if (batch.length > 0 && (next !== kind || batch.length === mostLines)) {
      yield { kind, lines: batch, last: number };
      batch = [];
    }
    number++;
    kind = next;
    batch.push(line);
  }
  if (batch.length > 0) yield { kind, lines: batch, last: number };
}

function kindOf(line: string): string {
  return line.startsWith('{') ? 'end' : (/^\["(\w+)"/.exec(line)?.[1] ?? '');
}

/** Returns whether rows of a kind are those of the base. */
export function isBaseKind(kind: string): boolean {
  return (baseKinds as readonly string[]).includes(kind);
}

/** Returns the head of a backup of a plan. Refuses with `backup-invalid`. */
export function headOf({ lines }: Batch, plan: string): BackupHead {
  const head = Head.safeParse(parsed(lines[0]));
  if (!head.success)
    throw invalid(
      1,
      '不是兴边的备份，或版本更新',
      'this is no backup of Xingbian, or of a newer one',
    );
  if (head.data.plan === plan) return head.data;
  throw invalid(1, `备份属于规划 ${head.data.plan}`, `it is of the plan ${head.data.plan}`);
}

/** Returns the end of a backup. Refuses with `backup-invalid`. */
export function endOf({ lines, last }: Batch): BackupEnd {
  const end = z.object({ end: End }).safeParse(parsed(lines[0]));
  if (!end.success || lines.length > 1) throw invalid(last, '结尾不完整', 'the end is broken');
  return end.data.end;
}

/** Returns the refusal `backup-invalid`: at which line, and why. */
export function invalid(line: number, reason: string, reasonEn: string): AppError {
  return new AppError('backup-invalid', { line, reason, reasonEn });
}

function parsed(line = ''): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
