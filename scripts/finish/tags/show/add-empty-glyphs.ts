import { entryLength, headerLength, readTrueType, tableEntries } from "../../../pdf/true-type.ts";

// What the checksum of a whole file and its adjustment in `head` come to together (OpenType, `head`).
const wholeSum = 0xb1b0afba;
// Thousandths of the font size: the extent of a glyph without an advance, and how high all are.
const narrowest = 20;
const letterHeight = 500;
// Bytes of an outline, and the flags of its points: both on the line, the first without coordinates, of nought each.
const outlineLength = 24;
const [onLineAtOrigin, onLine] = [0x31, 0x01];
// Where `head` says that places of glyphs have four bytes, and the last place that two can say, by halves.
const longPlaces = 50;
const mostShort = 2 * 0xffff;

/**
 * Adds glyphs without ink at the end of a TrueType font, each with an advance of its own and an extent: two contours of one
 * point, which nothing draws. PDFium, which Chrome reads with, passes over text that has no extent.
 * @param font
 *   The font file.
 * @param advances
 *   How wide they are, in thousandths of the font size.
 * @returns
 *   Another file, its checksums right, in which each glyph has an advance of its own; `undefined` where the font
 *   lacks a table.
 */
export function addEmptyGlyphs(
  font: Uint8Array,
  advances: readonly number[],
): Uint8Array | undefined {
  const read = readTrueType(font);
  if (!read) return undefined;
  const tables = tablesOf(Buffer.from(font));
  const tableOf = (tag: string) => tables.get(tag) as Buffer;
  const unit = tableOf("head").readUInt16BE(18) / 1000;
  const outlines = advances.map((advance) => outlineOf(advance * unit, unit));
  const glyphs = read.glyphs + advances.length;
  const places = placesOf(tableOf("loca"), tableOf("head"));
  const end = places.at(-1) as number;
  tables.set("glyf", Buffer.concat([tableOf("glyf").subarray(0, end), ...outlines]));
  places.push(...outlines.map((_, index) => end + (index + 1) * outlineLength));
  tables.set("loca", locaOf(places, tableOf("head")));
  const metrics = evenMetrics(tableOf("hmtx"), read.glyphs, read.advances);
  tables.set("hmtx", Buffer.concat([metrics, ...advances.map((one) => metricOf(one * unit))]));
  const maximum = tableOf("maxp");
  maximum.writeUInt16BE(glyphs, 4);
  for (const at of [6, 8]) maximum.writeUInt16BE(Math.max(2, maximum.readUInt16BE(at)), at);
  tableOf("hhea").writeUInt16BE(glyphs, 34);
  return fileOf(Buffer.from(font.subarray(0, headerLength)), tables);
}

/** Two points at opposite corners of a box, each a contour of its own (OpenType, `glyf`). */
function outlineOf(advance: number, unit: number): Buffer {
  const outline = Buffer.alloc(outlineLength);
  const [width, height] = [Math.max(advance, narrowest * unit), letterHeight * unit].map(
    Math.round,
  );
  const [contours, ends, flags] = [[2], [0, 1], [onLineAtOrigin, onLine]];
  const words = [...contours, 0, 0, width, height, ...ends, 0];
  words.forEach((word, index) => {
    outline.writeInt16BE(word as number, index * 2);
  });
  outline.set(flags, words.length * 2);
  outline.writeInt16BE(width as number, words.length * 2 + 2);
  outline.writeInt16BE(height as number, words.length * 2 + 4);
  return outline;
}

/** Where each glyph begins, and the last ends. */
function placesOf(loca: Buffer, head: Buffer): number[] {
  return head.readInt16BE(longPlaces) === 1
    ? Array.from({ length: loca.length / 4 }, (_, index) => loca.readUInt32BE(index * 4))
    : Array.from({ length: loca.length / 2 }, (_, index) => loca.readUInt16BE(index * 2) * 2);
}

/** Writes the same, shortly as long as it can be. */
function locaOf(places: readonly number[], head: Buffer): Buffer {
  if ((places.at(-1) as number) > mostShort) head.writeInt16BE(1, longPlaces);
  const isLong = head.readInt16BE(longPlaces) === 1;
  const loca = Buffer.alloc(places.length * (isLong ? 4 : 2));
  places.forEach((place, index) => {
    if (isLong) loca.writeUInt32BE(place, index * 4);
    else loca.writeUInt16BE(place / 2, index * 2);
  });
  return loca;
}

/** Those with which glyphs share the last advance get it each for itself. */
function evenMetrics(metrics: Buffer, glyphs: number, advances: number): Buffer {
  const even = Buffer.alloc(glyphs * 4);
  metrics.copy(even, 0, 0, advances * 4);
  const bearings = metrics.subarray(advances * 4);
  for (let glyph = advances; glyph < glyphs; glyph++) {
    metrics.copy(even, glyph * 4, (advances - 1) * 4, (advances - 1) * 4 + 2);
    bearings.copy(even, glyph * 4 + 2, (glyph - advances) * 2, (glyph - advances) * 2 + 2);
  }
  return even;
}

function metricOf(advance: number): Buffer {
  const metric = Buffer.alloc(4);
  metric.writeUInt16BE(Math.round(advance));
  return metric;
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
    const body = padded(table);
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

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
}

function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
