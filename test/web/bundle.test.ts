import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const kilobyte = 1000;

describe('the built pages', () => {
  beforeEach(() => {
    if (!existsSync(`${folder}index.html`)) throw new Error('dist/web is missing: npm run build');
  });

  it('carry at most 250 kB of compressed JavaScript to the first page', () => {
    const sizes = firstPage().map((file) => statSync(`${folder}${file}.gz`).size);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10 * kilobyte);
    expect(total).toBeLessThanOrEqual(250 * kilobyte);
  });

  it('hold no script and no style of their own in the HTML', () => {
    const html = readFileSync(`${folder}index.html`, 'utf8');
    expect(html).not.toMatch(/<style/i);
    expect(html).not.toMatch(/\sstyle=/i);
    expect(html).not.toMatch(/\son\w+=/i);
    for (const [tag] of html.matchAll(/<script[^>]*>/gi)) expect(tag).toMatch(/\ssrc="\//);
  });

  it('leave the schema library behind', () => {
    const scripts = assets().filter((name) => name.endsWith('.js'));
    for (const name of scripts)
      expect(readFileSync(`${folder}assets/${name}`, 'utf8')).not.toContain('ZodError');
  });

  it('have a compressed sibling for each script and style', () => {
    const names = assets();
    const plain = names.filter((name) => /\.(js|css)$/.test(name));
    expect(plain.length).toBeGreaterThan(5);
    for (const name of plain)
      expect(names).toEqual(expect.arrayContaining([`${name}.br`, `${name}.gz`]));
  });
});

/** The scripts index.html loads, what they import at once, and the chunk of the first page. */
function firstPage(): string[] {
  const html = readFileSync(`${folder}index.html`, 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    (found) => found[1],
  );
  const reader = assets().find((name) => /^plan-reader-.*\.js$/.test(name));
  if (reader) queue.push(`assets/${reader}`);
  const seen = new Set<string>();
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const script = readFileSync(`${folder}${file}`, 'utf8');
    for (const found of script.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      queue.push(`assets/${found[1]}`);
  }
  return [...seen];
}

function assets(): string[] {
  return readdirSync(`${folder}assets`);
}
