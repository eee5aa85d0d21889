import {
  type Document,
  isNode,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
  visit,
} from 'yaml';
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
  const plain = plainValue(document, text);
  if (!plain.ok) {
    const findings = plain.problems.map(({ offset, ...reason }) =>
      finding('yaml-syntax', { file, line: lines.linePos(offset).line }, reason),
    );
    return { value: null, findings, lineOf };
  }
  const parsed = schema.safeParse(plain.value, { reportInput: true });
  if (parsed.success) return { value: parsed.data, findings: [], lineOf };
  const findings = parsed.error.issues.map((issue) => {
    const line = lineOf(pathOf(issue));
    const field = pathOf(issue).map(String).join('.') || file;
    return finding('field-invalid', { file, ...(line && { line }) }, { field, ...reasonOf(issue) });
  });
  return { value: null, findings, lineOf };
}

/** What keeps YAML from being read, and where in its text. */
type Problem = { readonly offset: number; readonly reason: string; readonly reasonEn?: string };

type Plain =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function plainValue(document: Document.Parsed, text: string): Plain {
  const deep = () => depthProblem(text);
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      offset: pos[0],
      reason: message,
    }));
    return { ok: false, problems: deep() ?? problems };
  }
  try {
    return { ok: true, value: document.toJS() };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    return { ok: false, problems: deep() ?? [aliasProblem(document)] };
  }
}

/** Levels, of which a list or a mapping within another takes up to two. */
const deepest = 200;

/** The parser runs out of stack on what nests deeper, and does not say where. */
function depthProblem(text: string): readonly Problem[] | null {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length <= deepest) continue;
    return [{ offset: parser.offset, reason: '嵌套层次过多', reasonEn: 'nested too deep' }];
  }
  return null;
}

/** An alias of nothing; else the first of those that together stand for too much. */
function aliasProblem(document: Document.Parsed): Problem {
  let first: number | null = null;
  let dangling: Problem | null = null;
  visit(document, {
    Alias: (_, alias) => {
      const offset = alias.range?.[0] ?? 0;
      first ??= offset;
      if (alias.resolve(document) !== undefined) return undefined;
      const { source } = alias;
      dangling = { offset, reason: `没有锚点 &${source}`, reasonEn: `no anchor &${source}` };
      return visit.BREAK;
    },
  });
  const many = { reason: '别名展开后内容过多', reasonEn: 'aliases stand for too much' };
  return dangling ?? { offset: first ?? 0, ...many };
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
