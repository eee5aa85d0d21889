import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../../src/domain/finding.ts';
import { ImportMapping } from '../../../src/domain/import-mapping.ts';
import { periodText } from '../../../src/domain/period.ts';
import { sourceOf } from '../../../src/exchange/byte-source.ts';
import { readTable } from '../../../src/exchange/read-table.ts';
import type { PlacedObservation } from '../../../src/statistics/import/figure-reader.ts';
import { readImport } from '../../../src/statistics/import/read-import.ts';
import { exampleIndicators, examplePlaces } from './example.ts';

/** A table as text, and what it says: “B3 龙井市 gdp 2015 = 1234.5”, “error territory-unknown A4 …”. */
interface Case {
  readonly name: string;
  readonly table: string;
  readonly mapping?: unknown;
  /** Where the figures come from, as --source gives it; null for none. */
  readonly source?: string | null;
  readonly observations?: readonly string[];
  readonly findings?: readonly string[];
  /** Words that the findings contain, in order. */
  readonly says?: readonly string[];
}

const folder = join(import.meta.dirname, '../../cases/import');

describe.each(readdirSync(folder))('%s', (file) => {
  const cases: readonly Case[] = parse(readFileSync(join(folder, file), 'utf8'));
  test.each(cases)('$name', async (item) => {
    const found = await run(item);
    expect(found.observations.map(shownObservation)).toEqual(item.observations ?? []);
    expect(found.findings.map(shownFinding)).toEqual(item.findings ?? []);
    for (const words of item.says ?? [])
      expect(found.findings.map((one) => `${one.message} ${one.hint}`).join('\n')).toContain(words);
  });
});

async function run(item: Case) {
  const bytes = new TextEncoder().encode(item.table);
  const observations: PlacedObservation[] = [];
  const findings: Finding[] = [];
  for await (const batch of readImport(await readTable(sourceOf(bytes)), {
    file: 'table.csv',
    places: examplePlaces,
    indicators: exampleIndicators,
    mapping: ImportMapping.parse(item.mapping ?? {}),
    today: '2024-05-31',
    source: item.source === undefined ? '某县统计年鉴' : item.source,
  })) {
    observations.push(...batch.observations);
    findings.push(...batch.findings);
  }
  return { observations, findings };
}

function shownObservation(item: PlacedObservation): string {
  const place = examplePlaces.territory(item.territory)?.name ?? item.territory;
  const figure = item.value ?? item.absence;
  const extra = [
    item.breakdown && `[${item.breakdown}]`,
    item.status !== 'final' && item.status,
    item.source !== '某县统计年鉴' && `来源 ${item.source}`,
    item.note && `注 ${item.note}`,
    item.enclosed && (item.enclosed === 'included' ? '含' : '不含'),
  ].filter(Boolean);
  const head = `${item.place.cell} ${place} ${item.indicator} ${periodText(item.period)} = ${figure}`;
  return [head, ...extra].join(' ');
}

function shownFinding({ code, severity, where }: Finding): string {
  return [severity, code, where.cell ?? where.line].filter(Boolean).join(' ');
}
