/**
 * Puts the command into node_modules/.bin, so that `npx xingbian …` runs this clone. npm links the
 * commands of dependencies only, and some versions of npx fail on a package's own.
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const bin = join(import.meta.dirname, '..', 'node_modules', '.bin');
mkdirSync(bin, { recursive: true });
if (process.platform === 'win32') {
  writeFileSync(join(bin, 'xingbian.cmd'), '@node "%~dp0..\\..\\bin\\xingbian.js" %*\r\n');
} else {
  rmSync(join(bin, 'xingbian'), { force: true });
  symlinkSync(join('..', '..', 'bin', 'xingbian.js'), join(bin, 'xingbian'));
}
