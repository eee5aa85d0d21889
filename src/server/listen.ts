import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '../domain/app-error.ts';
import type { Config } from './config.ts';

/** A server that takes requests. */
export interface Listening {
  /** What a person types into the browser. */
  readonly address: string;
  readonly port: number;
  /** Resolves when the requests in hand are answered, or cut off after a while. */
  readonly close: () => Promise<void>;
}

/** Certificate and key, read and tried. */
export interface Tls {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Returns certificate and key of the configuration. Refuses with `tls-file` or `tls-invalid`. */
export function readTls(paths: Config['tls']): Tls | null {
  if (!paths) return null;
  const tls = { cert: readPem('TLS_CERT', paths.cert), key: readPem('TLS_KEY', paths.key) };
  try {
    createSecureContext(tls);
    return tls;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('tls-invalid', { reason });
  }
}

/** Resolves when the app takes requests. Refuses with `port-taken`, `port-denied`, `host-invalid`. */
export async function listen(
  app: Hono,
  { host, port }: Pick<Config, 'host' | 'port'>,
  tls: Tls | null,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(tls ? { createServer: createTlsServer, serverOptions: tls } : { createServer }),
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(refusalOfListen(error, host, port)));
    server.listen({ host, port, exclusive: true }, resolve);
  });
  const bound = server.address() as AddressInfo;
  return {
    address: `${tls ? 'https' : 'http'}://${shown(host)}:${bound.port}/`,
    port: bound.port,
    close: () => close(server),
  };
}

function readPem(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new AppError('tls-file', { setting, file });
  }
}

function refusalOfListen(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (error.code === 'EADDRINUSE') return new AppError('port-taken', { port });
  if (error.code === 'EACCES') return new AppError('port-denied', { port });
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL|EAFNOSUPPORT)$/.test(error.code ?? '')) {
    return new AppError('host-invalid', { host });
  }
  return error;
}

/** All addresses of the machine are no address to type. */
function shown(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(late);
}
