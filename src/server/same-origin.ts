import { AppError } from '../domain/app-error.ts';

/**
 * Refuses with `origin-refused` what another site's page makes a browser send. A browser says where
 * a page that posts comes from; a program that has no origin says so with a header that no form and
 * no foreign script can set. The cookie is SameSite=Strict besides.
 */
export function refuseOtherOrigins(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw new AppError('origin-refused');
  const origin = request.headers.get('origin');
  if (origin === null) {
    if (site === 'same-origin' || request.headers.has('x-xingbian')) return;
    throw new AppError('origin-refused');
  }
  // Behind a proxy the scheme may be another; the host is what the browser asked for.
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (hostOf(origin) !== host) throw new AppError('origin-refused');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
