import { crc32, deflateRawSync } from 'node:zlib';

/** Returns a ZIP archive of `parts`. `claim` overrides the sizes its directory gives. */
export function makeZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  claim: { readonly size?: number; readonly flags?: number } = {},
): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const size = claim.size ?? data.length;
    const head = header(data, packed.length, size, name, claim.flags ?? 0);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04\x14\0', 'latin1'),
      head,
      Buffer.from(name),
    ]);
    const fixed = Buffer.alloc(14);
    fixed.writeUInt32LE(offset, 10);
    const central = Buffer.from('PK\x01\x02\x14\0\x14\0', 'latin1');
    directory.push(Buffer.concat([central, head, fixed, Buffer.from(name)]));
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, list, end]));
}

/** The fields the local and the central record share: flags, method, time, checksum, sizes, lengths. */
function header(data: Buffer, packed: number, size: number, name: string, flags: number): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(flags, 0);
  head.writeUInt16LE(8, 2);
  head.writeUInt32LE(crc32(data), 8);
  head.writeUInt32LE(packed, 12);
  head.writeUInt32LE(size, 16);
  head.writeUInt16LE(Buffer.byteLength(name), 20);
  return head;
}
