import { z } from 'zod';
import { CompiledDocument } from './compiled-document.ts';
import { CorrectionsFile, PlanFile } from './plan.ts';

/** Returns the JSON Schemas of the product's files, by file name below docs/schemas/. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'document.schema.json': schemaOf(CompiledDocument, 'xingbian compile --json'),
    'plan.schema.json': schemaOf(PlanFile, 'plans/<id>/plan.yaml'),
    'corrections.schema.json': schemaOf(CorrectionsFile, 'plans/<id>/corrections.yaml'),
  };
}

function schemaOf(schema: z.ZodType, title: string): unknown {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) };
}
