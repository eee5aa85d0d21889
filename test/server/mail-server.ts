import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a server took it. */
export interface Received {
  readonly to: string;
  /** The message, with its header. */
  readonly raw: string;
}

/** A real server of mail, and how it behaves. */
export interface MailServer {
  readonly port: number;
  readonly received: Received[];
  /** Recipients it will not take. */
  readonly unknown: Set<string>;
  readonly close: () => Promise<void>;
}

/** Starts a server of mail that signs in `desk` by the password, with a certificate of its own. */
export async function startMailServer(
  password: string,
  options: { readonly port?: number } = {},
): Promise<MailServer> {
  const received: Received[] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password: given }, _session, answer) =>
      username === 'desk' && given === password
        ? answer(null, { user: username })
        : answer(new Error(`wrong password ${given} for ${username}`)),
    onRcptTo: ({ address }, _session, answer) =>
      unknown.has(address)
        ? answer(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }))
        : answer(),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, raw: Buffer.concat(chunks).toString() });
        answer();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    unknown,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A call as the receiver of a webhook got it. */
export interface Called {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Starts a receiver of webhooks that answers as `answers` says, one after the other, and then 204. */
export async function startReceiver(answers: number[]): Promise<{
  readonly url: string;
  readonly calls: Called[];
  readonly close: () => Promise<void>;
}> {
  const calls: Called[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const status = answers.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/hook?token=token-of-the-url`, calls, close };
}
