import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import { ImportMapping } from '../domain/import-mapping.ts';
import { parseYamlFile } from './yaml-file.ts';

/** The file given with --mapping, parsed; null where it is missing or broken. */
export interface MappingFile {
  readonly mapping: ImportMapping | null;
  readonly findings: readonly Finding[];
  readonly placeOf: PlaceOf;
}

/** A mapping is written by hand. */
const largest = 1024 * 1024;

/** Resolves to a mapping with findings at their lines. Rejects as node:fs does where there is none. */
export async function readMapping(path: string): Promise<MappingFile> {
  const file = basename(path);
  const bytes = await firstBytes(path, largest + 1);
  const nowhere = () => ({ file });
  if (bytes.length > largest) {
    const params = { what: '字节数', whatEn: 'bytes', limit: largest };
    const findings = [finding('table-too-large', { file }, params)];
    return { mapping: null, findings, placeOf: nowhere };
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  // An empty file is an empty mapping.
  const content = text.replace(/^\s*#.*$/gm, '').trim() === '' ? '{}' : text;
  const { value, findings, lineOf } = parseYamlFile(file, content, ImportMapping);
  const placeOf: PlaceOf = (where) => {
    const line = lineOf(where);
    return { file, ...(line && { line }) };
  };
  return { mapping: value, findings, placeOf };
}

/** Resolves to what a file begins with: some, like /dev/zero, have no end. */
async function firstBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(most);
    let length = 0;
    while (length < most) {
      const { bytesRead } = await file.read(bytes, length, most - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
