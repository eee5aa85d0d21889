import type { z } from 'zod';
import type { reviewEndpoints } from '../api/review.ts';
import { AppError } from '../domain/app-error.ts';
import { classifiedName } from '../domain/classified-marks.ts';
import { emptyMapping } from '../domain/import-mapping.ts';
import { sourceOf } from '../exchange/byte-source.ts';
import { recordActAsOwner } from '../store/accounts/audit.ts';
import { openDesk } from '../store/collection/desk.ts';
import { importTable } from './import-table.ts';
import type { Work } from './work-routes.ts';

type Asked = z.output<typeof reviewEndpoints.importFile.input>;

/**
 * Puts a table handed in on the page into the base, or says what it would do. Refuses with
 * `not-permitted` for who does not publish for the state, and with `file-classified` for the name of a
 * file that bears a mark of secrecy.
 */
export async function importUpload(work: Work, asked: Asked) {
  const { definition, held } = await openDesk(work.store.server, work.plan, work);
  // A table may speak of any place, so it takes whoever publishes for all of them.
  const { state } = definition.places;
  if (!held.some((one) => one.role === 'publisher' && one.body === state))
    throw new AppError('not-permitted');
  const mark = classifiedName(asked.name);
  if (mark !== null) throw new AppError('file-classified', { mark });
  const by = { account: work.who.id, origin: work.origin };
  const { summary, findings } = await importTable(work.store.writer, definition, {
    source: sourceOf(work.file),
    file: asked.name,
    mapping: { ...emptyMapping(), ...(asked.title && { title: asked.title }) },
    stated: asked.source ?? null,
    dryRun: asked.dryRun === 'yes',
    alongside: (client, summary) =>
      recordActAsOwner(client, by, {
        act: 'base.import',
        subject: asked.name,
        role: 'publisher',
        body: state,
        new: summary,
      }),
  });
  return { summary, findings: [...findings] };
}
