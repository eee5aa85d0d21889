import { collectionFindingTable } from '../domain/collection-finding-table.ts';
import { fill } from '../domain/filled-words.ts';
import type { Finding, FindingParams, FindingPlace, Language } from '../domain/finding.ts';

/** What can be wrong with a cell, a form or a template. */
export type EntryCode = keyof typeof collectionFindingTable;

/**
 * Returns the finding of `code` at `where`, as `finding` of the domain does it, from the words of
 * collection alone: pages carry neither the table of all findings nor the schema library.
 */
export function entryFinding(
  code: EntryCode,
  where: FindingPlace,
  params: FindingParams = {},
): Finding {
  const { severity, message, hint } = collectionFindingTable[code];
  return {
    code,
    severity,
    where,
    message: fill(message.zh, params, 'zh'),
    hint: fill(hint.zh, params, 'zh'),
    params: { ...params },
  };
}

/** Returns message and hint of a finding in `language`; one of another table keeps its own words. */
export function describeEntry(
  item: Finding,
  language: Language,
): { readonly message: string; readonly hint: string } {
  const entry = Object.hasOwn(collectionFindingTable, item.code)
    ? collectionFindingTable[item.code as EntryCode]
    : null;
  if (!entry) return { message: item.message, hint: item.hint };
  return {
    message: fill(entry.message[language], item.params, language),
    hint: fill(entry.hint[language], item.params, language),
  };
}
