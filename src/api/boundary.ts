import { z } from 'zod';
import { BoundaryLayer } from '../domain/boundary.ts';
import { endpoint } from './endpoint.ts';
import { boundaryPaths } from './paths.ts';

/** The layer the operator supplies; null where there is none, and then no boundary is drawn. */
export const BoundaryAnswer = z.object({ layer: BoundaryLayer.nullable() });
export type BoundaryAnswer = z.infer<typeof BoundaryAnswer>;

export const boundaryEndpoints = {
  boundary: endpoint({
    id: 'boundary',
    method: 'GET',
    access: 'public',
    path: boundaryPaths.boundary,
    summary: { zh: '边界图层及其审图号', en: 'The boundary layer and its number of examination' },
    input: z.object({}),
    answer: { kind: 'json', schema: BoundaryAnswer },
    errors: [],
  }),
} as const;
