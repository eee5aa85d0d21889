import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { decodeText, type TextEncodingName } from './text-encoding.ts';

/** Text of a file, piece by piece, and how many characters of it could not be read so far. */
export interface CsvText {
  readonly chunks: AsyncIterable<string>;
  readonly encoding: () => TextEncodingName;
  readonly undecodable: () => number;
}

/**
 * Returns the text of bytes that arrive in chunks: by byte order mark, else as UTF-8 where the first
 * chunk with a character outside ASCII reads so, else as GB18030. The mark is left out. Holds one
 * chunk at a time.
 */
export function decodeChunks(chunks: AsyncIterable<Uint8Array>): CsvText {
  let encoding: TextEncodingName = 'utf-8';
  let undecodable = 0;
  async function* decoded(): AsyncGenerator<string> {
    let decoder: ChunkDecoder | null = null;
    for await (const chunk of chunks) {
      if (decoder === null) {
        const found = encodingOf(chunk);
        encoding = found ?? 'utf-8';
        decoder = found === null ? null : decoderOf(found);
      }
      const text = (decoder ?? decoderOf('utf-8')).decode(chunk);
      undecodable += countReplacements(text);
      yield text;
    }
    const rest = decoder?.end() ?? '';
    undecodable += countReplacements(rest);
    if (rest !== '') yield rest;
  }
  return { chunks: decoded(), encoding: () => encoding, undecodable: () => undecodable };
}

interface ChunkDecoder {
  readonly decode: (chunk: Uint8Array) => string;
  readonly end: () => string;
}

/** For UTF-8 another decoder than TextDecoder, which takes five times as long over chunks. */
function decoderOf(encoding: TextEncodingName): ChunkDecoder {
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding);
    return {
      decode: (chunk) => decoder.decode(chunk, { stream: true }),
      end: () => decoder.decode(),
    };
  }
  const decoder = new StringDecoder('utf8');
  let marked = false;
  return {
    decode: (chunk) => {
      const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      const start = !marked && text.startsWith('\uFEFF') ? 1 : 0;
      marked = true;
      return start === 0 ? text : text.slice(start);
    },
    end: () => decoder.end(),
  };
}

/** Null while there is nothing but ASCII: that says nothing about what follows. */
function encodingOf(chunk: Uint8Array): TextEncodingName | null {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  if (isAscii(chunk)) return null;
  const sample = chunk.subarray(chunk.findIndex((byte) => byte >= 0x80));
  if (isUtf8(sample)) return 'utf-8';
  return decodeText(sample)?.encoding ?? 'gb18030';
}

/** A character cut off at the end of the chunk is not an error of the text. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}
