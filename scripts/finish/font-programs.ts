import {
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { deflated } from "../pdf/deflated.ts";
import { decodeStream } from "../pdf/stream.ts";

// What ISO 32000-1, 9.9, asks of a TrueType program whose glyphs are picked by number; instructions come along.
const needed = new Set(["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"]);
const headerLength = 12;
const entryLength = 16;

/**
 * Takes out of every embedded font what only an installed one needs: names, licences, the map from characters.
 * @param document
 *   PDF, changed in place.
 */
export function setFontPrograms(document: PDFDocument): void {
  const { context } = document;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(subtype) !== composite) continue;
    const descriptor = object.lookupMaybe(PDFName.of("FontDescriptor"), PDFDict);
    const reference = descriptor?.get(PDFName.of("FontFile2"));
    const stream = descriptor?.lookup(PDFName.of("FontFile2"));
    if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const program = lean(Buffer.from(decodeStream(stream)));
    const fresh = deflated(context, program, stream.dict);
    fresh.dict.set(PDFName.of("Length1"), PDFNumber.of(program.length));
    context.assign(reference, fresh);
  }
}

const subtype = PDFName.of("Subtype");
const composite = PDFName.of("CIDFontType2");

/** A TrueType file with no tables but those needed, in the order they had. */
function lean(file: Buffer): Buffer {
  const entries = Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
    const at = headerLength + entryLength * index;
    return file.subarray(at, at + entryLength);
  }).filter((entry) => needed.has(entry.toString("latin1", 0, 4)));
  let end = headerLength + entryLength * entries.length;
  const directory: Buffer[] = [header(file, entries.length)];
  const tables: Buffer[] = [];
  for (const entry of entries) {
    const [offset, length] = [entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const moved = Buffer.from(entry);
    moved.writeUInt32BE(end, 8);
    directory.push(moved);
    tables.push(file.subarray(offset, offset + length), Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat([...directory, ...tables]);
}

function header(file: Buffer, count: number): Buffer {
  const bytes = Buffer.from(file.subarray(0, headerLength));
  const power = Math.floor(Math.log2(Math.max(1, count)));
  bytes.writeUInt16BE(count, 4);
  bytes.writeUInt16BE(16 * 2 ** power, 6);
  bytes.writeUInt16BE(power, 8);
  bytes.writeUInt16BE(16 * (count - 2 ** power), 10);
  return bytes;
}
