import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { planPaths } from '../api/paths.ts';
import { AppError } from '../domain/app-error.ts';
import type { Language } from '../domain/finding.ts';
import { createApp } from '../server/app.ts';
import { startJobs } from '../server/background-jobs.ts';
import { readBoundary } from '../server/boundary.ts';
import { bringUp } from '../server/bring-up.ts';
import { type Config, readConfig } from '../server/config.ts';
import { type Listening, listen, readTls } from '../server/listen.ts';
import { findPlan, openPlan } from '../server/open-plan.ts';
import { channelsOf } from '../server/reminder-settings.ts';
import { readWebFiles } from '../server/web-files.ts';
import { firstLogin, makeFirstAccount } from '../store/accounts/first-account.ts';
import { openEmbedded, openExternal, type Store } from '../store/open-store.ts';
import { launchPostgres, type RunningPostgres } from '../store/postgres/launch.ts';
import { languageOf } from './output.ts';
import { refusalText } from './refusal.ts';
import { stopSignal } from './stop-signal.ts';

/**
 * `xingbian start [--plan DIR] [--data DIR] [--host H] [--port N] [--lang en]`: runs until it is
 * told to stop. Returns the exit code: 0 after Ctrl-C, 1 when it cannot start or go on.
 */
export async function start(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      plan: { type: 'string' },
      data: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      lang: { type: 'string' },
    },
  });
  const language = languageOf(values.lang);
  const stop = stopSignal();
  const running: Running = { postgres: null, store: null, listening: null, stopJobs: null };
  try {
    const config = readConfig(values, process.env);
    await run(config, running, stop.signal, language);
    return 0;
  } catch (error) {
    // A Ctrl-C that reached a child before us is still on its way to the handler.
    await nextTurn();
    await nextTurn();
    if (stop.signal.aborted) return 0;
    if (!(error instanceof AppError)) throw error;
    console.error(refusalText(error, language));
    return 1;
  } finally {
    await shutDown(running);
    stop.release();
  }
}

/** What is to be stopped, in the order it came up. */
interface Running {
  postgres: RunningPostgres | null;
  store: Store | null;
  listening: Listening | null;
  stopJobs: (() => Promise<void>) | null;
}

async function run(
  config: Config,
  running: Running,
  signal: AbortSignal,
  language: Language,
): Promise<void> {
  const tls = readTls(config.tls);
  const boundary = readBoundary(config.boundary);
  const opened = await openPlan(findPlan(config.plan, ['plans', rootPath('plans')]));
  const plan = opened.planned;
  const store = await openStore(config, running, signal);
  running.store = store;
  signal.throwIfAborted();
  const { changed } = await bringUp(store, opened, (dataset) =>
    console.log(loading(dataset.title, language)),
  );
  signal.throwIfAborted();
  const firstPassword = await makeFirstAccount(store.owner, config.accounts.rules);
  const log = (line: string) => console.error(line);
  const app = createApp({
    db: store.server,
    store,
    accounts: config.accounts,
    channels: channelsOf(config.reminders),
    plan: plan.file.id,
    boundary,
    web: readWebFiles(rootPath('dist/web')),
    version: packageVersion(),
    trust: config.trust,
    logRequests: config.logRequests,
    log,
  });
  running.stopJobs = startJobs({ store, plan: plan.file.id, reminders: config.reminders, log });
  running.listening = await listen(app, config, tls);
  signal.throwIfAborted();
  console.log(greeting(config, running.listening, store, plan.file.title, changed, language));
  if (firstPassword !== null) console.log(firstSignIn(firstPassword, language));
  await warm(app);
  await whatEndsIt(running.postgres, signal);
}

/** The first reader should not wait for what every reader asks. */
async function warm(app: ReturnType<typeof createApp>): Promise<void> {
  for (const path of [planPaths.document, planPaths.matrix, planPaths.ledger, planPaths.agencies]) {
    for (const encoding of ['br', 'gzip']) {
      await app.request(path, { headers: { 'accept-encoding': encoding } });
    }
  }
}

async function openStore(config: Config, running: Running, signal: AbortSignal): Promise<Store> {
  if (config.databaseUrl !== null) return await openExternal(config.databaseUrl);
  running.postgres = await launchPostgres(config.data, signal);
  signal.throwIfAborted();
  return await openEmbedded(running.postgres);
}

/** Resolves when told to stop; refuses when the database ended by itself. */
async function whatEndsIt(postgres: RunningPostgres | null, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const ended = postgres ? postgres.ended : new Promise<void>(() => {});
  await Promise.race([stopped, ended]);
  if (!signal.aborted && postgres) {
    throw new AppError('postgres-stopped', { log: postgres.folder.log });
  }
}

/** The last that came up goes first; one that fails does not keep the others. */
async function shutDown({ listening, stopJobs, store, postgres }: Running): Promise<void> {
  await listening?.close().catch(() => {});
  await Promise.race([stopJobs?.(), sleep(3_000, null, { ref: false })]);
  // A server elsewhere that does not answer is not waited for.
  await Promise.race([store?.close().catch(() => {}), sleep(3_000, null, { ref: false })]);
  await postgres?.stop();
}

/** The first start reads the datasets of the plan; whoever waits should know for what. */
function loading(title: { readonly zh: string; readonly en: string }, language: Language): string {
  return language === 'zh' ? `  载入数据：${title.zh}` : `  Loading data: ${title.en}`;
}

function greeting(
  config: Config,
  listening: Listening,
  store: Store,
  title: { readonly zh: string; readonly en: string },
  changed: boolean,
  language: Language,
): string {
  const zh = language === 'zh';
  const word = (chinese: string, english: string) => (zh ? chinese : english);
  const where =
    config.databaseUrl === null
      ? `${config.data}${word('（内置', ' (embedded ')}PostgreSQL ${store.version}${word('）', ')')}`
      : `${store.name.server}/${store.name.database} (PostgreSQL ${store.version})`;
  const lines = [
    '',
    `  ${word('兴边已启动', 'Xingbian is running')}`,
    '',
    `  ${word('网址    ', 'Address ')}  ${listening.address}`,
    `  ${word('规划    ', 'Plan    ')}  ${word(title.zh, title.en)}${changed ? word('（已载入）', ' (loaded)') : ''}`,
    `  ${config.databaseUrl === null ? word('数据目录', 'Data    ') : word('数据库  ', 'Database')}  ${where}`,
    `  ${word('停止    ', 'To stop ')}  Ctrl-C`,
    ...remarks(store, word),
    '',
  ];
  return lines.join('\n');
}

/** The only time the password is shown, and the only place. */
function firstSignIn(password: string, language: Language): string {
  const lines =
    language === 'zh'
      ? [
          `  首次启动：已建立系统管理员账号 ${firstLogin}，一次性密码 ${password}`,
          '  密码只显示这一次；请登录 /sign-in 并修改',
        ]
      : [
          `  First start: the system administrator ${firstLogin} has the one-time password ${password}`,
          '  It is shown this once; sign in at /sign-in and change it',
        ];
  return `${lines.join('\n')}\n`;
}

function remarks(store: Store, word: (zh: string, en: string) => string): string[] {
  const role = word(
    '提示：DATABASE_URL 的用户不能建立角色，服务器查询使用同一用户，数据库的行级权限不起作用',
    'Note: the user of DATABASE_URL cannot create roles, so the server queries as that user, and row-level security does not hold',
  );
  const index = word(
    '提示：数据库没有 pg_trgm 扩展，检索照常，只是较慢',
    'Note: the database lacks pg_trgm; search works, only slower',
  );
  return [...(store.ownRole ? [] : [`  ${role}`]), ...(store.searchIndex ? [] : [`  ${index}`])];
}

function rootPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

function packageVersion(): string {
  return JSON.parse(readFileSync(rootPath('package.json'), 'utf8')).version;
}
