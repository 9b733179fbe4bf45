import type { LogicalText } from "../../../types.ts";
import { classAt } from "../runs/characters.ts";
import type { Match } from "./match.ts";

/** Pieces of text of one dye on a page, one behind the other. */
export interface Pieces {
  text: string;
  /** Where pieces end in it. */
  ends: ReadonlySet<number>;
  /** The piece that a place is in. */
  owner(place: number): LogicalText;
}

/**
 * Puts pieces together.
 * @param pieces
 *   At least one, in reading order.
 * @param textOf
 *   What a piece says.
 */
export function joinPieces(
  pieces: readonly LogicalText[],
  textOf: (piece: LogicalText) => string = ({ text = "" }) => text,
): Pieces {
  const ends: number[] = [];
  let text = "";
  for (const piece of pieces) {
    text += textOf(piece);
    ends.push(text.length);
  }
  const owner = (place: number) => {
    const index = ends.findIndex((end) => place < end);
    return pieces.at(index) as LogicalText;
  };
  return { text, ends: new Set(ends), owner };
}

/**
 * Goes on to the next letter, or what spells a word beside letters.
 * @param text
 *   Any.
 * @param from
 *   Where to begin.
 * @param ends
 *   Places to stop at.
 */
export function passBlanks(text: string, from: number, ends?: ReadonlySet<number>): number {
  let at = from;
  for (; at < text.length; at++) {
    if (ends?.has(at)) break;
    const kind = classAt(text, at);
    if (kind === "letter" || kind === "joiner") break;
  }
  return at;
}

/**
 * Goes on to the next piece, where both it and this one have white space: a space that begins a run is that of the
 * next piece then.
 * @param text
 *   Of all pieces.
 * @param from
 *   Where to begin.
 * @param ends
 *   Where pieces end.
 */
export function nextPiece(text: string, from: number, ends: ReadonlySet<number>): number {
  const end = passBlanks(text, from);
  for (let at = from + 1; at < end; at++) if (ends.has(at)) return at;
  return from;
}

/**
 * Notes white space that no glyph shows: after the last run of a piece, or before its first.
 * @param match
 *   Changed in place.
 * @param pieces
 *   What it matches.
 * @param from
 *   Behind what the last run shows.
 * @param to
 *   Where the next begins.
 */
export function noteSpace(match: Match, { text, owner }: Pieces, from: number, to: number): void {
  const last = match.runs.at(-1);
  for (let at = from; at < to; at++) {
    if (classAt(text, at) !== "space") continue;
    const piece = owner(at);
    if (last?.text === piece) last.space = true;
    else match.indented.push(piece);
  }
}
