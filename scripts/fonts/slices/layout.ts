import { words } from "./sfnt.ts";

/** What a feature does to single glyphs, by glyph. */
export interface Substitutions {
  tag: string;
  /** The glyph that stands in. */
  glyphs: ReadonlyMap<number, number>;
}

/** How a feature moves single glyphs, by glyph. */
export interface Adjustments {
  tag: string;
  /** Horizontal and vertical placement, horizontal and vertical advance: differences, in font units. */
  glyphs: ReadonlyMap<number, readonly [number, number, number, number]>;
}

/** A table `GSUB` of features that put one glyph for another, for every script. */
export function substitutionTable(features: readonly Substitutions[]): Uint8Array {
  return layoutTable(
    features.map(({ tag, glyphs }) => {
      const from = sorted(glyphs.keys());
      const to = from.map((glyph) => glyphs.get(glyph) as number);
      // Format 2: format, where the coverage stands, how many, and each glyph's substitute.
      return { tag, subtable: [2, 6 + 2 * to.length, to.length, ...to, ...coverage(from)] };
    }),
  );
}

/** A table `GPOS` of features that move single glyphs, for every script. */
export function adjustmentTable(features: readonly Adjustments[]): Uint8Array {
  return layoutTable(
    features.map(({ tag, glyphs }) => {
      const from = sorted(glyphs.keys());
      const values = from.flatMap((glyph) => glyphs.get(glyph) ?? []);
      // Format 2: format, coverage, which values a record has (all four), how many, and the records.
      const head = [2, 8 + 2 * values.length, 0b1111, from.length];
      return { tag, subtable: [...head, ...values, ...coverage(from)] };
    }),
  );
}

// One feature, one lookup, one subtable; GSUB and GPOS call a lookup on single glyphs alike type 1.
function layoutTable(features: ReadonlyArray<{ tag: string; subtable: number[] }>): Uint8Array {
  const count = features.length;
  const order = features.map((_, index) => index);
  const scripts = [1, ...tagged("DFLT"), 8, ...[4, 0], ...[0, 0xffff, count, ...order]];
  const featureList = [count];
  for (const [index, { tag }] of features.entries()) {
    featureList.push(...tagged(tag), 2 + 6 * count + 6 * index);
  }
  for (const index of order) featureList.push(0, 1, index);

  const lookups = [count];
  let offset = 2 + 2 * count;
  for (const { subtable } of features) {
    lookups.push(offset);
    offset += 8 + 2 * subtable.length;
  }
  for (const { subtable } of features) lookups.push(1, 0, 1, 8, ...subtable);

  const scriptsAt = 10;
  const featuresAt = scriptsAt + 2 * scripts.length;
  const lookupsAt = featuresAt + 2 * featureList.length;
  return words([1, 0, scriptsAt, featuresAt, lookupsAt, ...scripts, ...featureList, ...lookups]);
}

function coverage(glyphs: readonly number[]): number[] {
  return [1, glyphs.length, ...glyphs];
}

function sorted(glyphs: Iterable<number>): number[] {
  return [...glyphs].sort((one, other) => one - other);
}

function tagged(tag: string): [number, number] {
  const code = (index: number) => tag.charCodeAt(index);
  return [(code(0) << 8) | code(1), (code(2) << 8) | code(3)];
}
