/**
 * Lets the filling pages open without a network: a service worker keeps the files this page was made
 * of. Where a browser has none, or forbids it, the page works as long as it is open.
 */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: filesOfPage() });
  } catch {
    // The page says by itself when there is no network.
  }
}

/** The hashed files that were loaded; what is loaded later passes through the worker. */
function filesOfPage(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const tags = [...document.querySelectorAll<HTMLElement>('script[src], link[href]')].map(
    (tag) => new URL(tag.getAttribute('src') ?? tag.getAttribute('href') ?? '', location.href),
  );
  const ours = [...loaded, ...tags].filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'),
  );
  return [...new Set(ours.map(({ pathname }) => pathname))];
}
