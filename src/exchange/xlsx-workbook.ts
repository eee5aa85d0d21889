import { tableLimits } from './table-limits.ts';
import { type NumberForm, readNumberForms } from './xlsx-styles.ts';
import { walkXml } from './xml.ts';
import { attribute, streamXml } from './xml-stream.ts';
import type { ZipEntry } from './zip.ts';
import { partChunks, type ZipSource } from './zip-source.ts';

/** A workbook with what its sheets share. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly texts: readonly string[];
  readonly forms: readonly NumberForm[];
  readonly from1904: boolean;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Null for a chart, or where the part is missing. */
  readonly entry: ZipEntry | null;
}

/** Why a workbook is not read: a part is missing, broken, or too large to be held. */
export type WorkbookFault = { readonly missing: string } | { readonly large: string };

/** Resolves to the workbook in an archive, or why it is none. Throws a RangeError on a broken part. */
export async function readWorkbook(archive: ZipSource): Promise<Workbook | WorkbookFault> {
  const root = await relationsOf(archive, '');
  const path = [...root.values()].find((item) => item.type === 'officeDocument')?.target;
  const main = path ?? 'xl/workbook.xml';
  const xml = await heldText(archive, main);
  if (xml === null) return { missing: main };
  const relations = await relationsOf(archive, main);
  const parts = [...relations.values()];
  const strings = archive.entries.get(parts.find((r) => r.type === 'sharedStrings')?.target ?? '');
  if (strings && strings.size > tableLimits.heldBytes) return { large: 'sharedStrings' };
  const styles = await heldText(archive, parts.find((r) => r.type === 'styles')?.target ?? '');
  return {
    ...readSheets(xml, (id) => entryOf(archive, relations.get(id))),
    texts: strings ? await readTexts(archive, strings) : [],
    forms: styles === null ? [] : readNumberForms(styles),
  };
}

/**
 * Returns text with the escapes of spreadsheets for control characters resolved (_x000D_). Half of a
 * character becomes U+FFFD, which says that something was lost.
 */
export function unescaped(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
  // With the flag u only halves that stand alone match.
  return /[\uD800-\uDFFF]/u.test(plain) ? plain.replace(/[\uD800-\uDFFF]/gu, '\uFFFD') : plain;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function entryOf(archive: ZipSource, relation: Relation | undefined): ZipEntry | null {
  if (relation?.type !== 'worksheet') return null;
  return archive.entries.get(relation.target) ?? null;
}

function readSheets(
  xml: string,
  entryOf: (id: string) => ZipEntry | null,
): Pick<Workbook, 'sheets' | 'from1904'> {
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      const local = name.replace(/^.*:/, '');
      if (local === 'workbookPr')
        from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (local !== 'sheet') return;
      const id = /\s\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '';
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
        entry: entryOf(id),
      });
    },
  });
  return { sheets, from1904 };
}

/** The relations of a part, or of the package where the part is none. */
async function relationsOf(archive: ZipSource, part: string): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const xml = await heldText(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`);
  const relations = new Map<string, Relation>();
  walkXml(xml ?? '', {
    open(name, attributes) {
      if (!/(?:^|:)Relationship$/.test(name)) return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: /[^/]*$/.exec(attribute(attributes, 'Type') ?? '')?.[0] ?? '',
        target: resolved(folder, target),
      });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = `${folder}${target}`.split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** A small part as text; null where there is none. */
async function heldText(archive: ZipSource, name: string): Promise<string | null> {
  const entry = archive.entries.get(name);
  if (entry === undefined) return null;
  if (entry.size > tableLimits.partBytes) throw new RangeError(`${name} is too large`);
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const chunk of partChunks(archive, entry))
    text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The texts that cells share; readings above Chinese characters are left out. */
async function readTexts(archive: ZipSource, entry: ZipEntry): Promise<string[]> {
  const texts: string[] = [];
  let item = '';
  let phonetic = false;
  let inText = false;
  const scan = streamXml(partChunks(archive, entry), {
    open(name) {
      if (name === 'si') item = '';
      if (name === 'rPh') phonetic = true;
      if (name === 't') inText = !phonetic;
    },
    close(name) {
      if (name === 'si') texts.push(unescaped(item));
      if (name === 'rPh') phonetic = false;
      if (name === 't') inText = false;
    },
    text(value) {
      if (inText && item.length <= tableLimits.cell) item += value;
    },
  });
  for await (const _ of scan);
  return texts;
}
