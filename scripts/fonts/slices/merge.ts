import { adjustmentTable, substitutionTable } from "./layout.ts";
import { nameTable } from "./names.ts";
import { type Tables, viewOf, words, writeTables } from "./sfnt.ts";
import type { Slice } from "./slice.ts";

/** One slice's share of the whole: how far its glyph numbers move. */
interface Share extends Slice {
  shift: number;
  count: number;
}

/**
 * Makes one font of the slices of a cut, so that a face is one font in a PDF.
 * @param slices
 *   At least one, all of one family and weight.
 * @param name
 *   PostScript name of the whole.
 * @returns
 *   TrueType: outlines, metrics for both directions, characters, and the features `halt`, `vert` and `vhal`.
 */
export function mergeSlices(slices: readonly [Slice, ...Slice[]], name: string): Buffer {
  const shares = share(slices);
  const [first] = slices;
  const total = shares.reduce((sum, one) => sum + one.count, 0);
  const { glyf, loca } = outlines(shares);
  const merged: Tables = new Map([
    ["OS/2", table(first.tables, "OS/2")],
    ["post", table(first.tables, "post")],
    ["head", changed(first.tables, "head", 50, 1)],
    ["hhea", changed(first.tables, "hhea", 34, total)],
    ["hmtx", metrics(shares, "hhea", "hmtx")],
    ["maxp", profile(shares, total)],
    ["cmap", characterMap(shares)],
    ["name", nameTable(name, first.copyright)],
    ["GSUB", substitutionTable([{ tag: "vert", glyphs: gathered(shares, "upright") }])],
    [
      "GPOS",
      adjustmentTable([
        { tag: "halt", glyphs: gathered(shares, "halved") },
        { tag: "vhal", glyphs: gathered(shares, "halvedUpright") },
      ]),
    ],
    ["glyf", glyf],
    ["loca", loca],
  ]);
  if (slices.every((slice) => slice.tables.has("vmtx"))) {
    merged.set("vhea", changed(first.tables, "vhea", 34, total));
    merged.set("vmtx", metrics(shares, "vhea", "vmtx"));
  }
  return writeTables(merged);
}

// Each slice brings its own glyph 0, the box: it is kept, so that numbers only move.
function share(slices: readonly Slice[]): Share[] {
  let shift = 0;
  return slices.map((slice) => {
    const count = viewOf(table(slice.tables, "maxp")).getUint16(4);
    const one = { ...slice, shift, count };
    shift += count;
    return one;
  });
}

function outlines(shares: readonly Share[]): { glyf: Uint8Array; loca: Uint8Array } {
  const parts: Uint8Array[] = [];
  const offsets = [0];
  let end = 0;
  for (const { tables, shift, count } of shares) {
    const all = table(tables, "glyf");
    const places = viewOf(table(tables, "loca"));
    const long = viewOf(table(tables, "head")).getInt16(50) === 1;
    const place = (glyph: number) =>
      long ? places.getUint32(4 * glyph) : 2 * places.getUint16(2 * glyph);
    for (let glyph = 0; glyph < count; glyph++) {
      const outline = renumbered(all.subarray(place(glyph), place(glyph + 1)), shift);
      parts.push(outline);
      end += outline.length;
      offsets.push(end);
    }
  }
  const glyf = new Uint8Array(end);
  for (const [index, part] of parts.entries()) glyf.set(part, offsets[index]);
  const loca = new Uint8Array(4 * offsets.length);
  const view = viewOf(loca);
  for (const [index, offset] of offsets.entries()) view.setUint32(4 * index, offset);
  return { glyf, loca };
}

// A composite glyph names its components by number. Flags: OpenType, `glyf`, component glyph flags.
function renumbered(outline: Uint8Array, shift: number): Uint8Array {
  if (outline.length < 10 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = outline.slice();
  const view = viewOf(copy);
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + shift);
    at += 4 + (flags & 0x0001 ? 4 : 2);
    at += flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0;
  } while (flags & 0x0020);
  return copy;
}

function metrics(shares: readonly Share[], header: "hhea" | "vhea", tag: string): Uint8Array {
  const numbers: number[] = [];
  for (const { tables, count } of shares) {
    const full = viewOf(table(tables, header)).getUint16(34);
    const view = viewOf(table(tables, tag));
    for (let glyph = 0; glyph < count; glyph++) {
      // After the last full record only side bearings follow; the advance stays that of the last.
      const advance = view.getUint16(4 * Math.min(glyph, full - 1));
      const bearing = view.getInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full));
      numbers.push(advance, bearing);
    }
  }
  return words(numbers);
}

function profile(shares: readonly Share[], total: number): Uint8Array {
  const merged = table(shares[0]?.tables ?? new Map(), "maxp").slice();
  const view = viewOf(merged);
  for (const { tables } of shares) {
    const one = viewOf(table(tables, "maxp"));
    for (let at = 6; at < 32; at += 2) {
      view.setUint16(at, Math.max(view.getUint16(at), one.getUint16(at)));
    }
  }
  view.setUint16(4, total);
  return merged;
}

// Format 12: groups of code points that follow each other, here of one each.
function characterMap(shares: readonly Share[]): Uint8Array {
  const glyphs = new Map<number, number>();
  for (const one of shares) {
    for (const [point, glyph] of one.glyphs) {
      if (!glyphs.has(point)) glyphs.set(point, glyph + one.shift);
    }
  }
  const groups = [...glyphs].sort(([one], [other]) => one - other);
  const bytes = new Uint8Array(12 + 16 + 12 * groups.length);
  const view = viewOf(bytes);
  bytes.set(words([0, 1, 3, 10, 0, 12, 12, 0]));
  view.setUint32(16, 16 + 12 * groups.length);
  view.setUint32(24, groups.length);
  for (const [index, [point, glyph]] of groups.entries()) {
    view.setUint32(28 + 12 * index, point);
    view.setUint32(32 + 12 * index, point);
    view.setUint32(36 + 12 * index, glyph);
  }
  return bytes;
}

function gathered(shares: readonly Share[], what: "upright"): Map<number, number>;
function gathered(
  shares: readonly Share[],
  what: "halved" | "halvedUpright",
): Map<number, readonly [number, number, number, number]>;
function gathered(
  shares: readonly Share[],
  what: "upright" | "halved" | "halvedUpright",
): Map<number, unknown> {
  const all = new Map<number, unknown>();
  for (const one of shares) {
    for (const [glyph, value] of one[what]) {
      all.set(glyph + one.shift, typeof value === "number" ? value + one.shift : value);
    }
  }
  return all;
}

function changed(tables: Tables, tag: string, at: number, value: number): Uint8Array {
  const copy = table(tables, tag).slice();
  viewOf(copy).setUint16(at, value);
  return copy;
}

function table(tables: Tables, tag: string): Uint8Array {
  const bytes = tables.get(tag);
  if (bytes === undefined) throw new Error(`a slice has no table ${tag}`);
  return bytes;
}
