import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bytes to be sent, with what is said about them. Compressed forms are made once, when first asked for. */
export interface Representation {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly cacheControl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly compressed: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
  readonly compressible: boolean;
}

export type Encoding = 'br' | 'gzip';

/** Below this a compressed answer is hardly smaller. */
const worthCompressing = 1_000;

/** Returns the representation of bytes. Without `cacheControl`, to be asked about every time. */
export function representation(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  options: {
    readonly cacheControl?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly compressed?: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>;
  } = {},
): Representation {
  const given = [...(options.compressed ?? [])];
  return {
    type,
    bytes,
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 27),
    cacheControl: options.cacheControl ?? 'no-cache',
    headers: options.headers ?? {},
    compressed: new Map(given.map(([encoding, form]) => [encoding, Promise.resolve(form)])),
    compressible: bytes.length >= worthCompressing && /^text\/|json|javascript|svg/.test(type),
  };
}

/**
 * Resolves to the answer to a request for a representation: in the encoding the client takes, or
 * 304 when it has it already. Each form has an ETag of its own.
 */
export async function respond(
  item: Representation,
  request: Request,
  status = 200,
): Promise<Response> {
  const encoding = item.compressible ? preferred(request.headers.get('accept-encoding')) : null;
  const etag = `"${item.etag}${encoding ? `-${encoding}` : ''}"`;
  const headers = new Headers({ etag, 'cache-control': item.cacheControl, ...item.headers });
  if (item.compressible) headers.set('vary', 'accept-encoding');
  if (status === 200 && knows(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const bytes = encoding ? await compressedForm(item, encoding) : item.bytes;
  headers.set('content-type', item.type);
  headers.set('content-length', String(bytes.length));
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(bytes, { status, headers });
}

/** Returns whether a client takes an encoding, by its accept-encoding; a weight of 0 is a refusal. */
export function takes(accepted: string | null, encoding: Encoding): boolean {
  const offers = (accepted ?? '').toLowerCase().split(',');
  return offers.some((offer) => {
    const [coding, ...rest] = offer.split(';').map((part) => part.trim());
    return coding === encoding && !rest.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}

function compressedForm(
  item: Representation,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  const made = item.compressed.get(encoding) ?? compress(item.bytes, encoding);
  item.compressed.set(encoding, made);
  return made;
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_LGWIN]: 22 };
  const form = await (encoding === 'br' ? brotli(bytes, { params }) : gzipped(bytes));
  return new Uint8Array(form);
}

/** Brotli before gzip. */
function preferred(accepted: string | null): Encoding | null {
  return takes(accepted, 'br') ? 'br' : takes(accepted, 'gzip') ? 'gzip' : null;
}

function knows(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
