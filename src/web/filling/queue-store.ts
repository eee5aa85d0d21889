import type { Sheet } from '../../api/collection.ts';
import type { Queue, QueuedSave } from './queue-state.ts';
import type { SubmissionKey } from './submission-key.ts';

/** What this browser keeps until the server has it, and the sheet it was typed into. */
export interface QueueStore {
  readonly read: (key: SubmissionKey) => Promise<Queue>;
  /** Changes a queue in one transaction, also beside other tabs, and returns it. */
  readonly update: (key: SubmissionKey, change: (queue: Queue) => Queue) => Promise<Queue>;
  /** Every save an account has here. */
  readonly readAll: (account: number) => Promise<Queue>;
  readonly keepSheet: (key: SubmissionKey, sheet: Sheet) => Promise<void>;
  readonly readSheet: (key: SubmissionKey) => Promise<Sheet | null>;
  /** Every sheet an account had open here, as it was then. */
  readonly readSheets: (account: number) => Promise<Sheet[]>;
  /** Erases all of an account. */
  readonly erase: (account: number) => Promise<void>;
  /** Whether it outlives the page. */
  readonly lasting: boolean;
}

const databaseName = 'xingbian-filling';

/** Returns the store of this browser; where it forbids one, one that lasts as long as the page. */
export async function openQueueStore(): Promise<QueueStore> {
  try {
    return databaseStore(await openDatabase());
  } catch {
    return memoryStore();
  }
}

/** Returns a store in memory. */
export function memoryStore(): QueueStore {
  let saves: Queue = [];
  const sheets = new Map<string, Sheet>();
  const of = ({ account, submission }: SubmissionKey) => `${account}/${submission}`;
  const mine = (key: SubmissionKey) => saves.filter((one) => of(one) === of(key));
  return {
    lasting: false,
    read: async (key) => mine(key),
    readAll: async (account) => saves.filter((one) => one.account === account),
    update: async (key, change) => {
      const next = change(mine(key));
      saves = [...saves.filter((one) => of(one) !== of(key)), ...next];
      return next;
    },
    keepSheet: async (key, sheet) => void sheets.set(of(key), sheet),
    readSheet: async (key) => sheets.get(of(key)) ?? null,
    readSheets: async (account) =>
      [...sheets].filter(([key]) => key.startsWith(`${account}/`)).map(([, sheet]) => sheet),
    erase: async (account) => {
      saves = saves.filter((one) => one.account !== account);
      for (const key of sheets.keys()) if (key.startsWith(`${account}/`)) sheets.delete(key);
    },
  };
}

function databaseStore(database: IDBDatabase): QueueStore {
  const reading = async (index: string, range: IDBValidKey): Promise<QueuedSave[]> =>
    await done(database.transaction('saves').objectStore('saves').index(index).getAll(range));
  return {
    lasting: true,
    read: async (key) => await reading('submission', [key.account, key.submission]),
    readAll: async (account) => await reading('account', account),
    update: async (key, change) => await updateQueue(database, key, change),
    keepSheet: async ({ account, submission }, sheet) => {
      const store = database.transaction('sheets', 'readwrite').objectStore('sheets');
      await done(store.put({ account, submission, sheet }));
    },
    readSheet: async ({ account, submission }) => {
      const store = database.transaction('sheets').objectStore('sheets');
      const kept: { sheet: Sheet } | undefined = await done(store.get([account, submission]));
      return kept?.sheet ?? null;
    },
    readSheets: async (account) => {
      const store = database.transaction('sheets').objectStore('sheets');
      const kept: { sheet: Sheet }[] = await done(store.index('account').getAll(account));
      return kept.map(({ sheet }) => sheet);
    },
    erase: async (account) => await eraseAccount(database, account),
  };
}

async function updateQueue(
  database: IDBDatabase,
  key: SubmissionKey,
  change: (queue: Queue) => Queue,
): Promise<Queue> {
  const transaction = database.transaction('saves', 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('saves');
  const range = [key.account, key.submission];
  const before: QueuedSave[] = await done(store.index('submission').getAll(range));
  const after = change(before);
  const kept = new Set(after.map((save) => save.key));
  for (const save of before) if (!kept.has(save.key)) store.delete(save.key);
  for (const save of after) if (!before.includes(save)) store.put(save);
  await completed(transaction);
  return after;
}

async function eraseAccount(database: IDBDatabase, account: number): Promise<void> {
  const transaction = database.transaction(['saves', 'sheets'], 'readwrite');
  for (const name of ['saves', 'sheets']) {
    const store = transaction.objectStore(name);
    const keys = await done(store.index('account').getAllKeys(account));
    for (const key of keys) store.delete(key);
  }
  await completed(transaction);
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    const saves = request.result.createObjectStore('saves', { keyPath: 'key' });
    saves.createIndex('submission', ['account', 'submission']);
    saves.createIndex('account', 'account');
    const sheets = request.result.createObjectStore('sheets', {
      keyPath: ['account', 'submission'],
    });
    sheets.createIndex('account', 'account');
  };
  return done(request);
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
