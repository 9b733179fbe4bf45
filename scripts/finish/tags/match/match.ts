import type { LogicalText } from "../../../types.ts";
import type { Glyph, Run } from "../runs/run.ts";
import { type Followed, followText } from "./follow.ts";
import { matchPlainly } from "./match-plainly.ts";
import { orderRuns } from "./order.ts";
import { joinPieces, noteSpace, type Pieces } from "./pieces.ts";
import { markRows } from "./rows.ts";
import { turnSigns } from "./turn-signs.ts";

/** A run with what it says. */
export interface Matched {
  run: Run;
  /** The piece of text it shows; pieces of one element on one page share their dye. */
  text: LogicalText;
  /** By glyph in reading order, where the font says something else; absent where it says all of it. */
  texts?: readonly string[];
  /** Whether white space follows in the text that no glyph shows: at the end of a line. */
  space: boolean;
  /** Whether its block ends with it and readers would join it with the next. */
  runsInto?: boolean;
  /** Whether letters stand so far apart, or the next run from it, that readers would see spaces. */
  loose?: boolean;
  /** The run read before it. */
  after?: Matched | undefined;
  /** Where the next run goes on with its line and its word, in its text space. */
  until?: number | undefined;
  /** Whether its line begins with it and is a row of words of one letter each. */
  row?: boolean;
  /** Which of the runs of its dye on the page it is. */
  place: number;
}

/** What came of the runs of one dye. */
export interface Match {
  runs: Matched[];
  /** Characters of the text that no glyph shows. */
  lost: number;
  /** Pieces that begin with white space that no glyph shows. */
  indented: LogicalText[];
}

/**
 * Finds out which piece of text each run of one dye shows, and what each of its glyphs stands for.
 * @param runs
 *   All runs of the dye on a page, as painted.
 * @param pieces
 *   All pieces of text of the dye, in reading order.
 * @param turned
 *   Whether some runs of the page run from right to left.
 * @returns
 *   The runs in reading order.
 */
export function matchRuns(
  runs: readonly Run[],
  pieces: readonly LogicalText[],
  turned = false,
): Match {
  const [first] = pieces;
  if (!first) return { runs: [], lost: 0, indented: [] };
  const match =
    first.text === undefined
      ? matchMarker(runs, first)
      : (matchPlainly(runs, pieces) ?? matchText(runs, joinPieces(pieces), turned));
  match.runs.forEach((run, index) => {
    run.after = match.runs[index - 1];
    run.place = index;
    run.until = untilNext(run, match.runs[index + 1]);
  });
  markRows(match.runs);
  return match;
}

/** Where a run from left to right ends, as the next begins there: marks at its end may take more room than they say. */
function untilNext({ run, text, space }: Matched, next: Matched | undefined): number | undefined {
  if (
    !next ||
    next.run.shown.length === 0 ||
    next.text !== text ||
    space ||
    run.reversed ||
    next.run.reversed
  )
    return undefined;
  if (next.run.baseline !== run.baseline) return undefined;
  return (next.run.left - run.left + (next.run.xs[0] as number) * next.run.scale) / run.scale;
}

/** What the browser made says what the font says. */
function matchMarker(runs: readonly Run[], text: LogicalText): Match {
  // Painted from the left.
  const read = runs.some(({ reversed }) => reversed) ? runs.toReversed() : runs;
  const made = read.map((run) => ({ run, text, space: false, place: 0 }));
  return { runs: made, lost: 0, indented: [] };
}

function matchText(runs: readonly Run[], pieces: Pieces, turned: boolean): Match {
  const { text, ends, owner } = pieces;
  turnSigns(runs, text);
  const ordered = orderRuns(runs, text, ends, turned);
  const glyphs: Glyph[] = [];
  const starts: number[] = [];
  const lines = new Set<number>();
  ordered.forEach((run, index) => {
    if (run.baseline !== ordered[index - 1]?.baseline) lines.add(glyphs.length);
    starts.push(glyphs.length);
    glyphs.push(...run.read);
  });
  const followed = followText({ glyphs, text, starts: new Set(starts), lines, ends });
  const match: Match = { runs: [], lost: followed.lost, indented: [] };
  let end = 0;
  ordered.forEach((run, index) => {
    const first = starts[index] as number;
    const own = glyphs.slice(first, first + run.shown.length);
    const texts = followed.said.slice(first, first + own.length);
    const place = placeOf(followed, own, first) ?? end;
    noteSpace(match, pieces, end, place);
    const exact = own.every(({ hint }, glyph) => hint === texts[glyph]);
    const piece = owner(pieceAt(followed, own, first) ?? end);
    match.runs.push({ run, text: piece, space: false, place: 0, ...(!exact && { texts }) });
    end = Math.max(end, endOf(followed, own, first));
  });
  noteSpace(match, pieces, end, text.length);
  return match;
}

/** Where what a run shows begins. */
function placeOf(
  { from, to }: Followed,
  glyphs: readonly Glyph[],
  first: number,
): number | undefined {
  for (let glyph = first; glyph < first + glyphs.length; glyph++)
    if ((to[glyph] as number) > (from[glyph] as number)) return from[glyph];
  return undefined;
}

/** Where what a run shows ends. */
function endOf({ from, to }: Followed, glyphs: readonly Glyph[], first: number): number {
  for (let glyph = first + glyphs.length - 1; glyph >= first; glyph--)
    if ((to[glyph] as number) > (from[glyph] as number)) return to[glyph] as number;
  return 0;
}

/** A place in the piece that a run shows: white space at its beginning may be the end of the piece before. */
function pieceAt(
  { said, from, to }: Followed,
  glyphs: readonly Glyph[],
  first: number,
): number | undefined {
  let place: number | undefined;
  for (let glyph = first; glyph < first + glyphs.length; glyph++) {
    if (said[glyph] === "") continue;
    place = (to[glyph] as number) - 1;
    if (said[glyph]?.trim() !== "") return from[glyph];
  }
  return place;
}
