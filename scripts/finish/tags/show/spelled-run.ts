import { blank } from "../runs/characters.ts";
import type { Glyph, Run } from "../runs/run.ts";
import { invisible } from "../runs/true-hints.ts";
import type { FontCodes } from "./codes.ts";
import { flush, hair, loose, tight } from "./reader-limits.ts";
import type { Seat } from "./seats.ts";

/** A glyph to be shown. */
export interface Shown {
  code: number;
  /** Where, in the run's text space. */
  x: number;
  y: number;
  /** Its advance there. */
  advance: number;
  /** How much wider than drawn, where it isn't as wide. */
  stretch?: number;
}

// In text space. Readers take what stands higher or lower for another line.
const level = 1e-3;

/** A run as it is spelled, glyph by glyph. */
export class SpelledRun {
  /** What readers read, from left to right. */
  readonly read: Shown[] = [];
  /** Marks read after it, which can't be painted first. */
  readonly late: Shown[] = [];
  /** Ink that readers pass over: what it stands for is in `read`. */
  readonly silent: Shown[] = [];
  readonly #size: number;
  readonly #codes: FontCodes;
  readonly #height: number;

  /**
   * @param run
   *   The run.
   * @param codes
   *   Of its font.
   * @param height
   *   At which it is read, in its text space.
   */
  constructor({ size }: Run, codes: FontCodes, height = 0) {
    this.#size = size;
    this.#codes = codes;
    this.#height = height;
  }

  /** Shows a glyph that readers take for a text. */
  show(glyph: Glyph, text: string): void {
    this.read.push(this.#shown(glyph, text));
  }

  /** Shows a space from one place to another; `false` where the font has nothing without ink that is wide. */
  showSpace(text: string, from: number, to: number): boolean {
    const space = this.#codes.spaceFor(text);
    if (space) this.#stretch(space, from, to);
    return space !== undefined;
  }

  /** Before marks that are painted first there must be something that has a place. */
  addAnchor(text: string, x: number): void {
    const before = this.read.at(-1);
    if (before) before.code = this.#codes.codeFor(before.code, text);
    else this.showSpace(text, x - hair * this.#size, x);
  }

  /** Adds letters that take no room. */
  addEmpty(letters: string, x: number, into: Shown[] = this.read): void {
    const empty = this.#codes.emptyFor(letters);
    if (!empty) return;
    into.push({ code: empty.code, x, y: this.#height, advance: 0 });
  }

  /**
   * Shows the ink of a seat, and has its letters carried by a glyph as wide as the seat: one of its own, whose ink is
   * read then, or an empty one.
   */
  carry(seat: Seat, letters: string, room: Room): void {
    const carrier =
      letters === "" ? undefined : seat.glyphs.find((glyph) => this.#fits(glyph, seat, room));
    const space = carrier || letters === "" ? undefined : this.#codes.carrierFor(letters);
    // A font without a blank can't but show its letters as they stand.
    const shows = carrier ?? (space || letters === "" ? undefined : widest(seat.glyphs));
    for (const glyph of seat.glyphs)
      if (glyph === shows) this.show(glyph, letters);
      else if (hasInk(glyph)) this.silent.push(this.#shown(glyph, invisible));
    if (space) this.#stretch(space, seat.left, seat.right);
  }

  #fits({ x, y, advance }: Glyph, { left, right }: Seat, room: Room): boolean {
    return (
      advance > 0 &&
      Math.abs(y - this.#height) < level &&
      Math.abs(x - left) < tight * this.#size &&
      Math.abs(x + advance - right) < rooms[room] * this.#size
    );
  }

  #stretch(space: { code: number; advance: number }, from: number, to: number): void {
    const stretch = ((to - from) * 1000) / (space.advance * this.#size);
    this.read.push({ code: space.code, x: from, y: this.#height, advance: to - from, stretch });
  }

  // A blank that takes no room on the page has an advance in its font all the same.
  #shown({ code, x, y, hint, advance: own }: Glyph, text: string): Shown {
    const advance = hint === invisible ? (this.#codes.advance(code) * this.#size) / 1000 : own;
    return { code: this.#codes.codeFor(code, text), x, y, advance };
  }
}

/** How much a glyph may end before its seat does, or behind. */
type Room = keyof typeof rooms;
const rooms = { loose, tight, flush };

/** Whether a glyph leaves ink. */
export function hasInk({ hint }: Glyph): boolean {
  return hint !== invisible && !blank.test(hint);
}

function widest(glyphs: readonly Glyph[]): Glyph | undefined {
  return glyphs.toSorted((one, other) => other.advance - one.advance)[0];
}
