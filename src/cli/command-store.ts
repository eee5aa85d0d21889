import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../domain/app-error.ts';
import type { Config } from '../server/config.ts';
import { openEmbedded, openExternal, type Store } from '../store/open-store.ts';
import { joinPostgres } from '../store/postgres/join.ts';
import { launchPostgres } from '../store/postgres/launch.ts';

/** The database a command works on. */
export interface CommandStore {
  readonly store: Store;
  /** `server`: DATABASE_URL. `joined`: of a program that runs. `launched`: started for the command. */
  readonly how: 'server' | 'joined' | 'launched';
  /** Ends the connections, and PostgreSQL where it was started for the command. */
  readonly close: () => Promise<void>;
}

/** How long a program that is starting or stopping on the same folder is waited for, milliseconds. */
const patience = 20_000;

/**
 * Resolves to the database a command works on, at the newest schema: that of DATABASE_URL; else the
 * embedded one of the data folder, through its private socket where a program runs it, else
 * started for the command and stopped by `close`.
 *
 * Refuses with the codes of start-refusal-table.ts; with `folder-busy` only where the folder's owner runs
 * on another machine, with `folder-denied` where its account keeps this one out.
 */
export async function openCommandStore(
  config: Pick<Config, 'databaseUrl' | 'data'>,
  signal?: AbortSignal,
): Promise<CommandStore> {
  if (config.databaseUrl !== null) {
    const store = await openExternal(config.databaseUrl);
    return { store, how: 'server', close: store.close };
  }
  const last = performance.now() + patience;
  for (;;) {
    const found = await attempt(config.data, signal);
    if (!(found instanceof AppError)) return found;
    if (performance.now() > last) throw found;
    await sleep(100, null, { signal });
  }
}

/** Another program can start or stop at any moment: which way is open shows only by trying. */
async function attempt(data: string, signal?: AbortSignal): Promise<CommandStore | AppError> {
  try {
    return await launch(data, signal);
  } catch (error) {
    if (!isRefusal(error, 'folder-busy')) throw error;
    return await join(data, error);
  }
}

async function launch(data: string, signal?: AbortSignal): Promise<CommandStore> {
  const postgres = await launchPostgres(data, signal);
  try {
    signal?.throwIfAborted();
    const store = await openEmbedded(postgres);
    const close = async () => {
      await store.close();
      await postgres.stop();
    };
    return { store, how: 'launched', close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Resolves to a refusal while the program of the folder is not up yet, or is going down. */
async function join(data: string, busy: AppError): Promise<CommandStore | AppError> {
  const postgres = joinPostgres(data);
  if (postgres === null) return busy;
  try {
    const store = await openEmbedded(postgres);
    return { store, how: 'joined', close: store.close };
  } catch (error) {
    if (isRefusal(error, 'database-unreachable') || isRefusal(error, 'database-failed')) {
      return error;
    }
    throw error;
  }
}

function isRefusal(error: unknown, code: AppError['code']): error is AppError {
  return error instanceof AppError && error.code === code;
}
