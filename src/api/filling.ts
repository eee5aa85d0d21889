import { z } from 'zod';
import { Finding } from '../domain/finding.ts';
import {
  CellOutcome,
  CellSave,
  CellView,
  KeptElsewhere,
  RoundView,
  Sheet,
  SubmissionEntry,
} from './collection.ts';
import { endpoint } from './endpoint.ts';
import { collectionPaths } from './paths.ts';
import { DeliveryTrouble } from './reminders.ts';

const none = z.object({});
/** A number of the database, which ends at 2³¹ − 1. */
const id = z.coerce.number().int().positive().max(2_147_483_647);
const entry = { kind: 'json', schema: z.object({ entry: SubmissionEntry }) } as const;
const refusals = ['sign-in-needed', 'not-permitted', 'origin-refused'] as const;

/** What a reporting body does, and what it sees. */
export const fillingEndpoints = {
  rounds: endpoint({
    id: 'collection.rounds',
    method: 'GET',
    access: 'signed-in',
    path: collectionPaths.rounds,
    summary: { zh: '报送任务', en: 'The rounds of collection' },
    input: none,
    answer: { kind: 'json', schema: z.object({ rounds: z.array(RoundView) }) },
    errors: ['sign-in-needed'],
  }),
  progress: endpoint({
    id: 'collection.progress',
    method: 'GET',
    access: 'signed-in',
    path: collectionPaths.progress,
    summary: { zh: '报送进度', en: 'How far the submissions of a round are' },
    input: z.object({ id }),
    answer: {
      kind: 'json',
      schema: z.object({
        round: RoundView,
        entries: z.array(SubmissionEntry),
        /** Reminders that did not go through, for who coordinates. */
        troubles: z.array(DeliveryTrouble),
      }),
    },
    errors: ['sign-in-needed', 'not-found'],
  }),
  tasks: endpoint({
    id: 'collection.tasks',
    method: 'GET',
    access: 'signed-in',
    path: collectionPaths.tasks,
    summary: { zh: '我的待办', en: 'What waits for me' },
    input: none,
    answer: {
      kind: 'json',
      schema: z.object({
        /** Of the bodies I report for. */
        own: z.array(SubmissionEntry),
        /** Waiting at a level of mine. */
        review: z.array(SubmissionEntry),
        /** Accepted by every level, where I publish. */
        publish: z.array(SubmissionEntry),
        /** What was kept for me of forms I fill in no longer. */
        kept: z.array(KeptElsewhere),
      }),
    },
    errors: ['sign-in-needed'],
  }),
  sheet: endpoint({
    id: 'collection.sheet',
    method: 'GET',
    access: 'signed-in',
    path: collectionPaths.sheet,
    summary: { zh: '一张报表', en: 'One submission with its cells' },
    input: z.object({ id }),
    answer: { kind: 'json', schema: Sheet },
    errors: ['sign-in-needed', 'not-found'],
  }),
  saveCells: endpoint({
    id: 'collection.save-cells',
    method: 'POST',
    /** Also from whoever reports no longer: what was typed before is kept for its author. */
    access: 'signed-in',
    path: collectionPaths.saveCells,
    summary: { zh: '保存单元格', en: 'Save cells' },
    input: z.object({
      id,
      /** The version of the form they were typed into. */
      version: z.number().int(),
      cells: z.array(CellSave).min(1).max(500),
    }),
    answer: { kind: 'json', schema: z.object({ outcomes: z.array(CellOutcome) }) },
    errors: [...refusals, 'not-found'],
  }),
  submit: endpoint({
    id: 'collection.submit',
    method: 'POST',
    access: ['reporter'],
    path: collectionPaths.submit,
    summary: { zh: '提交', en: 'Submit' },
    input: z.object({ id }),
    /** With errors among the findings nothing was submitted. */
    answer: {
      kind: 'json',
      schema: z.object({ entry: SubmissionEntry, findings: z.array(Finding) }),
    },
    errors: [...refusals, 'not-found', 'move-not-allowed'],
  }),
  withdraw: endpoint({
    id: 'collection.withdraw',
    method: 'POST',
    access: ['reporter'],
    path: collectionPaths.withdraw,
    summary: { zh: '撤回', en: 'Withdraw before review' },
    input: z.object({ id }),
    answer: entry,
    errors: [...refusals, 'not-found', 'move-not-allowed'],
  }),
  dismissKept: endpoint({
    id: 'collection.dismiss-kept',
    method: 'POST',
    access: 'signed-in',
    path: collectionPaths.dismissKept,
    summary: { zh: '处理完留存的数据', en: 'Be done with a kept value' },
    input: z.object({ id }),
    answer: { kind: 'json', schema: none },
    errors: ['sign-in-needed', 'origin-refused', 'not-found'],
  }),
  template: endpoint({
    id: 'collection.template',
    method: 'GET',
    access: 'signed-in',
    path: collectionPaths.template,
    summary: { zh: '下载填报模板', en: 'The submission as a workbook to fill' },
    input: z.object({ id, lang: z.enum(['zh', 'en']).default('zh') }),
    answer: {
      kind: 'file',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    errors: ['sign-in-needed', 'not-found'],
  }),
  readTemplate: endpoint({
    id: 'collection.read-template',
    method: 'POST',
    access: ['reporter'],
    path: collectionPaths.readTemplate,
    summary: { zh: '读取填好的模板', en: 'Read a filled workbook' },
    /** The page saves the cells it then asks for; so reading writes nothing, and every run is a dry one. */
    input: z.object({ id }),
    takes: 'file',
    answer: {
      kind: 'json',
      schema: z.object({
        /** With `base`, the revision of the template: what changed meanwhile is a conflict again. */
        cells: z.array(CellSave.omit({ key: true })),
        /** Changed in the file and online; `base` is the revision of `now`. */
        conflicts: z.array(CellSave.omit({ key: true }).extend({ now: CellView })),
        findings: z.array(Finding),
      }),
    },
    errors: [...refusals, 'not-found', 'file-too-large', 'file-classified'],
  }),
} as const;
