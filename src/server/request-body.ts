import { AppError } from '../domain/app-error.ts';

/** Fields of a request: some hundreds of cells with notes. */
const mostJson = 4 * 1024 * 1024;

/** A file handed in on a page. */
export const mostFile = 32 * 1024 * 1024;

/**
 * Resolves to the fields of a JSON body; a body without content has none. Refuses with
 * `input-invalid` for anything but an object, and with `file-too-large`.
 */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await read(request, mostJson);
  if (bytes.length === 0) return {};
  const parsed = parse(new TextDecoder().decode(bytes));
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
    return parsed as Record<string, unknown>;
  throw new AppError('input-invalid', {
    field: 'body',
    reason: '应为 JSON 对象',
    reasonEn: 'a JSON object is expected',
  });
}

/** Resolves to the bytes of a file. Refuses with `file-too-large`. */
export async function readBytes(request: Request): Promise<Uint8Array> {
  return await read(request, mostFile);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? storable(value) : value));
  } catch {
    return undefined;
  }
}

/**
 * Returns text as a database can keep it: without NUL, and without halves of characters, which no text
 * has but a broken one.
 */
export function storable(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Read piece by piece: what a header says of its length is the sender's word. */
async function read(request: Request, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      length += piece.length;
      if (length > most) throw new AppError('file-too-large', { limit: most / 1024 / 1024 });
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Whoever sent it is gone; that is nothing for the log.
    const words = { reason: '请求没有发完', reasonEn: 'the request broke off' };
    throw new AppError('input-invalid', { field: 'body', ...words });
  }
  return Buffer.concat(pieces);
}
