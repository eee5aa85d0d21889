import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const none = z.object({});

/** Whether the program and its database answer. */
export const Health = z.object({ status: z.literal('ok'), version: z.string() });
export type Health = z.infer<typeof Health>;

/** Endpoints about the program itself. */
export const systemEndpoints = {
  health: endpoint({
    id: 'system.health',
    method: 'GET',
    access: 'public',
    path: '/healthz',
    summary: { zh: '运行状态', en: 'Whether the program and its database answer' },
    input: none,
    answer: { kind: 'json', schema: Health },
    errors: ['database-unavailable'],
  }),
  openApi: endpoint({
    id: 'system.openapi',
    method: 'GET',
    access: 'public',
    path: '/openapi.json',
    summary: { zh: '接口说明', en: 'This description' },
    input: none,
    answer: { kind: 'json', schema: z.looseObject({ openapi: z.string() }) },
    errors: [],
  }),
} as const;
