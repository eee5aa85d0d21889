import { isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Finding, finding } from '../domain/finding.ts';
import { reasonOf } from '../domain/schema-reason.ts';

/** A YAML file read by a schema. */
export interface YamlFile<Value> {
  readonly value: Value | null;
  readonly findings: readonly Finding[];
  /** 1-based line of a place in the file; of the nearest place above when there is none. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/** Returns what the schema makes of YAML text, with a finding at its line for whatever it refuses. */
export function parseYamlFile<Value>(
  file: string,
  text: string,
  schema: z.ZodType<Value>,
): YamlFile<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]) => lineIn(document, lines, path);
  if (document.errors.length > 0) {
    const findings = document.errors.map((error) => {
      const { line } = lines.linePos(error.pos[0]);
      return finding('yaml-syntax', { file, line }, { reason: error.message });
    });
    return { value: null, findings, lineOf };
  }
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { value: parsed.data, findings: [], lineOf };
  const findings = parsed.error.issues.map((issue) => {
    const line = lineOf(pathOf(issue));
    const field = pathOf(issue).map(String).join('.') || file;
    return finding('field-invalid', { file, ...(line && { line }) }, { field, ...reasonOf(issue) });
  });
  return { value: null, findings, lineOf };
}

/** A key that should not be there is itself the place. */
function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === 'unrecognized_keys'
    ? [...issue.path, ...issue.keys.slice(0, 1)]
    : [...issue.path];
}

function lineIn(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return undefined;
}

/** A field begins at its key, not at its value, which may be lines below. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  const holder = document.getIn(path.slice(0, -1), true) as { items?: unknown } | undefined;
  const key = path.at(-1);
  const pairs = (Array.isArray(holder?.items) ? holder.items : []) as { key?: Node }[];
  const pair = pairs.find((item) => isNode(item.key) && item.key.toJSON() === key);
  const node = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
