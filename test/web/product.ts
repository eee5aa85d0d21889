import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The product as a reader meets it: running on a free port, with a browser to look at it. */
export interface Product {
  readonly base: string;
  /** Its data folder. */
  readonly data: string;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** Where a Chromium is on this machine, or null. */
export function findBrowser(): string | null {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return places.find((place) => place && existsSync(place)) ?? null;
}

/** Starts the built product on an empty data folder and opens a browser; `stop` ends both. */
export async function startProduct(executablePath: string): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), 'xingbian-web-'));
  // Another plan than the shipped one can be looked at by naming its folder.
  const plan = process.env.XINGBIAN_PLAN ? ['--plan', process.env.XINGBIAN_PLAN] : [];
  const child = spawn(process.execPath, ['bin/xingbian.js', 'start', '--data', data, ...plan], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const base = await addressOf(child);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    base,
    data,
    browser,
    stop: async () => {
      await browser.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The address the product prints once it serves. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${printed}`)));
  });
}
