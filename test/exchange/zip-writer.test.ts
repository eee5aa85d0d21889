import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openZip, readPart } from '../../src/exchange/zip.ts';
import { writeZip } from '../../src/exchange/zip-writer.ts';
import { requires } from '../requires.ts';
import { tempFolder } from '../store/temp-folder.ts';
import { gathered } from './gathered.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const parts = [
  { name: 'empty.txt', content: [] },
  { name: '名/一.txt', content: [bytes('上'), bytes(''), bytes('下\n')] },
  { name: 'long.bin', content: manyBytes() },
];

function* manyBytes() {
  for (let i = 0; i < 200; i++) yield new Uint8Array(10_000).map((_, at) => (at * i * 31) % 251);
}

const fresh = () =>
  parts.map((part) => (part.name === 'long.bin' ? { ...part, content: manyBytes() } : part));

describe('writeZip', () => {
  test('is read back by our reader, name and bytes', async () => {
    const archive = openZip(await gathered(writeZip(fresh())));
    if ('fault' in archive) throw new Error(archive.fault);
    expect([...archive.entries.keys()]).toEqual(parts.map((part) => part.name));
    for (const part of fresh()) {
      const read = await readPart(archive, part.name);
      expect(Buffer.from(read ?? []).equals(await gathered(part.content))).toBe(true);
    }
  });

  test('is found whole by another program', async (context) => {
    const found = spawnSync('python3', ['--version']);
    requires(context, found.status === 0, 'python3, whose zipfile checks sums');
    const file = join(tempFolder(), 'a.zip');
    writeFileSync(file, await gathered(writeZip(fresh())));
    const run = spawnSync('python3', ['-m', 'zipfile', '-t', file], { encoding: 'utf8' });
    expect([run.status, run.stdout.trim(), run.stderr]).toEqual([0, 'Done testing', '']);
  });

  test('gives equal bytes for equal parts', async () => {
    const [first, second] = [await gathered(writeZip(fresh())), await gathered(writeZip(fresh()))];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  test('throws what its source throws, and closes a source nobody reads on', async () => {
    async function* broken() {
      yield bytes('a');
      throw new Error('the source broke');
    }
    await expect(gathered(writeZip([{ name: 'a', content: broken() }]))).rejects.toThrow(
      'the source broke',
    );
    let closed = false;
    async function* endless() {
      try {
        for (let i = 0; ; i++) yield bytes(`${Math.sin(i)}`.repeat(100));
      } finally {
        closed = true;
      }
    }
    let chunks = 0;
    for await (const _ of writeZip([{ name: 'a', content: endless() }])) if (++chunks > 3) break;
    await expect.poll(() => closed).toBe(true);
  });
});
