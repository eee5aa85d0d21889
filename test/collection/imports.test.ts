import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'src/collection');

/** Every file that is loaded with `file`, and the packages they need; types alone load nothing. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.startsWith('/')) return seen;
  const statements = /(?:import|export)\s+(?!type\b)(?:[\w*{}\s,]+?\s+from\s+)?'([^']+)'/g;
  for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(statements))
    loadedWith(to.startsWith('.') ? join(dirname(file), to) : to, seen);
  return seen;
}

test.each([
  'check-cells.ts',
  'derived-values.ts',
  'entry-finding.ts',
  'form-view.ts',
  'reason-words.ts',
  'schedule.ts',
])('%s can go into pages: it loads no package', (name) => {
  const packages = [...loadedWith(join(folder, name))].filter((file) => !file.startsWith('/'));
  expect(packages).toEqual([]);
});
