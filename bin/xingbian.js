#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error(
    '尚未构建。请先运行 npm ci（或 npm run build）。Not built yet: run npm ci (or npm run build) first.',
  );
  process.exit(1);
}
await import(main.href);
