import { sql } from 'kysely';
import type { fillingEndpoints } from '../api/filling.ts';
import { AppError } from '../domain/app-error.ts';
import { openDesk } from '../store/collection/desk.ts';
import { readEntries } from '../store/collection/entries.ts';
import { dismissKept } from '../store/collection/kept.ts';
import { entryAfter, lockForMove, makeMove } from '../store/collection/moves.ts';
import { readTroubles } from '../store/collection/reminded.ts';
import { readRounds } from '../store/collection/rounds.ts';
import { saveCells } from '../store/collection/save-cells.ts';
import { readSheet } from '../store/collection/sheet.ts';
import { submit } from '../store/collection/submit.ts';
import { readTasks } from '../store/collection/tasks.ts';
import { readTemplate, writeTemplate } from './entry-template.ts';
import type { Work, Workers } from './work-routes.ts';

const desk = (work: Work) => openDesk(work.store.server, work.plan, work);

/** What a reporting body does, and what it sees. */
export const fillingWorkers: Workers<typeof fillingEndpoints> = {
  rounds: async (work) => ({ rounds: await readRounds(await desk(work)) }),
  progress: async (work, { id }) => {
    const at = await desk(work);
    const [round] = await readRounds(at, id);
    if (!round) throw new AppError('not-found');
    const entries = await readEntries(at, sql`s.round = ${id}`);
    return { round, entries: [...entries], troubles: await readTroubles(at, id) };
  },
  tasks: async (work) => {
    const { own, review, publish, kept } = await readTasks(await desk(work));
    return { own: [...own], review: [...review], publish: [...publish], kept: [...kept] };
  },
  sheet: async (work, { id }) => await readSheet(await desk(work), id),
  saveCells: async (work, given) => ({ outcomes: await saveCells(await desk(work), given) }),
  submit: async (work, { id }) => {
    const at = await desk(work);
    const findings = await submit(at, id);
    return { entry: await entryAfter(at, id), findings: [...findings] };
  },
  withdraw: async (work, { id }) => {
    const at = await desk(work);
    const move = { id, act: 'withdraw' } as const;
    await makeMove(at, await lockForMove(at, move));
    return { entry: await entryAfter(at, id) };
  },
  dismissKept: async (work, { id }) => {
    await dismissKept(work, id);
    return {};
  },
  template: async (work, { id, lang }) => {
    const sheet = await readSheet(await desk(work), id);
    const { entry, form } = sheet;
    const name = `${form.number}-${entry.bodyName}-${entry.period}.xlsx`;
    return { name, bytes: await writeTemplate(sheet, lang) };
  },
  readTemplate: async (work, { id }) => {
    const read = await readTemplate(work.file, await readSheet(await desk(work), id));
    return {
      cells: [...read.cells],
      conflicts: [...read.conflicts],
      findings: [...read.findings],
    };
  },
};
