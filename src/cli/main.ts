import { readFileSync } from 'node:fs';
import { helpText } from './help.ts';

/** A command: its arguments in, its exit code out. */
type Command = (args: readonly string[]) => Promise<number>;

/** Loaded when asked for: `compile` does not need a database driver. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  compile: async () => (await import('./compile.ts')).compile,
  check: async () => (await import('./check.ts')).check,
  import: async () => (await import('./import.ts')).importFile,
  export: async () => (await import('./export.ts')).exportFigures,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  account: async () => (await import('./account.ts')).account,
  schemas: async () => (await import('./schemas.ts')).schemas,
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (/^(help|--help|-h)$/.test(name)) return print(helpText);
  if (/^(--version|-v)$/.test(name)) return print(version());
  const load = commands[name];
  if (!load) {
    console.error(
      `没有命令“${name}”，命令列表见 xingbian help。\nThere is no command “${name}”; see xingbian help.`,
    );
    return 2;
  }
  const command = await load();
  try {
    return await command(args);
  } catch (error) {
    return refuseArguments(error);
  }
}

/** Arguments that node:util does not understand are the user's; anything else is a bug. */
function refuseArguments(error: unknown): number {
  const { code, message } = error as { code?: string; message?: string };
  if (!code?.startsWith('ERR_PARSE_ARGS_')) throw error;
  console.error(`参数不正确，用法见 xingbian help。\n${message} See xingbian help.`);
  return 2;
}

function print(text: string): number {
  console.log(text);
  return 0;
}

function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return JSON.parse(manifest).version;
}
