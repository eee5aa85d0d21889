import { recall, remember } from '../remembered.ts';
import { unsent } from './queue-state.ts';
import { openQueueStore, type QueueStore } from './queue-store.ts';

const key = 'filling-account';
const channelName = 'xingbian-filling-erased';

let opened: Promise<QueueStore> | null = null;

/** Returns the store of this browser, opened once. */
export function browserStore(): Promise<QueueStore> {
  opened ??= openQueueStore();
  return opened;
}

/** Returns the account that was last signed in here and did not sign out; null: none. */
export function rememberedAccount(): number | null {
  const text = recall(key);
  return text ? Number(text) : null;
}

/** Remembers who is signed in, so that a form opens for them without a network. */
export function rememberAccount(account: number): void {
  remember(key, String(account));
}

/** Returns how many typed cells of an account wait here, which signing out would erase. */
export async function unsentCells(account: number): Promise<number> {
  return unsent(await (await browserStore()).readAll(account));
}

/** Erases what an account typed and opened in this browser, in every tab; for signing out. */
export async function eraseQueue(account: number): Promise<void> {
  remember(key, '');
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(account);
  channel.close();
  await (await browserStore()).erase(account);
}

/** Calls `erased` when another tab erases an account; returns how to stop. */
export function onErased(account: number, erased: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    if (data === account) erased();
  };
  return () => channel.close();
}
