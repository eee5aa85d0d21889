import type { DataField, DataPackage, DataResource } from '../domain/data-resource.ts';
import { streamCsv } from './table-csv.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

/**
 * Yields a Tabular Data Package (https://specs.frictionlessdata.io/tabular-data-package/) as a ZIP:
 * datapackage.json, README.md, and each resource as CSV without a byte order mark, headed by the
 * names of its fields. Written as the rows come; equal packages give equal bytes.
 */
export function writeDataPackage(data: DataPackage): AsyncGenerator<Uint8Array> {
  return writeZip(partsOf(data));
}

/** Returns the content of datapackage.json. */
export function descriptorOf(data: DataPackage): Record<string, unknown> {
  return {
    profile: 'tabular-data-package',
    name: data.id,
    title: data.title,
    description: data.description,
    ...(data.created !== null && { created: data.created }),
    // An empty list is not allowed.
    ...(data.licences.length > 0 && { licenses: data.licences }),
    ...(data.sources.length > 0 && { sources: data.sources }),
    resources: data.resources.map(resourceOf),
  };
}

function* partsOf(data: DataPackage): Generator<ZipPart> {
  yield textPart('datapackage.json', `${JSON.stringify(descriptorOf(data), null, 2)}\n`);
  yield textPart('README.md', readme(data));
  for (const resource of data.resources) {
    yield { name: fileOf(resource), content: streamCsv(resource, { head: 'key', mark: false }) };
  }
}

function resourceOf(resource: DataResource): Record<string, unknown> {
  return {
    profile: 'tabular-data-resource',
    name: resource.id,
    path: fileOf(resource),
    title: resource.title ?? resource.name,
    description: resource.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: resource.columns.map(fieldOf),
      missingValues: [''],
      primaryKey: resource.primaryKey,
      // An empty list is not allowed.
      ...(resource.foreignKeys.length > 0 && {
        foreignKeys: resource.foreignKeys.map(({ fields, resource: other, reference }) => ({
          fields,
          reference: { resource: other, fields: reference },
        })),
      }),
    },
  };
}

function fieldOf(field: DataField): Record<string, unknown> {
  const constraints = {
    ...(field.required === true && { required: true }),
    ...(field.values && { enum: field.values }),
    ...(field.pattern !== undefined && { pattern: field.pattern }),
  };
  return {
    name: field.key,
    type: field.type,
    title: field.header,
    description: field.description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

function fileOf(resource: DataResource): string {
  return `${resource.id}.csv`;
}

function readme({ title, description, notes, resources }: DataPackage): string {
  const files = resources.map((item) => `- \`${fileOf(item)}\`: ${item.description}`);
  return [`# ${title}`, description, files.join('\n'), ...notes].join('\n\n').concat('\n');
}

function textPart(name: string, text: string): ZipPart {
  return { name, content: [new TextEncoder().encode(text)] };
}
