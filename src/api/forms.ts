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
    input: z.object({}),
    answer: { kind: 'json', schema: FormsAnswer },
    errors: [],
  }),
} as const;
