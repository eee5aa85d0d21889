import { AppError } from '../domain/app-error.ts';

/** Where and as whom to connect, as `pg` takes it. */
export interface Connection {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly ssl?: boolean;
}

/** What a message may say about a connection: never its password. */
export interface ConnectionName {
  readonly server: string;
  readonly user: string;
  readonly database: string;
}

/** Returns the URL of DATABASE_URL. Refuses with `url-invalid`. */
export function parseDatabaseUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
    decodeURIComponent(url.username + url.password + url.pathname);
  } catch {
    throw new AppError('url-invalid');
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new AppError('url-invalid');
  return url;
}

/** Returns the URL for another role on the same database. */
export function withRole(url: URL, user: string, password: string): URL {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  changed.searchParams.delete('user');
  changed.searchParams.delete('password');
  return changed;
}

/** Returns the URL's password, or null when it has none. */
export function passwordOf(url: URL): string | null {
  const password = url.searchParams.get('password') ?? decodeURIComponent(url.password);
  return password === '' ? null : password;
}

/** Returns what may be said about the connection. */
export function nameOf(url: URL): ConnectionName {
  const host = url.searchParams.get('host') ?? url.hostname;
  const user = url.searchParams.get('user') ?? decodeURIComponent(url.username);
  const port = url.searchParams.get('port') ?? url.port;
  return {
    server: `${host || 'localhost'}${port ? `:${port}` : ''}`,
    user: user || process.env.PGUSER || process.env.USER || '',
    database: decodeURIComponent(url.pathname.slice(1)) || user,
  };
}
