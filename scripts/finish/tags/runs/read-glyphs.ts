import { hexOf, kindOf, kinds } from "../../../pdf/characters.ts";
import { readNumber, type Source } from "../../../pdf/scalars.ts";
import type { Run } from "./run.ts";
import type { ShownCodes } from "./shown-codes.ts";

/** What stands before an operator, and where the next glyph goes. */
export interface Pen {
  name: string;
  /** As many as stand before the operator; those behind are old. */
  numbers: number[];
  count: number;
  /** Beginning of the line, from which `Td` steps. */
  line: number;
  x: number;
  y: number;
  known: ShownCodes | undefined;
}

/**
 * Adds glyphs to a run, from left to right: strings, and steps between them, as far as nothing else stands there.
 * @param source
 *   At the first string; read on.
 * @param pen
 *   Moved on.
 * @param run
 *   Gets the glyphs.
 * @throws {Error}
 *   When a string is shown otherwise.
 */
export function readGlyphs(source: Source, pen: Pen, run: Run): void {
  const { bytes } = source;
  const { shown, xs, ys } = run;
  const { known } = pen;
  if (!known) throw unknownText();
  do {
    let at = source.at + 1;
    for (; at < bytes.length && bytes[at] !== 0x3e; at += 4) {
      const one = known.of(codeAt(bytes, at));
      run.plain &&= one.plain && pen.y === 0;
      run.said += one.hint;
      shown.push(one);
      xs.push(pen.x);
      ys.push(pen.y);
      pen.x += one.width * run.size;
    }
    if (!isShown(bytes, at)) throw unknownText();
    source.at = at + shownLength;
  } while (stepOn(source, pen));
}

// `> Tj` and white space.
const shownLength = 5;

function isShown(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 1] === 0x20 &&
    bytes[at + 2] === 0x54 &&
    bytes[at + 3] === 0x6a &&
    kindOf[bytes[at + 4] as number] === kinds.white
  );
}

/** Steps from the beginning of a line to that of the next: `Td`. */
export function step(pen: Pen, x: number, y: number): void {
  pen.line += x;
  pen.x = pen.line;
  pen.y += y;
}

/** Steps from one glyph to the next; false, and nothing is read, where something else stands there. */
function stepOn(source: Source, pen: Pen): boolean {
  const { bytes, at } = source;
  if (kindOf[bytes[at] as number] !== kinds.number) return false;
  const x = readNumber(source);
  if (bytes[source.at++] === 0x20) {
    const y = readNumber(source);
    const end = source.at;
    const steps =
      bytes[end] === 0x20 &&
      bytes[end + 1] === 0x54 &&
      bytes[end + 2] === 0x64 &&
      bytes[end + 3] === 0x20 &&
      bytes[end + 4] === 0x3c;
    if (steps) {
      step(pen, x, y);
      source.at = end + 4;
      return true;
    }
  }
  source.at = at;
  return false;
}

/** A code of two bytes, as four digits. */
function codeAt(bytes: Uint8Array, at: number): number {
  // Behind the end there is no byte.
  const one = hexOf[bytes[at] ?? 0] as number;
  const two = hexOf[bytes[at + 1] ?? 0] as number;
  const three = hexOf[bytes[at + 2] ?? 0] as number;
  const four = hexOf[bytes[at + 3] ?? 0] as number;
  if ((one | two | three | four) > 15) throw unknownText();
  return (one << 12) | (two << 8) | (three << 4) | four;
}

/** Says that text is shown otherwise than Chromium does. */
export function unknownText(): Error {
  return new Error("text is shown as no browser we know does");
}
