import { expect, test } from 'vitest';
import { collectionFindingTable } from '../../src/domain/collection-finding-table.ts';
import { findingTable } from '../../src/domain/finding-table.ts';
import { importFindingTable } from '../../src/domain/import-finding-table.ts';
import { statisticsFindingTable } from '../../src/domain/statistics-finding-table.ts';

test('no code of a part of the table is that of another', () => {
  for (const part of [importFindingTable, statisticsFindingTable, collectionFindingTable])
    for (const [code, entry] of Object.entries(part))
      expect(findingTable[code as keyof typeof findingTable], code).toBe(entry);
});
