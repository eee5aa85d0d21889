import type { z } from 'zod';
import type { ReleaseView, Revision } from '../api/collection.ts';
import type { reviewEndpoints } from '../api/review.ts';
import { AppError } from '../domain/app-error.ts';
import { acceptEach } from '../store/collection/accept-each.ts';
import { bodyName, type Desk, openDesk } from '../store/collection/desk.ts';
import { entryAfter, lockForMove, type Move, makeMove } from '../store/collection/moves.ts';
import { release } from '../store/collection/release.ts';
import type { ReleasedCell } from '../store/collection/release-figures.ts';
import { readReleases, withdrawRelease } from '../store/collection/releases.ts';
import { returnCells } from '../store/collection/review.ts';
import { changeRound, dropRound, openRound } from '../store/collection/rounds.ts';
import { importUpload } from './import-upload.ts';
import type { Work, Workers } from './work-routes.ts';

const desk = (work: Work) => openDesk(work.store.server, work.plan, work);

/** Rounds, review and publishing. */
export const reviewWorkers: Workers<typeof reviewEndpoints> = {
  openRound: async (work, asked) => await openRound(await desk(work), asked),
  changeRound: async (work, change) => {
    await changeRound(await desk(work), change);
    return {};
  },
  dropRound: async (work, { id }) => {
    await dropRound(await desk(work), id);
    return {};
  },
  returnCells: async (work, given) => {
    const at = await desk(work);
    await returnCells(at, given);
    return { entry: await entryAfter(at, given.id) };
  },
  accept: async (work, { submissions }) => await acceptEach(await desk(work), submissions),
  exempt: async (work, { id, exempt, reason }) =>
    await move(work, { id, act: exempt ? 'exempt' : 'unexempt', reason }),
  reopen: async (work, { id, reason }) => await move(work, { id, act: 'reopen', reason }),
  releases: async (work) => ({ releases: await readReleases(work) }),
  publish: async (work, asked) => {
    const at = await desk(work);
    const { plan, who, origin, store } = work;
    const made = await release(store.writer, { ...asked, plan, account: who.id, origin });
    return {
      release: made.release === null ? null : await releaseView(work, made.release),
      revisions: made.revisions.map((cell) => revisionView(at, cell)),
      summary: made.summary,
      findings: [...made.findings],
    };
  },
  unschedule: async (work, { id, reason }) => {
    const { who, origin, store } = work;
    await withdrawRelease(store.writer, { id, reason, account: who.id, origin });
    return { release: await releaseView(work, id) };
  },
  importFile: importUpload,
};

async function move(work: Work, wanted: Move) {
  const at = await desk(work);
  await makeMove(at, await lockForMove(at, wanted));
  return { entry: await entryAfter(at, wanted.id) };
}

async function releaseView(work: Work, id: number): Promise<ReleaseView> {
  const [view] = await readReleases(work, id);
  if (!view) throw new AppError('not-found');
  return view;
}

function revisionView(at: Desk, cell: ReleasedCell): z.infer<typeof Revision> {
  const { submission, body, indicator, old, value } = cell;
  const name = at.definition.indicators.get(indicator)?.name ?? { zh: indicator, en: indicator };
  return { submission, bodyName: bodyName(at, body), indicator, name, old, new: value };
}
