import { characterMap } from "./character-map.ts";
import { adjustmentTable, substitutionTable } from "./layout.ts";
import { outlines } from "./merge-outlines.ts";
import { nameTable } from "./names.ts";
import { type Tables, tableOf, viewOf, words, writeTables } from "./sfnt.ts";
import type { Slice } from "./slice.ts";

/** One slice's share of the whole: how far its glyph numbers move. */
export interface Share extends Slice {
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
    ["OS/2", tableOf(first.tables, "OS/2")],
    ["post", tableOf(first.tables, "post")],
    ["head", changed(first.tables, "head", 50, 1)],
    ["hhea", changed(first.tables, "hhea", 34, total)],
    ["hmtx", metrics(shares, "hhea", "hmtx")],
    ["maxp", profile(shares, total)],
    ["cmap", characterMap(charactersOf(shares))],
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
    const count = viewOf(tableOf(slice.tables, "maxp")).getUint16(4);
    const one = { ...slice, shift, count };
    shift += count;
    return one;
  });
}

function metrics(shares: readonly Share[], header: "hhea" | "vhea", tag: string): Uint8Array {
  const numbers: number[] = [];
  for (const { tables, count } of shares) {
    const full = viewOf(tableOf(tables, header)).getUint16(34);
    const view = viewOf(tableOf(tables, tag));
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
  const merged = tableOf(shares[0]?.tables ?? new Map(), "maxp").slice();
  const view = viewOf(merged);
  for (const { tables } of shares) {
    const one = viewOf(tableOf(tables, "maxp"));
    for (let at = 6; at < 32; at += 2) {
      view.setUint16(at, Math.max(view.getUint16(at), one.getUint16(at)));
    }
  }
  view.setUint16(4, total);
  return merged;
}

/** The characters of all slices; of two that have one, the first. */
function charactersOf(shares: readonly Share[]): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (const one of shares) {
    for (const [point, glyph] of one.glyphs) {
      if (!glyphs.has(point)) glyphs.set(point, glyph + one.shift);
    }
  }
  return glyphs;
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
  const copy = tableOf(tables, tag).slice();
  viewOf(copy).setUint16(at, value);
  return copy;
}
