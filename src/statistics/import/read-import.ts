import { type Finding, finding } from '../../domain/finding.ts';
import type { SheetFile } from '../../domain/sheet.ts';
import type { PlacedObservation } from './figure-reader.ts';
import { findingLimit } from './finding-limit.ts';
import { type ImportContext, indexNames } from './import-context.ts';
import type { TableOutput } from './import-table.ts';
import { readSheet, type SheetEnd } from './read-sheet.ts';

/** What a file says, piece by piece. */
export interface ImportBatch {
  readonly observations: readonly PlacedObservation[];
  readonly findings: readonly Finding[];
  /** Figures of this piece that were not taken because of an error, listed or not. */
  readonly refused: number;
}

/**
 * Yields the observations of a file and the findings on it, piece by piece; memory does not grow with
 * the file. A finding of severity `error` anywhere means that nothing of the file is to be kept. At
 * most some hundreds of findings of each severity are listed (`mostListed`), the others counted in
 * `findings-more`. That a cell stands in the file twice is not looked for here: it would take memory
 * that grows with the file; each observation carries its place for whoever stores it.
 */
export async function* readImport(
  file: SheetFile,
  context: ImportContext,
): AsyncGenerator<ImportBatch> {
  const names = indexNames(context);
  const limit = findingLimit();
  const counts = { tables: 0, observations: 0, errors: 0 };
  const passed = ({ observations, findings, refused }: TableOutput): ImportBatch => {
    const placed = findings.map((item) => inFile(item, context.file));
    counts.observations += observations.length;
    counts.errors += findings.filter((item) => item.severity === 'error').length;
    return { observations, findings: limit.pass(placed), refused };
  };
  const unrecognised: Extract<SheetEnd, { kind: 'unrecognised' }>[] = [];
  yield passed({ observations: [], findings: [...file.findings], refused: 0 });
  for await (const sheet of file.sheets) {
    const { sheets } = context.mapping;
    if (sheets && !sheets.includes(sheet.name ?? '')) continue;
    const reading = readSheet(sheet, names);
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) yield passed(step.value);
    if (step.value.kind === 'unrecognised') unrecognised.push(step.value);
    else if (step.value.kind === 'read') counts.tables += 1;
  }
  const rest = unrecognised.map((end) =>
    counts.tables === 0 ? end.finding : skipped(end.finding),
  );
  if (rest.length + counts.observations + counts.errors === 0) rest.push(finding('table-empty'));
  const last = passed({ observations: [], findings: rest, refused: 0 });
  yield { ...last, findings: [...last.findings, ...limit.rest(context.file)] };
}

/** Beside a sheet that was read, one without a header is a cover or an explanation. */
function skipped({ where }: Finding): Finding {
  return finding('sheet-skipped', where, { sheet: where.sheet ?? '' });
}

function inFile(item: Finding, file: string): Finding {
  return { ...item, where: { file, ...item.where } };
}
