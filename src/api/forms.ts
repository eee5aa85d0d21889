import { z } from 'zod';
import { FormsAnswer } from './collection.ts';
import { endpoint } from './endpoint.ts';
import { formPaths } from './paths.ts';

/** The forms of the plan: public, and the same for everyone. */
export const formEndpoints = {
  forms: endpoint({
    id: 'collection.forms',
    method: 'GET',
    access: 'public',
    path: formPaths.forms,
    summary: { zh: '报表制度与填报负担', en: 'The forms, and how much they ask' },
    /** The year the burden is counted for; left out, the last of the plan. */
    input: z.object({ year: z.coerce.number().int().min(1900).max(2200).optional() }),
    answer: { kind: 'json', schema: FormsAnswer },
    errors: [],
  }),
} as const;
