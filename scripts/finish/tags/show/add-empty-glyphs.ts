import { entryLength, headerLength, readTrueType, tableEntries } from "../../../pdf/true-type.ts";

// What the checksum of a whole file and its adjustment in `head` come to together (OpenType, `head`).
const wholeSum = 0xb1b0afba;

/**
 * Adds glyphs without ink and advance at the end of a TrueType font: a small subset may hold none.
 * @param font
 *   The font file.
 * @param count
 *   How many.
 * @returns
 *   Another file, its checksums right, in which each glyph has an advance of its own; `undefined` where the font
 *   lacks a table.
 */
export function addEmptyGlyphs(font: Uint8Array, count: number): Uint8Array | undefined {
  const read = readTrueType(font);
  if (!read) return undefined;
  const tables = tablesOf(Buffer.from(font));
  const tableOf = (tag: string) => tables.get(tag) as Buffer;
  const glyphs = read.glyphs + count;
  tables.set("loca", longerLoca(tableOf("loca"), tableOf("head").readInt16BE(50) === 1, count));
  tables.set("hmtx", longerMetrics(tableOf("hmtx"), read.glyphs, read.advances, count));
  tableOf("maxp").writeUInt16BE(glyphs, 4);
  tableOf("hhea").writeUInt16BE(glyphs, 34);
  return fileOf(Buffer.from(font.subarray(0, headerLength)), tables);
}

/** Each new glyph begins and ends where the last one ends. */
function longerLoca(loca: Buffer, long: boolean, count: number): Buffer {
  const end = loca.subarray(long ? -4 : -2);
  return Buffer.concat([loca, ...Array.from({ length: count }, () => end)]);
}

/** Those with which glyphs share the last advance get it each for itself. */
function longerMetrics(metrics: Buffer, glyphs: number, advances: number, count: number): Buffer {
  const longer = Buffer.alloc((glyphs + count) * 4);
  metrics.copy(longer, 0, 0, advances * 4);
  const bearings = metrics.subarray(advances * 4);
  for (let glyph = advances; glyph < glyphs; glyph++) {
    metrics.copy(longer, glyph * 4, (advances - 1) * 4, (advances - 1) * 4 + 2);
    bearings.copy(longer, glyph * 4 + 2, (glyph - advances) * 2, (glyph - advances) * 2 + 2);
  }
  return longer;
}

function tablesOf(file: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (const [tag, at] of tableEntries(view)) {
    const start = view.getUint32(at + 8);
    tables.set(tag, file.subarray(start, start + view.getUint32(at + 12)));
  }
  return tables;
}

function fileOf(header: Buffer, tables: ReadonlyMap<string, Buffer>): Uint8Array {
  tables.get("head")?.writeUInt32BE(0, 8);
  const directory: Buffer[] = [header];
  const bodies: Buffer[] = [];
  let end = headerLength + entryLength * tables.size;
  let head = 0;
  for (const [tag, table] of tables) {
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    const entry = Buffer.alloc(entryLength);
    entry.write(tag, "latin1");
    entry.writeUInt32BE(sumOf(body), 4);
    entry.writeUInt32BE(end, 8);
    entry.writeUInt32BE(table.length, 12);
    directory.push(entry);
    bodies.push(body);
    if (tag === "head") head = end;
    end += body.length;
  }
  const file = Buffer.concat([...directory, ...bodies]);
  file.writeUInt32BE((wholeSum - sumOf(file)) >>> 0, head + 8);
  return file;
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
