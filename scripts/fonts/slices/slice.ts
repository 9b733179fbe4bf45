import { Blob, Direction, Face, Feature, Font, Buffer as Run, shape } from "harfbuzzjs";
import { readTables, type Tables } from "./sfnt.ts";

/** A static slice and what it does. */
export interface Slice {
  tables: Tables;
  /** Glyph by code point. */
  glyphs: ReadonlyMap<number, number>;
  /** Glyph for vertical lines, by glyph. */
  upright: ReadonlyMap<number, number>;
  /** How a glyph is squeezed to half its width, or height in vertical lines: placement x y, advance x y. */
  halved: ReadonlyMap<number, Shift>;
  halvedUpright: ReadonlyMap<number, Shift>;
  copyright: string;
  /** Size of the font file. */
  bytes: number;
}

/** Placement x and y, advance x and y, in font units. */
export type Shift = readonly [number, number, number, number];

// Drawn the same in every place: asking after them would take most of the time.
const square = /[\p{Ideographic}\p{Script=Hangul}]/u;

interface Drawn {
  glyph: number;
  place: Shift;
}

/**
 * Takes a slice apart, and asks HarfBuzz what its layout features do to each glyph on its own: that is all
 * that Han layout needs of them.
 * @param bytes
 *   Static TrueType.
 * @returns
 *   The slice.
 */
export function readSlice(bytes: Uint8Array): Slice {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const glyphs = new Map<number, number>();
  const upright = new Map<number, number>();
  const halved = new Map<number, Shift>();
  const halvedUpright = new Map<number, Shift>();
  const features = new Set([
    ...face.getTableFeatureTags("GSUB"),
    ...face.getTableFeatureTags("GPOS"),
  ]);

  // HarfBuzz hands out a view of its memory, which moves when it grows.
  for (const point of [...face.collectUnicodes()]) {
    glyphs.set(point, font.nominalGlyph(point) ?? 0);
    if (features.size === 0 || square.test(String.fromCodePoint(point))) continue;
    const flat = draw(font, point, Direction.LTR);
    const tall = draw(font, point, Direction.TTB);
    if (tall.glyph !== flat.glyph) upright.set(flat.glyph, tall.glyph);
    const across = shiftOf(flat, draw(font, point, Direction.LTR, "halt"));
    if (across.every((value) => value === 0)) continue;
    halved.set(flat.glyph, across);
    // HarfBuzz as built for JavaScript leaves vertical advances as they are. `vhal` takes off as much downwards
    // as `halt` does across: a Han character is a square.
    const down = shiftOf(tall, draw(font, point, Direction.TTB, "vhal"));
    halvedUpright.set(tall.glyph, [down[0], down[1], 0, across[2]]);
  }
  return {
    tables: readTables(bytes),
    glyphs,
    upright,
    halved,
    halvedUpright,
    copyright: face.getName(0, "en"),
    bytes: bytes.byteLength,
  };
}

function draw(font: Font, point: number, direction: Direction, feature?: string): Drawn {
  const run = new Run();
  run.addCodePoints([point]);
  run.setDirection(direction);
  run.setScript("Hani");
  shape(font, run, feature === undefined ? [] : [new Feature(feature, 1)]);
  const [glyph] = run.getGlyphInfosAndPositions();
  return {
    glyph: glyph?.codepoint ?? 0,
    place: [
      glyph?.xOffset ?? 0,
      glyph?.yOffset ?? 0,
      glyph?.xAdvance ?? 0,
      // HarfBuzz counts upwards, so a vertical advance is negative; the table's is not.
      -(glyph?.yAdvance ?? 0),
    ],
  };
}

function shiftOf(plain: Drawn, moved: Drawn): Shift {
  const by = (at: 0 | 1 | 2 | 3) => moved.place[at] - plain.place[at];
  return [by(0), by(1), by(2), by(3)];
}
