import { z } from 'zod';
import { CompiledDocument } from './compiled-document.ts';
import { FormsFile } from './form.ts';
import { ImportMapping } from './import-mapping.ts';
import { IndicatorsFile } from './indicator.ts';
import { DatasetsFile } from './observation.ts';
import { CorrectionsFile, PlanFile } from './plan.ts';
import { TerritoryRegisterFile } from './territory.ts';

/** Returns the JSON Schemas of the product's files, by file name below docs/schemas/. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'document.schema.json': schemaOf(CompiledDocument, 'xingbian compile --json'),
    'plan.schema.json': schemaOf(PlanFile, 'plans/<id>/plan.yaml'),
    'corrections.schema.json': schemaOf(CorrectionsFile, 'plans/<id>/corrections.yaml'),
    'territory-register.schema.json': inputOf(
      TerritoryRegisterFile,
      'plans/<id>/territory/register.yaml',
    ),
    'indicators.schema.json': inputOf(IndicatorsFile, 'plans/<id>/indicators.yaml'),
    'import-mapping.schema.json': inputOf(ImportMapping, 'xingbian import --mapping'),
    'forms.schema.json': inputOf(FormsFile, 'plans/<id>/forms.yaml'),
    'datasets.schema.json': inputOf(DatasetsFile, 'plans/<id>/data/datasets.yaml'),
  };
}

function schemaOf(schema: z.ZodType, title: string, io: 'input' | 'output' = 'output'): unknown {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io }) };
}

/** A field with a default may be left out of what people write. */
function inputOf(schema: z.ZodType, title: string): unknown {
  return schemaOf(schema, title, 'input');
}
