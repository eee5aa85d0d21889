// Lets the pages of reporting (/collect) open without a network. Registered by them only. Pages come
// from the network whenever it answers; files under /assets/ carry a hash and never change; what the
// API says is never kept here.
const cacheName = 'xingbian-collect-1';
const shell = '/collect';

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const { keep } = event.data ?? {};
  if (Array.isArray(keep)) event.waitUntil(keepFiles(keep));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && isCollect(pathname)) event.respondWith(page(request));
});

function isCollect(pathname) {
  return pathname === shell || pathname.startsWith(`${shell}/`);
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('xingbian-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Keeps the page and its files, and drops the files of an earlier build. */
async function keepFiles(files) {
  const cache = await caches.open(cacheName);
  const answer = await fetch(shell, { headers: { accept: 'text/html' } });
  if (answer.ok) await cache.put(shell, answer);
  const wanted = new Set(files);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/assets/') && !wanted.has(pathname)) await cache.delete(request);
  }
  for (const file of wanted) if (!(await cache.match(file))) await cache.add(file);
}

async function asset(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** The page is the same at every address, so one copy serves them all, and only without a network. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(cacheName);
    const kept = await cache.match(shell, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}
