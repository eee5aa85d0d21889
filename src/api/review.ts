import { z } from 'zod';
import { Finding } from '../domain/finding.ts';
import { FormId } from '../domain/form.ts';
import { ImportSummary } from '../domain/observation.ts';
import { Period } from '../domain/period.ts';
import { ReleaseView, Revision, SubmissionEntry } from './collection.ts';
import { endpoint } from './endpoint.ts';
import { collectionPaths } from './paths.ts';

const none = z.object({});
/** A number of the database, which ends at 2³¹ − 1. */
const id = z.coerce.number().int().positive().max(2_147_483_647);
const reason = z.string().trim().min(1).max(2_000);
const day = z.iso.date().refine((text) => text >= '1900', { message: '1900-01-01 …' });
const entry = { kind: 'json', schema: z.object({ entry: SubmissionEntry }) } as const;
const refusals = ['sign-in-needed', 'not-permitted', 'origin-refused'] as const;

/** Rounds, review and publishing. */
export const reviewEndpoints = {
  openRound: endpoint({
    id: 'collection.open-round',
    method: 'POST',
    access: ['coordinator'],
    path: collectionPaths.openRound,
    summary: { zh: '布置报送任务', en: 'Ask a form for a period' },
    /** Days left out are those of the form. */
    input: z.object({
      form: FormId,
      period: Period,
      opens: day.optional(),
      due: day.optional(),
      graceDays: z.number().int().min(0).max(366).optional(),
    }),
    answer: {
      kind: 'json',
      schema: z.object({ round: z.number().int(), submissions: z.number().int() }),
    },
    errors: [...refusals, 'form-unknown', 'round-exists', 'round-invalid'],
  }),
  changeRound: endpoint({
    id: 'collection.change-round',
    method: 'POST',
    access: ['coordinator'],
    path: collectionPaths.changeRound,
    summary: {
      zh: '截止、重新开放报送，或改期',
      en: 'Close a round, open it again, or move its days',
    },
    /** What is left out stays. */
    input: z.object({
      id,
      due: day.optional(),
      graceDays: z.number().int().min(0).max(366).optional(),
      closed: z.boolean().optional(),
    }),
    answer: { kind: 'json', schema: none },
    errors: [...refusals, 'not-found', 'round-invalid'],
  }),
  dropRound: endpoint({
    id: 'collection.drop-round',
    method: 'POST',
    access: ['coordinator'],
    path: collectionPaths.dropRound,
    summary: { zh: '撤销未动的报送任务', en: 'Take back a round nobody has begun' },
    input: z.object({ id }),
    answer: { kind: 'json', schema: none },
    errors: [...refusals, 'not-found', 'round-begun'],
  }),
  returnCells: endpoint({
    id: 'collection.return',
    method: 'POST',
    access: ['reviewer', 'approver', 'publisher'],
    path: collectionPaths.returnCells,
    summary: { zh: '退回', en: 'Return with reasons' },
    /** The cells not named here are accepted by this level as they are. */
    input: z.object({
      id,
      revision: z.number().int(),
      reason: reason.optional(),
      cells: z
        .array(z.object({ indicator: z.string(), reason }))
        .min(1)
        .max(500),
    }),
    answer: entry,
    errors: [...refusals, 'not-found', 'move-not-allowed', 'changed-meanwhile'],
  }),
  accept: endpoint({
    id: 'collection.accept',
    method: 'POST',
    access: ['reviewer', 'approver'],
    path: collectionPaths.accept,
    summary: { zh: '审核通过（可成批）', en: 'Accept, one or many' },
    input: z.object({
      submissions: z
        .array(z.object({ id, revision: z.number().int() }))
        .min(1)
        .max(1_000),
    }),
    answer: {
      kind: 'json',
      schema: z.object({
        accepted: z.array(z.number().int()),
        /** Those that could not be, and the code of the refusal. */
        refused: z.array(z.object({ id: z.number().int(), code: z.string() })),
      }),
    },
    errors: [...refusals],
  }),
  exempt: endpoint({
    id: 'collection.exempt',
    method: 'POST',
    access: ['coordinator'],
    path: collectionPaths.exempt,
    summary: { zh: '免报或恢复报送', en: 'Exempt a body, or ask it again' },
    input: z.object({ id, exempt: z.boolean(), reason }),
    answer: entry,
    errors: [...refusals, 'not-found', 'move-not-allowed'],
  }),
  releases: endpoint({
    id: 'collection.releases',
    method: 'GET',
    access: ['publisher', 'coordinator'],
    path: collectionPaths.releases,
    summary: { zh: '公布记录', en: 'The acts of publishing' },
    input: none,
    answer: { kind: 'json', schema: z.object({ releases: z.array(ReleaseView) }) },
    errors: ['sign-in-needed', 'not-permitted'],
  }),
  publish: endpoint({
    id: 'collection.publish',
    method: 'POST',
    access: ['publisher'],
    alone: true,
    path: collectionPaths.publish,
    summary: { zh: '公布', en: 'Publish submissions as one act' },
    input: z.object({
      title: z.string().trim().min(1).max(200),
      submissions: z
        .array(z.object({ id, revision: z.number().int() }))
        .min(1)
        .max(1_000),
      /** An instant; until then nothing is public. */
      embargo: z.iso.datetime({ offset: true }).optional(),
      reasons: z
        .array(z.object({ submission: id, indicator: z.string(), reason }))
        .max(20_000)
        .default([]),
      /** Says what would be revised, and publishes nothing. */
      dryRun: z.boolean().default(false),
    }),
    answer: {
      kind: 'json',
      schema: z.object({
        /** Null where nothing was published: a dry run, or reasons are wanting. */
        release: ReleaseView.nullable(),
        revisions: z.array(Revision),
        summary: ImportSummary.nullable(),
        findings: z.array(Finding),
      }),
    },
    errors: [...refusals, 'not-found', 'move-not-allowed', 'changed-meanwhile', 'embargo-past'],
  }),
  unschedule: endpoint({
    id: 'collection.unschedule',
    method: 'POST',
    access: ['publisher'],
    alone: true,
    path: collectionPaths.unschedule,
    summary: { zh: '取消待公布', en: 'Withdraw a release before its embargo ends' },
    input: z.object({ id, reason }),
    answer: { kind: 'json', schema: z.object({ release: ReleaseView }) },
    errors: [...refusals, 'not-found', 'move-not-allowed'],
  }),
  reopen: endpoint({
    id: 'collection.reopen',
    method: 'POST',
    access: ['publisher'],
    path: collectionPaths.reopen,
    summary: {
      zh: '退回已公布的报表以便更正',
      en: 'Give a published submission back for correction',
    },
    input: z.object({ id, reason }),
    answer: entry,
    errors: [...refusals, 'not-found', 'move-not-allowed'],
  }),
  importFile: endpoint({
    id: 'collection.import',
    method: 'POST',
    access: ['publisher'],
    alone: true,
    path: collectionPaths.importFile,
    summary: { zh: '导入统计表', en: 'Import a statistical table' },
    input: z.object({
      name: z.string().min(1).max(200),
      title: z.string().min(1).max(200).optional(),
      source: z.string().min(1).max(500).optional(),
      dryRun: z.enum(['yes', 'no']).default('yes'),
    }),
    takes: 'file',
    answer: {
      kind: 'json',
      schema: z.object({ summary: ImportSummary, findings: z.array(Finding) }),
    },
    errors: [...refusals, 'file-too-large', 'file-classified'],
  }),
} as const;
