import { blank, softHyphen } from "../runs/characters.ts";
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
  /** Whether it is a hyphen that a line's end has put into a word. */
  soft?: boolean;
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
  readonly #endsInHyphen: boolean;
  readonly #codes: FontCodes;
  readonly #height: number;

  /**
   * @param run
   *   The run.
   * @param codes
   *   Of its font.
   * @param height
   *   At which it is read, in its text space.
   * @param endsInHyphen
   *   Whether the hyphen that a line's end has put into its last word says that it is one.
   */
  constructor({ size }: Run, codes: FontCodes, height = 0, endsInHyphen = false) {
    this.#size = size;
    this.#endsInHyphen = endsInHyphen;
    this.#codes = codes;
    this.#height = height;
  }

  /** Shows a glyph that readers take for a text. */
  show(glyph: Glyph, text: string): void {
    this.read.push(this.#shown(glyph, text));
  }

  /** Says something without ink from one place to another; `false` where the font can be given no glyph for that. */
  showEmpty(text: string, from: number, to: number): boolean {
    const width = ((to - from) * 1000) / this.#size;
    const space = this.#codes.carrierFor(text, width);
    if (!space) return false;
    const advance = (space.advance * this.#size) / 1000;
    this.read.push({ code: space.code, x: from, y: this.#height, advance });
    return true;
  }

  /** Before marks that are painted first there must be something that has a place. */
  addAnchor(text: string, x: number): void {
    const before = this.read.at(-1);
    if (before) before.code = this.#codes.codeFor(before.code, text);
    else this.showEmpty(text, x - hair * this.#size, x);
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
    const isSaid = letters === "" || (!carrier && this.showEmpty(letters, seat.left, seat.right));
    // A font that can be given no glyphs can't but show its letters as they stand.
    const shows = carrier ?? (isSaid ? undefined : widest(seat.glyphs));
    for (const glyph of seat.glyphs)
      if (glyph === shows) this.show(glyph, letters);
      else if (hasInk(glyph)) this.silent.push(this.#shown(glyph, invisible));
  }

  #fits({ x, y, advance }: Glyph, { left, right }: Seat, room: Room): boolean {
    return (
      advance > 0 &&
      Math.abs(y - this.#height) < level &&
      Math.abs(x - left) < tight * this.#size &&
      Math.abs(x + advance - right) < rooms[room] * this.#size
    );
  }

  // A blank that takes no room on the page has an advance in its font all the same.
  #shown({ code, x, y, hint, advance: own }: Glyph, text: string): Shown {
    const advance = hint === invisible ? (this.#codes.advance(code) * this.#size) / 1000 : own;
    const soft = text === softHyphen && this.#endsInHyphen;
    const shown = { code: this.#codes.codeFor(code, soft ? "-" : text), x, y, advance };
    return soft ? { ...shown, soft } : shown;
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
