/**
 * Stands in for Adobe's character maps, which pdf.js asks for where a PDF names a Chinese font without
 * embedding it and which weigh a megabyte. Text only needs code → Unicode, not code → glyph: each map
 * asked for gives the Unicode value itself as the glyph number, and the map from glyph number to Unicode
 * is then the identity. Glyph numbers proper (Identity-H with no map named) cannot be read this way.
 */
export interface CharacterMaps {
  /** Returns the map called `name` in the language of character maps; throws for one it cannot give. */
  readonly write: (name: string) => Uint8Array;
}

/** Returns the maps of one document: what can be given depends on what it has asked for before. */
export function startCharacterMaps(): CharacterMaps {
  let named = false;
  return {
    write(name) {
      const toUnicode = /^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/.test(name);
      // Asked for without a map before it, the numbers are glyph numbers of the real collection.
      if (toUnicode && !named) throw new RangeError(`no character map ${name}`);
      named = true;
      return toUnicode ? identityMap(name) : sourceMap(name);
    },
  };
}

function sourceMap(name: string): Uint8Array {
  if (/-(?:UCS2|UTF16)-/.test(name)) return unicodeMap(name);
  const encoding = encodings.find(([pattern]) => pattern.test(name))?.[1];
  if (encoding === undefined) throw new RangeError(`no character map ${name}`);
  return twoByteMap(name, encoding);
}

const encodings: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:GB|GBpc|GBK|GBKp)-EUC|GBK2K)-[HV]$/, 'gb18030'],
  [/^(?:B5pc|ETen-B5|ETenms-B5|HKscs-B5)-[HV]$/, 'big5'],
];

/** One byte below 0x80, else two. Codes the encoding leaves free are left out. */
function twoByteMap(name: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const lines: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      const code = text.charCodeAt(0);
      if (text.length === 1 && code !== 0xfffd) lines.push(`<${hex(lead)}${hex(trail)}> ${code}`);
    }
  }
  return writeMap(name, ['<00> <80>', '<8140> <FEFE>'], ['<20> <7e> 32'], lines);
}

/** Codes are UTF-16; those past the basic plane are left out, as glyph numbers end at 65,535. */
function unicodeMap(name: string): Uint8Array {
  return writeMap(name, ['<0000> <FFFF>'], ['<0020> <D7FF> 32', '<E000> <FFFD> 57344'], []);
}

function identityMap(name: string): Uint8Array {
  const ranges: string[] = [];
  for (let high = 0; high <= 0xff; high++) {
    ranges.push(`<${hex(high)}00> <${hex(high)}FF> <${hex(high)}00>`);
  }
  return encode([
    ...header(name, ['<0000> <FFFF>']),
    `${ranges.length} beginbfrange`,
    ...ranges,
    'endbfrange',
    'endcmap',
  ]);
}

function writeMap(
  name: string,
  spaces: readonly string[],
  ranges: readonly string[],
  characters: readonly string[],
): Uint8Array {
  return encode([
    ...header(name, spaces),
    `${ranges.length} begincidrange`,
    ...ranges,
    'endcidrange',
    `${characters.length} begincidchar`,
    ...characters,
    'endcidchar',
    'endcmap',
  ]);
}

function header(name: string, spaces: readonly string[]): string[] {
  return [
    'begincmap',
    `/CMapName /${name} def`,
    `/WMode ${name.endsWith('V') ? 1 : 0} def`,
    `${spaces.length} begincodespacerange`,
    ...spaces,
    'endcodespacerange',
  ];
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase();
}

function encode(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}
