import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = fileURLToPath(new URL('./goldens/', import.meta.url));

/**
 * Compares a text with the file kept for it. A text that differs is written beside it as `-changed`,
 * to be looked at and, where it is right, put in its place by hand.
 */
export function expectGolden(name: string, extension: string, text: string): void {
  const kept = `${folder}${name}.${extension}`;
  const changed = `${folder}${name}-changed.${extension}`;
  const same = existsSync(kept) && readFileSync(kept, 'utf8') === text;
  if (same) rmSync(changed, { force: true });
  else if (!process.env.CI) writeFileSync(changed, text);
  expect(same, `${name} is drawn otherwise than ${kept}; compare ${changed}`).toBe(true);
}
