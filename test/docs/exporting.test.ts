import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { downloadPaths } from '../../src/api/paths.ts';
import { downloadTypes } from '../../src/api/statistics-downloads.ts';
import { figureKeys } from '../../src/statistics/export/figure-rows.ts';
import { observationKeys } from '../../src/statistics/export/observation-rows.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/exporting.md'), 'utf8');
const quoted = new Set([...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]));

test('exporting.md names every column, address, format and option', () => {
  const help = readFileSync(join(import.meta.dirname, '../../src/cli/export.ts'), 'utf8');
  const flags = [...help.matchAll(/^ {2}'?([\w-]+)'?: \{ type:/gm)].map((match) => `--${match[1]}`);
  expect(flags).toContain('--as-of');
  const wanted = [
    ...observationKeys,
    ...figureKeys,
    ...Object.values(downloadPaths),
    ...Object.keys(downloadTypes),
    ...flags,
  ];
  expect(wanted.filter((word) => !quoted.has(word))).toEqual([]);
});
