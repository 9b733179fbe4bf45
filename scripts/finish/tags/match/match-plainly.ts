import type { LogicalText } from "../../../types.ts";
import { classAt, classOf, hyphens, softHyphen } from "../runs/characters.ts";
import type { Run } from "../runs/run.ts";
import { invisible } from "../runs/true-hints.ts";
import type { Match } from "./match.ts";
import { joinPieces, nextPiece, noteSpace, passBlanks } from "./pieces.ts";

/**
 * Matches runs that show a text letter by letter, from left to right, as most do: whole runs are compared then, and
 * nothing is done glyph by glyph.
 * @param runs
 *   All runs of a dye on a page, as painted.
 * @param pieces
 *   All pieces of text of the dye, in reading order.
 * @returns
 *   The same as if each glyph had been followed; `undefined` where anything is out of the ordinary.
 */
export function matchPlainly(
  runs: readonly Run[],
  pieces: readonly LogicalText[],
): Match | undefined {
  if (!runs.every((run) => run.plain || isHyphen(run))) return undefined;
  const joined = joinBare(pieces);
  const { text, ends, owner, cuts } = joined;
  const match: Match = { runs: [], lost: 0, indented: [] };
  let at = 0;
  for (const run of runs) {
    const said = run.plain ? run.said : "-";
    const first = said.search(/\S/u);
    if (first < 0) return undefined;
    const start = first > 0 ? nextPiece(text, at, ends) : passBlanks(text, at);
    const cut = cutIn(said, start, text, cuts);
    if (!cut && !(run.plain && text.startsWith(said, start))) return undefined;
    // Nobody knows whose the hyphen is.
    if (cut && said.length === 1 && ends.has(start)) return undefined;
    noteSpace(match, joined, at, start);
    match.runs.push({
      ...{ run, text: owner(start + first), space: false, place: 0 },
      ...(cut && { texts: textsOfCut(run) }),
    });
    at = start + said.length - (cut ? 1 : 0);
    // One space may stand for several.
    if (run.shown.at(-1)?.blank && passBlanks(text, at, ends) > at) return undefined;
  }
  for (let rest = at; rest < text.length; rest++)
    if (classAt(text, rest) === "letter") return undefined;
  noteSpace(match, joined, at, text.length);
  return match;
}

/** Whether a run is the hyphen of a word that is cut, with what marks the place, or without. */
function isHyphen(run: Run): boolean {
  if (run.reversed || run.shown.length > 2) return false;
  const [first, last = first] = run.glyphs;
  return hyphens.includes(last?.hint ?? "") && (first === last || first?.hint === invisible);
}

/** What the glyphs of a run say that ends with the hyphen of a word that is cut. */
function textsOfCut({ glyphs }: Run): string[] {
  return glyphs.map(({ hint }, index) => {
    if (index === glyphs.length - 1) return softHyphen;
    return hint === invisible ? "" : hint;
  });
}

/** Joins pieces without what leaves no ink and spells no word; `cuts` are the places where a word may be cut. */
function joinBare(pieces: readonly LogicalText[]) {
  const cuts = new Set<number>();
  let length = 0;
  const joined = joinPieces(pieces, ({ text = "" }) => {
    let bare = "";
    let copied = 0;
    for (const { index, 0: character } of text.matchAll(ignorable)) {
      if (classOf(character) !== "ignorable") continue;
      bare += text.slice(copied, index);
      copied = index + character.length;
      if (character === softHyphen) cuts.add(length + bare.length);
    }
    bare += text.slice(copied);
    length += bare.length;
    return bare;
  });
  return { ...joined, cuts };
}

const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/** Whether a run ends with the hyphen of a word that is cut. */
function cutIn(said: string, start: number, text: string, cuts: ReadonlySet<number>): boolean {
  const end = start + said.length - 1;
  return (
    cuts.has(end) &&
    hyphens.includes(said.at(-1) as string) &&
    text.startsWith(said.slice(0, -1), start)
  );
}
