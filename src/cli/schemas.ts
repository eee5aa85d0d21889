import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../domain/json-schema.ts';

/** `xingbian schemas [DIR]`: writes the JSON Schemas that editors use; DIR is docs/schemas by default. */
export async function schemas(args: readonly string[]): Promise<number> {
  const folder = args[0] ?? join('docs', 'schemas');
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas()))
    await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  return 0;
}
