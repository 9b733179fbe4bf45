/** Tables of a font by tag. */
export type Tables = Map<string, Uint8Array>;

/**
 * Takes a font file apart.
 * @param file
 *   TrueType.
 * @returns
 *   Its tables.
 */
export function readTables(file: Uint8Array): Tables {
  // A copy that is no `Buffer`: that one's `slice` would share memory with the original.
  const bytes = new Uint8Array(file);
  const view = viewOf(bytes);
  const tables: Tables = new Map();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

/**
 * Puts a font file together.
 * @param tables
 *   Its tables.
 * @returns
 *   TrueType, tables by tag, checksums right.
 */
export function writeTables(tables: Tables): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const size = sorted.reduce((sum, [, table]) => sum + padded(table.length), 0);
  const bytes = new Uint8Array(12 + 16 * sorted.length + size);
  const view = viewOf(bytes);
  const log = Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, 16 * 2 ** log);
  view.setUint16(8, log);
  view.setUint16(10, 16 * sorted.length - 16 * 2 ** log);

  let offset = 12 + 16 * sorted.length;
  let head = 0;
  for (const [index, [tag, table]] of sorted.entries()) {
    const at = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) bytes[at + letter] = tag.charCodeAt(letter);
    bytes.set(table, offset);
    if (tag === "head") {
      head = offset;
      view.setUint32(head + 8, 0);
    }
    view.setUint32(at + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, table.length);
    offset += padded(table.length);
  }
  // The constant is OpenType's, of the table `head`.
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, bytes.length)) >>> 0);
  return Buffer.from(bytes.buffer);
}

/**
 * A table that a font can't do without.
 * @param tables
 *   All of the font's.
 * @param tag
 *   Four letters: `glyf`.
 * @returns
 *   Its bytes.
 * @throws
 *   Where it does.
 */
export function tableOf(tables: Tables, tag: string): Uint8Array {
  const bytes = tables.get(tag);
  if (bytes === undefined) throw new Error(`a slice has no table ${tag}`);
  return bytes;
}

/** A view of exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Big-endian 16-bit numbers, as most of OpenType is written. */
export function words(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * numbers.length);
  const view = viewOf(bytes);
  for (const [index, number] of numbers.entries()) view.setUint16(2 * index, number & 0xffff);
  return bytes;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
