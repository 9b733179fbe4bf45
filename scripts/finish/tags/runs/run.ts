import { identity, type Matrix } from "../../../pdf/matrix.ts";
import type { ShownCode, ShownCodes } from "./shown-codes.ts";

/** A glyph as it is shown. */
export interface Glyph {
  code: number;
  /** Where its origin is, in text space: from the origin of its run. */
  x: number;
  y: number;
  /** Its advance in text space. */
  advance: number;
  /** What the font says that it stands for; empty where it says nothing. */
  hint: string;
}

/**
 * Glyphs that Chromium shows as one: a piece of a line, in one font, one colour and one direction. Most are plain and
 * are never looked at one by one, so they are kept as what they show and where; objects are made for who asks.
 */
export class Run {
  readonly kind = "run";
  /** Resource name. */
  font = "";
  /** What that font says. */
  codes: ShownCodes | undefined;
  size = 0;
  matrix: Matrix = identity;
  /** Whether its text reads from right to left; glyphs stand from left to right all the same. */
  reversed = false;
  /** Where it begins on the page, in points, y upwards; points a unit of text space. */
  left = 0;
  baseline = 0;
  scale = 1;
  /** Whether every glyph stands on the line and is as wide as what it stands for, from left to right. */
  plain = true;
  /** What the font says of all its glyphs. */
  said = "";
  /** By glyph, from left to right. */
  readonly shown: ShownCode[] = [];
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  /** The operation that it is. */
  readonly first: number;
  readonly last: number;
  #glyphs: Glyph[] | undefined;

  /**
   * @param operation
   *   The operation that it is.
   * @param ink
   *   `0xRRGGBB`.
   */
  constructor(
    operation: number,
    readonly ink: number,
  ) {
    this.first = operation;
    this.last = operation;
  }

  /** From left to right; what is changed of them stays so, and the run is no longer plain. */
  get glyphs(): Glyph[] {
    this.#glyphs ??= this.shown.map(({ code, width, hint }, index) => ({
      code,
      x: this.xs[index] as number,
      y: this.ys[index] as number,
      advance: width * this.size,
      hint,
    }));
    return this.#glyphs;
  }

  /** In the order they are read in. */
  get read(): readonly Glyph[] {
    return this.reversed ? this.glyphs.toReversed() : this.glyphs;
  }

  /** What the font says that a glyph stands for, from left to right. */
  hintAt(index: number): string {
    return (this.#glyphs ?? this.shown)[index]?.hint ?? "";
  }

  /** Where the last glyph ends. */
  get end(): number {
    const at = this.shown.length - 1;
    const last = this.#glyphs?.[at];
    if (last) return last.x + last.advance;
    return (this.xs[at] ?? 0) + (this.shown[at]?.width ?? 0) * this.size;
  }
}
